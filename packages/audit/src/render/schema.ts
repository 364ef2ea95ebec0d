import { rules } from '../report.ts'

type Schema = Readonly<Record<string, unknown>>

/** An object with exactly these keys. */
function object<P extends Readonly<Record<string, Schema>>>(properties: P) {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties } as const
}
const list = (items: Schema) => ({ type: 'array', items }) as const
const orNull = (schema: Schema) => ({ anyOf: [schema, { type: 'null' }] }) as const

const string = { type: 'string' } as const
const texts = list(string)
const number = { type: 'number' } as const
const unit = { type: 'number', minimum: 0, maximum: 1 } as const
const count = { type: 'integer', minimum: 0 } as const
const whole = { type: 'integer' } as const

const place = object({ file: orNull(string), line: orNull({ type: 'integer', minimum: 1 }) })
const share = object({ value: unit, low: unit, high: unit, n: count })
const gain = object({ value: number, low: number, high: number, n: count })
const outcome = object({
  right: share,
  acceptable: share,
  wrong: share,
  missed: share,
  firedForNothing: orNull(share),
})
const point = object({ size: count, accuracy: unit })

const level = { enum: ['error', 'warning', 'note'] } as const
const finding = object({
  key: string,
  rule: { enum: Object.keys(rules) },
  level,
  skills: texts,
  places: list(place),
  message: string,
  degree: orNull(number),
})

const library = object({
  source: string,
  format: { enum: ['skills', 'mcp-tools', 'openai-tools', 'npm-package'] },
  skills: list(object({ id: string, name: string, place, descriptionChars: count, digest: string })),
  copies: list(object({ id: string, of: string })),
  problems: list(object({ place, what: string, level })),
})

const seen = object({
  profile: object({ id: string, title: string, source: string, agentVersion: string, asOf: string, note: string }),
  budgetChars: orNull(count),
  usedChars: count,
  skills: list(object({ id: string, shown: { enum: ['full', 'cut', 'name', 'nothing'] }, chars: count })),
})

const confused = object({
  routers: texts,
  pairs: list(object({ a: string, b: string, agree: count, similarity: number, words: texts, places: list(place) })),
  hubness: orNull(object({ skewness: number, chance: object({ low: number, high: number }) })),
  blackHoles: list(object({ id: string, wrongPicks: count, limit: number, families: count })),
})

const outcomes = object({
  requests: count,
  source: string,
  routers: list(object({ id: string, threshold: orNull(number), outcome })),
  skills: list(object({ id: string, n: count, right: number })),
  notes: texts,
})

const picks = object({
  source: string,
  picks: count,
  outcome: orNull(outcome),
  absorbs: list(object({ id: string, wrong: count, from: texts })),
  neverPicked: texts,
  agreement: list(object({ router: string, agree: share, kappa: number })),
  notes: texts,
})

const forecast = object({
  basis: { enum: ['requests', 'picks', 'bodies', null] },
  router: orNull(string),
  law: orNull(string),
  points: list(object({ size: count, factor: { enum: [1, 2, 4] }, accuracy: share })),
  curve: list(point),
  references: list(object({ library: string, skills: count, points: list(point) })),
  optimism: orNull(gain),
  notes: texts,
})

const listing = object({ id: string, name: string, description: string })
const edit = object({
  step: string,
  reason: string,
  kind: { enum: ['rewrite', 'remove', 'merge', 'split'] },
  /** The entries of the listing as they were, and what takes their place. */
  before: list(listing),
  after: list(listing),
})

const plan = object({
  edits: list(
    object({
      edit,
      gain: orNull(gain),
      p: orNull(unit),
      chars: whole,
      evidence: { enum: ['held-out requests', 'probes', 'lexical only'] },
      place,
    }),
  ),
  together: orNull(object({ before: outcome, after: outcome, gain, p: unit })),
  charsBefore: count,
  charsAfter: count,
  notes: texts,
})

/** What a later run is held against, and what came of it: keys of findings. */
const gate = object({
  failOn: { enum: ['new', 'worse', 'error', 'warning', 'never'] },
  against: { enum: ['lock', 'ref', null] },
  failed: { type: 'boolean' },
  new: texts,
  worse: texts,
  fixed: texts,
  accepted: texts,
})

/** What `lawbook audit --json` prints: strict JSON Schema (draft-07), every key always there, null where not known. */
export const auditSchema = object({
  schema: { const: 'lawbook/audit@1' },
  library,
  seen,
  confused,
  outcomes: orNull(outcomes),
  picks: orNull(picks),
  forecast,
  plan,
  findings: list(finding),
  notes: texts,
  gate,
})
