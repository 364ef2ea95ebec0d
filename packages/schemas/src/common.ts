/** Pieces that several records share. All schemas are JSON Schema draft-07, strict, without unknown keys. */

export const text = { type: 'string', minLength: 1 } as const
export const texts = { type: 'array', items: text } as const
/** A name in lower case with hyphens: ids of experiments, tables, figures, measures, worlds, papers. */
export const slug = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' } as const
/** `<paper>/<slug>`. */
export const claimId = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$' } as const
/** A web address that can stand in Markdown, HTML and a terminal without ending early. */
export const url = { type: 'string', pattern: '^https://[^\\s()<>"]+$' } as const
export const sha = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const
export const count = { type: 'integer', minimum: 0 } as const
export const finite = { type: 'number' } as const
export const finiteOrNull = { type: ['number', 'null'] } as const
/** [lower, upper], both finite, lower <= upper (the order is checked by `checkMeasure`). */
export const interval = { type: 'array', items: [finite, finite], minItems: 2, additionalItems: false } as const
export const intervalOrNull = { anyOf: [interval, { type: 'null' }] } as const

/** Where evidence comes from, weakest words last: see docs/design.md. */
export const evidenceKinds = ['routed', 'executed', 'published', 'arithmetic', 'synthetic', 'live'] as const
export const comparabilities = ['same-data', 'same-protocol', 'form-only'] as const
export const claimKinds = ['value', 'threshold', 'ratio', 'range', 'ordering', 'sign', 'form', 'count'] as const
export const verdicts = [
  'reproduced',
  'contradicted',
  'consistent',
  'does-not-carry',
  'direction-only',
  'inconclusive',
  'not-testable',
] as const

export type EvidenceKind = (typeof evidenceKinds)[number]
export type Comparability = (typeof comparabilities)[number]
export type ClaimKind = (typeof claimKinds)[number]
export type Verdict = (typeof verdicts)[number]
export type Interval = readonly [number, number]

/** A record as readers see it: nothing in it can be changed. */
export type DeepReadonly<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T
