import { count, flag, hash, list, object, orNull, share, text, texts } from './pieces.ts'

const unscored = ['agent-error', 'setup-error', 'verifier-error', 'not-permitted', 'interrupted'] as const

const tally = {
  planned: count,
  scored: count,
  notScored: {
    type: 'object',
    additionalProperties: false,
    required: [],
    properties: Object.fromEntries(unscored.map((status) => [status, count])),
  },
  strictPasses: count,
  upstreamPasses: count,
  meanFlat: share,
  meanDeclared: share,
  checks: count,
  checksPassed: count,
} as const

/** `benchmark`: what was run, and every count; passes, means and checks are of scored trials alone. */
export const benchmarkSchema = object({
  schema: { const: 'lawbook/benchmark@1' },
  benchmark: { enum: ['clawbench', 'clawmark'] },
  tasks: object({
    own: flag,
    commit: orNull(text),
    hash,
    planned: count,
    problems: list(object({ task: text, problems: texts })),
  }),
  run: object({
    agent: text,
    librarySize: orNull(count),
    attempts: count,
    /** Trials that an earlier run had scored. */
    kept: count,
    containment: { enum: ['full', 'none'] },
    python: orNull(object({ version: text, pytest: orNull(text) })),
    results: text,
  }),
  counts: object({
    overall: object(tally),
    domains: list(object({ domain: text, ...tally })),
    notScored: list(object({ task: text, attempt: count, status: { enum: unscored }, reasons: texts })),
  }),
  gate: orNull(
    object({
      asked: count,
      counted: count,
      left: list(object({ task: text, group: text, reason: { type: 'string' } })),
      groups: list(object({ group: text, tasks: count })),
      overall: object(tally),
    }),
  ),
  floor: orNull(object({ overall: object(tally), gated: orNull(object(tally)) })),
})

/** `data fetch`: where a benchmark's checkout lies, and under which terms. */
export const fetchSchema = object({
  schema: { const: 'lawbook/fetch@1' },
  benchmark: { enum: ['clawbench', 'clawmark'] },
  repository: text,
  commit: text,
  licence: text,
  folder: text,
  /** Whether it lay there before. */
  found: flag,
})
