import type { FromSchema } from 'json-schema-to-ts'
import {
  claimId,
  claimKinds,
  comparabilities,
  type DeepReadonly,
  finiteOrNull,
  slug,
  text,
  texts,
  url,
} from './common.ts'

/** The digits of a number as a paper prints them ("0.97", "3", "1,141", "-7.2"): the precision is read from them. */
const digits = { type: 'string', pattern: '^[-−]?[0-9][0-9,]*(\\.[0-9]+)?$' } as const

/**
 * One checkable statement of a paper. What the claim allows is never typed as an interval: it is derived from
 * `printed`, `number`, `kind` and `tolerance` (see the package `claims`).
 */
export const claimSchema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'ref',
    'paper',
    'measure',
    'locator',
    'statement',
    'printed',
    'kind',
    'number',
    'unit',
    'neutral',
    'population',
    'source',
    'trust',
    'comparability',
    'tolerance',
    'rivals',
    'holdsIn',
    'seen',
    'decides',
  ],
  properties: {
    id: claimId,
    /** The number of the claim in the project's notes on the paper, e.g. H4; several claims may share one. */
    ref: text,
    paper: slug,
    /** The measure of this package that speaks of the claim; null where nothing here can measure it. */
    measure: { anyOf: [slug, { type: 'null' }] },
    /** The figure of this package that shows it, where one does. */
    figure: slug,
    locator: {
      type: 'object',
      additionalProperties: false,
      required: ['where'],
      properties: { where: text, url },
    },
    /** One sentence in the project's own words. */
    statement: text,
    /** What the paper prints, short. Every number of `number` and `interval` occurs in it. */
    printed: text,
    kind: { enum: claimKinds },
    /** The printed number, two for a range, null where the claim has none (ordering, sign, form). */
    number: {
      anyOf: [
        digits,
        { type: 'array', items: [digits, digits], minItems: 2, additionalItems: false },
        { type: 'null' },
      ],
    },
    /** For a threshold: the side that the claim allows. */
    side: { enum: ['above', 'below'] },
    /** An interval that the paper prints beside the number, at its own level. */
    interval: { type: 'array', items: [digits, digits], minItems: 2, additionalItems: false },
    unit: text,
    /** The value that means "no effect", in the unit of the measure; null where there is none. */
    neutral: finiteOrNull,
    population: { enum: ['this-library', 'libraries-like-it'] },
    source: { enum: ['paper', 'authors', 'secondary'] },
    trust: { enum: ['high', 'medium', 'low'] },
    comparability: { enum: comparabilities },
    tolerance: {
      type: 'object',
      additionalProperties: false,
      required: ['rule', 'value', 'why'],
      properties: {
        /**
         * rounding: nothing beyond the printed digits (arithmetic). quarter: a quarter of the distance to the null.
         * ratio: a factor of 1.25. bound: one-sided, at the printed number. margin: `value` is the line itself (sign,
         * form, ordering). exact: equality. listed: the printed range.
         */
        rule: { enum: ['rounding', 'quarter', 'ratio', 'bound', 'margin', 'exact', 'listed'] },
        value: finiteOrNull,
        why: text,
      },
    },
    /** Planted worlds in which the claim is false. */
    rivals: { type: 'array', items: slug },
    /** Planted worlds in which the claim is true. */
    holdsIn: { type: 'array', items: slug },
    /** What would make the claim testable, where it is not. */
    needs: text,
    /** True if the line was drawn after looking at the data. */
    seen: { type: 'boolean' },
    /** What would contradict the claim. */
    decides: text,
  },
} as const

export const claimsSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'claims'],
  properties: { schema: { const: 'lawbook/claims@1' }, claims: { type: 'array', items: claimSchema } },
} as const

/** A source of claims, as CSL-JSON with what the project has read of it. */
export const papersSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'papers'],
  properties: {
    schema: { const: 'lawbook/papers@1' },
    papers: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'type', 'title', 'author', 'reading', 'version', 'licence'],
        properties: {
          id: slug,
          type: text,
          title: text,
          author: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              properties: { family: text, given: text, literal: text },
            },
          },
          issued: {
            type: 'object',
            additionalProperties: false,
            required: ['date-parts'],
            properties: { 'date-parts': { type: 'array', items: { type: 'array', items: { type: 'integer' } } } },
          },
          URL: url,
          number: text,
          archive: text,
          DOI: text,
          /** Which version was read. */
          version: text,
          /** How much of it was read, and through what. */
          reading: text,
          licence: text,
          notes: texts,
        },
      },
    },
  },
} as const

export type Claim = DeepReadonly<FromSchema<typeof claimSchema>>
export type ClaimsFile = DeepReadonly<FromSchema<typeof claimsSchema>>
export type PapersFile = DeepReadonly<FromSchema<typeof papersSchema>>
export type Paper = PapersFile['papers'][number]
