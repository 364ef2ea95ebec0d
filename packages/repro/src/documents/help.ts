import { codes } from '@lawbook/base'
import { count, list, object, orNull, text, texts } from './pieces.ts'

const option = object({ name: text, type: { enum: ['boolean', 'string'] }, help: text })

/** Commands with their options, exit codes and documents; `also` are printed in place of `json`. */
export const helpSchema = object({
  schema: { const: 'lawbook/help@1' },
  commands: list(
    object({
      name: text,
      group: { enum: ['read', 'check', 'extend', 'yours'] },
      summary: text,
      usage: { type: 'string' },
      examples: texts,
      options: list(option),
      exits: list(object({ code: count, when: text })),
      json: orNull(text),
      keys: texts,
      also: texts,
    }),
  ),
})

/** What a word of the project means. */
export const explainSchema = object({
  schema: { const: 'lawbook/explain@1' },
  explanations: list(object({ word: text, is: text, text, next: text })),
})

/** Why a command stopped. */
export const faultSchema = object({
  schema: { const: 'lawbook/fault@1' },
  code: { enum: Object.keys(codes) },
  message: { type: 'string' },
  details: {
    type: 'object',
    additionalProperties: { anyOf: [{ type: ['string', 'number', 'boolean', 'null'] }, list({ type: 'string' })] },
  },
})
