import type { FromSchema } from 'json-schema-to-ts'
import { count, type DeepReadonly, sha, slug, text, texts } from './common.ts'
import { fitSchema } from './fit.ts'
import { ledgerSchema } from './ledger.ts'
import { measureSchema } from './measure.ts'

const tableRefs = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'file', 'rows', 'sha256'],
    properties: {
      id: slug,
      /** A CSV file beside the record or in its `evidence/`: no record leads out of its folder. */
      file: { type: 'string', pattern: '^(evidence/)?[a-z0-9-]+\\.csv$' },
      rows: count,
      sha256: sha,
    },
  },
} as const

export const resultSchema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'schema',
    'experiment',
    'title',
    'fidelity',
    'measures',
    'fits',
    'attrition',
    'decisions',
    'choices',
    'notes',
    'tables',
    'evidence',
  ],
  properties: {
    schema: { const: 'lawbook/result@1' },
    experiment: slug,
    title: text,
    /**
     * `full`; `quick`: fewer draws; `routers`: other routers were asked than the experiment names; `local`: files of the
     * reader's were read. Only full is judged.
     */
    fidelity: { enum: ['full', 'quick', 'routers', 'local'] },
    measures: { type: 'array', items: measureSchema },
    fits: { type: 'array', items: fitSchema },
    attrition: { type: 'array', items: ledgerSchema },
    /** Distinct (router, library draw, request) triples in which a choice among N >= 2 was really made. */
    decisions: count,
    /** Every analysis choice with the value it had. */
    choices: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'value'],
        properties: { name: text, value: text },
      },
    },
    notes: texts,
    /** Tidy rows behind the figures, at most 5,000 each. */
    tables: tableRefs,
    /** Rows from which `run` recomputes everything else, without any download. */
    evidence: tableRefs,
  },
} as const

export type Result = DeepReadonly<FromSchema<typeof resultSchema>>
export type TableRef = Result['tables'][number]
