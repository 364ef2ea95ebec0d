import type { FromSchema } from 'json-schema-to-ts'
import { count, type DeepReadonly, finite, sha, slug, text } from './common.ts'

/** What a run cost: never copied, never compared. */
export const runSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'experiment', 'seconds', 'node', 'peakMemoryBytes', 'data'],
  properties: {
    schema: { const: 'lawbook/run@1' },
    experiment: slug,
    seconds: finite,
    node: text,
    peakMemoryBytes: count,
    data: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'sha256'],
        properties: { id: slug, sha256: sha },
      },
    },
  },
} as const

/** Why a task failed. */
export const errorSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'experiment', 'task', 'code', 'message', 'details'],
  properties: {
    schema: { const: 'lawbook/error@1' },
    experiment: slug,
    task: { enum: ['dataset', 'reproduce', 'figures'] },
    code: { type: 'string', pattern: '^LB_[A-Z_]+$' },
    message: text,
    details: { type: 'object', required: [] },
    stack: text,
  },
} as const

export type RunRecord = DeepReadonly<FromSchema<typeof runSchema>>
export type ErrorRecord = DeepReadonly<FromSchema<typeof errorSchema>>
