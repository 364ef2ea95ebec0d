type Schema = Readonly<Record<string, unknown>>

/** An object with exactly these keys. */
function object<P extends Readonly<Record<string, Schema>>>(properties: P) {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties } as const
}
const list = (items: Schema) => ({ type: 'array', items }) as const
const orNull = (schema: Schema) => ({ anyOf: [schema, { type: 'null' }] }) as const

const text = { type: 'string' } as const
const texts = list(text)
const number = { type: 'number' } as const
const numbers = list(number)
const above = { type: 'number', minimum: 0 } as const
const unit = { type: 'number', minimum: 0, maximum: 1 } as const
const count = { type: 'integer', minimum: 0 } as const
const from1 = { type: 'integer', minimum: 1 } as const

const ends = { value: number, low: orNull(number), high: orNull(number) } as const
const design = object({ sizes: numbers, times: from1, right: unit })

const curve = object({
  ...{ file: text, x: text, y: text, points: count, sizes: numbers, share: { type: 'boolean' } },
  weighed: { enum: ['equal', 'trials', 'se'] },
  leftOut: list(object({ line: from1, column: text, value: text })),
})

const likelihood = object({
  ...{ deviance: above, df: count, lackOfFit: orNull(unit) },
  ...{ aic: number, aicc: orNull(number), bic: number, aicAbove: above },
})

const law = object({
  ...{ law: text, title: text, equation: text, source: text },
  status: { enum: ['converged', 'bound-hit', 'max-iterations', 'singular'] },
  parameters: list(object({ name: text, unit: text, ...ends })),
  held: texts,
  ...{ rSquared: orNull(number), beyond: orNull(above), leftOut: orNull(above), worse: orNull(object(ends)) },
  likelihood: orNull(likelihood),
  ahead: list(object({ x: number, ...ends })),
})

const enough = object({
  ...{ draws: from1, today: design, wrong: unit, more: orNull(design), larger: orNull(design) },
})

const apart = object({
  ...{
    verdict: { enum: ['yes', 'no'] },
    best: orNull(text),
    second: orNull(text),
    reference: orNull(text),
    why: text,
    ruledOut: texts,
  },
  enough: orNull(enough),
})

/** What `lawbook fit --json` prints: strict JSON Schema (draft-07), every key always there, null where not known. */
export const fitReportSchema = object({
  schema: { const: 'lawbook/fit-report@1' },
  curve,
  holdOut: object({ from: number, sizes: numbers }),
  laws: list(law),
  notTried: list(object({ law: text, reason: text })),
  apart,
})
