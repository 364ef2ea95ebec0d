import type { FromSchema } from 'json-schema-to-ts'
import { count, type DeepReadonly, finite, finiteOrNull, intervalOrNull, slug, text } from './common.ts'

/** A law with estimated parameters. Without `converged` there are no parameters. */
export const fitSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'law', 'equation', 'series', 'status', 'parameters', 'n', 'domain', 'loss'],
  properties: {
    id: slug,
    law: slug,
    equation: text,
    series: text,
    status: { enum: ['converged', 'max-iterations', 'bound-hit', 'singular'] },
    parameters: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'value', 'i90', 'unit'],
        properties: { name: text, value: finite, i90: intervalOrNull, unit: text },
      },
    },
    n: count,
    domain: text,
    loss: text,
    r2: finiteOrNull,
    largestDeviation: finiteOrNull,
  },
} as const

export type FitRecord = DeepReadonly<FromSchema<typeof fitSchema>>
