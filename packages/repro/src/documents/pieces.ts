/** Pieces of the schemas in this folder: JSON Schema, strict, without unknown keys. */

type Schema = Readonly<Record<string, unknown>>

/** An object with exactly these keys. */
export function object<P extends Readonly<Record<string, Schema>>>(properties: P) {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties } as const
}

export function list(items: Schema) {
  return { type: 'array', items } as const
}

export function orNull(schema: Schema) {
  return { anyOf: [schema, { type: 'null' }] } as const
}

export const text = { type: 'string', minLength: 1 } as const
export const texts = list(text)
export const flag = { type: 'boolean' } as const
export const count = { type: 'integer', minimum: 0 } as const
export const share = orNull({ type: 'number', minimum: 0, maximum: 1 })
export const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const
