import type { FromSchema } from 'json-schema-to-ts'
import { count, type DeepReadonly, text } from './common.ts'

/** What happened to the rows of one stage: planned = used + excluded + failed + missing. */
export const ledgerSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['stage', 'planned', 'used', 'excluded', 'failed', 'missing'],
  properties: {
    stage: text,
    planned: count,
    used: count,
    excluded: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['reason', 'n'],
        properties: { reason: text, n: count },
      },
    },
    failed: count,
    missing: count,
  },
} as const

export type Ledger = DeepReadonly<FromSchema<typeof ledgerSchema>>
