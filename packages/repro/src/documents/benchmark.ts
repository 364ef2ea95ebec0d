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
  strictPasses: orNull(count),
  upstreamPasses: count,
  meanFlat: share,
  meanDeclared: share,
  checks: orNull(count),
  checksPassed: orNull(count),
} as const

/**
 * `benchmark`: what was run or read, and every count; passes, means and checks are of scored trials alone. Null is what a
 * published file does not say.
 */
export const benchmarkSchema = object({
  schema: { const: 'lawbook/benchmark@1' },
  benchmark: { enum: ['clawbench', 'clawmark', 'harbor'] },
  tasks: object({
    own: flag,
    commit: orNull(text),
    hash: orNull(hash),
    planned: orNull(count),
    problems: list(object({ task: text, problems: texts })),
  }),
  run: object({
    agent: orNull(text),
    librarySize: orNull(count),
    attempts: orNull(count),
    /** Trials that an earlier run had scored. */
    kept: orNull(count),
    containment: { enum: ['full', 'none', null] },
    python: orNull(object({ version: text, pytest: orNull(text) })),
    results: text,
    /** Upstream's own file of the run; null where none was asked for. */
    exported: orNull(object({ format: text, path: text, files: count, notes: texts })),
  }),
  counts: object({
    overall: object(tally),
    domains: list(object({ domain: orNull(text), ...tally })),
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
  /** What was read from a published file; null after a run. */
  read: orNull(
    object({
      format: { enum: ['summary', 'leaderboard', 'submit', 'result', 'harbor'] },
      tasks: count,
      notes: texts,
      messages: orNull(
        object({
          sessions: count,
          turns: count,
          answers: count,
          toolCalls: count,
          tokens: orNull(object({ input: count, output: count })),
        }),
      ),
    }),
  ),
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
