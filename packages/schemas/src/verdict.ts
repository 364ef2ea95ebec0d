import type { FromSchema } from 'json-schema-to-ts'
import {
  claimId,
  comparabilities,
  count,
  type DeepReadonly,
  evidenceKinds,
  finite,
  finiteOrNull,
  sha,
  slug,
  text,
  verdicts,
} from './common.ts'

const share = { anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, { type: 'null' }] } as const
/** null = open. */
const region = {
  type: 'object',
  additionalProperties: false,
  required: ['lo', 'hi'],
  properties: { lo: finiteOrNull, hi: finiteOrNull },
} as const
const verdict = { enum: verdicts } as const

/** What was accepted: one claim a line. `rule` hashes expected, tolerance, kind and worlds as they were accepted. */
export const lockSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'claims'],
  properties: {
    schema: { const: 'lawbook/lock@1' },
    claims: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'verdict', 'value', 'low', 'high', 'n', 'rule'],
        properties: {
          id: claimId,
          verdict,
          value: finiteOrNull,
          low: finiteOrNull,
          high: finiteOrNull,
          n: count,
          rule: sha,
          /** The rule at the first result, once it has ever changed: kept for ever, also if it came back. */
          firstRule: sha,
          /** SHA-256 of the measure's `method`, the part of the rule that the experiment decides. */
          method: sha,
          /** The method at the first result, once it has ever changed. */
          firstMethod: sha,
          /** No experiment has the claim any more; its line stays, so that it cannot come back under another rule unseen. */
          gone: { const: true },
          because: text,
        },
      },
    },
  },
} as const

export const diffSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'summary', 'gate', 'claims'],
  properties: {
    schema: { const: 'lawbook/diff@1' },
    /**
     * How many claims have each verdict, one object a comparability: the groups are never added. Claims that were not
     * tested in this run count as `untested`.
     */
    summary: {
      type: 'object',
      required: [],
      additionalProperties: { type: 'object', required: [], additionalProperties: count },
    },
    gate: {
      type: 'object',
      additionalProperties: false,
      required: ['passed', 'reasons'],
      properties: { passed: { type: 'boolean' }, reasons: { type: 'array', items: text } },
    },
    claims: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'ref',
          'paper',
          'statement',
          'printed',
          'expected',
          'measure',
          'verdict',
          'why',
          'accepted',
          'changed',
          'comparability',
          'experiment',
          'figure',
        ],
        properties: {
          id: text,
          ref: text,
          paper: slug,
          statement: text,
          printed: text,
          expected: {
            type: 'object',
            additionalProperties: false,
            required: ['allowed', 'direction', 'unit', 'neutral'],
            properties: {
              allowed: { anyOf: [region, { type: 'null' }] },
              direction: { anyOf: [region, { type: 'null' }] },
              unit: text,
              neutral: finiteOrNull,
            },
          },
          measure: {
            anyOf: [
              {
                type: 'object',
                additionalProperties: false,
                required: [
                  'value',
                  'low',
                  'high',
                  'n',
                  'unit',
                  'method',
                  'evidence',
                  'power',
                  'falseAlarm',
                  'recognised',
                ],
                properties: {
                  value: finiteOrNull,
                  low: finiteOrNull,
                  high: finiteOrNull,
                  n: count,
                  unit: text,
                  method: text,
                  evidence: { enum: evidenceKinds },
                  power: share,
                  falseAlarm: share,
                  recognised: share,
                },
              },
              { type: 'null' },
            ],
          },
          verdict,
          why: text,
          accepted: { anyOf: [verdict, { type: 'null' }] },
          changed: { anyOf: [text, { type: 'null' }] },
          comparability: { enum: comparabilities },
          experiment: slug,
          figure: { anyOf: [text, { type: 'null' }] },
        },
      },
    },
  },
} as const

export const listSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'experiments'],
  properties: {
    schema: { const: 'lawbook/list@1' },
    experiments: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'papers', 'claims', 'figures', 'datasets', 'status', 'decisions', 'seconds'],
        properties: {
          id: slug,
          title: text,
          papers: { type: 'array', items: slug },
          claims: { type: 'array', items: text },
          figures: { type: 'array', items: slug },
          datasets: { type: 'array', items: slug },
          status: { enum: ['current', 'committed', 'failed', 'never-run'] },
          decisions: { anyOf: [count, { type: 'null' }] },
          seconds: { anyOf: [finite, { type: 'null' }] },
        },
      },
    },
  },
} as const

export type Lock = DeepReadonly<FromSchema<typeof lockSchema>>
export type LockEntry = Lock['claims'][number]
export type Diff = DeepReadonly<FromSchema<typeof diffSchema>>
export type DiffClaim = Diff['claims'][number]
export type List = DeepReadonly<FromSchema<typeof listSchema>>
