import { count, flag, list, object, text } from './pieces.ts'

/** What `verify` compared, by which promise, and every departure. */
export const verifySchema = object({
  schema: { const: 'lawbook/verify@1' },
  passed: flag,
  agreement: { enum: ['bytes', 'numbers'] },
  experiments: list(object({ experiment: text, files: count, differences: count })),
  differences: list(object({ file: text, what: text })),
})
