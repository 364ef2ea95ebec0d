/** What one check of a benchmark said. `error`: it could not be asked or broke itself; `skipped`: it declined to look. */
export type CheckOutcome = 'passed' | 'failed' | 'error' | 'skipped'

/** One check of one trial. */
export type Check = {
  readonly id: string
  /** The declared weight, above 0. */
  readonly weight: number
  readonly outcome: CheckOutcome
  /** One line of at most 200 characters, empty when passed. */
  readonly detail: string
  /** The stage it belongs to ("stage0", "final"); absent in single-turn benchmarks. */
  readonly stage?: string
}

/**
 * How a trial ended. `scored`: the agent had its turns and the verifier answered. All others were never scored and count in no
 * rate: `agent-error` (the agent could not be asked), `setup-error` (the task could not be prepared), `verifier-error` (the
 * verifier crashed, hung or answered nothing), `not-permitted` (task code that nobody allowed), `interrupted`.
 */
export type TrialStatus = 'scored' | 'agent-error' | 'setup-error' | 'verifier-error' | 'not-permitted' | 'interrupted'

/** One attempt of one agent at one task. Nothing in it depends on where it ran. */
export type Trial = {
  readonly benchmark: 'clawbench' | 'clawmark' | 'harbor'
  readonly task: string
  readonly domain: string
  /** The benchmark's own difficulty word (L1 to L4; hard, medium, easy), empty if it has none. */
  readonly level: string
  readonly agent: string
  /** From 1. */
  readonly attempt: number
  readonly status: TrialStatus
  /** What the agent said of its own end: a time limit that passed is `timeout` and is still scored. */
  readonly agentEnd: 'completed' | 'failed' | 'timeout' | null
  readonly verifier: 'pytest' | 'node' | 'clawmark-driver' | 'script'
  /** Every check that was planned, in order; those of a stage that never ran are `error`. Empty unless scored. */
  readonly checks: readonly Check[]
  /**
   * `upstream`: as the benchmark's own code says it. `strict`: there is at least one check and every planned one passed.
   * Both null unless scored.
   */
  readonly passed: { readonly upstream: boolean | null; readonly strict: boolean | null }
  /** 0 to 1, null unless scored. `flat`: passed checks over planned ones; `declared`: weighted. */
  readonly score: { readonly flat: number | null; readonly declared: number | null }
  /** What a router was shown and what it chose, in order; null for agents without a library. */
  readonly skills: { readonly librarySize: number; readonly chosen: readonly string[] } | null
  /** Why, in a lower-case sentence each: set-up warnings, limits that were passed, stages that crashed. */
  readonly reasons: readonly string[]
}

/** What is not the same twice: kept beside a trial, never compared. */
export type Spent = {
  readonly seconds: { readonly setup: number; readonly agent: number; readonly verifier: number }
  readonly tokens: { readonly input: number; readonly output: number } | null
}

/** A metric is always named in full: there is no bare "pass rate". */
export const metrics = {
  strict: 'strict pass rate (every planned check passed)',
  upstream: "upstream pass rate (the benchmark's own rule)",
  flat: 'mean score, every check weighing the same',
  declared: 'mean score, checks weighing as declared',
  checks: 'checker pass rate (passed checks over all planned ones)',
} as const

/** Whether every planned check passed and there was one. */
export function strictPass(checks: readonly Check[]): boolean {
  return checks.length > 0 && checks.every(({ outcome }) => outcome === 'passed')
}

/** Passed over planned weight, 0 to 1; null without checks. A skipped check earns nothing and counts in the total. */
export function scoreOf(checks: readonly Check[], weights: 'flat' | 'declared'): number | null {
  const weigh = ({ weight }: Check): number => (weights === 'flat' ? 1 : weight)
  const total = checks.reduce((sum, check) => sum + weigh(check), 0)
  if (total === 0) return null
  return checks.filter(({ outcome }) => outcome === 'passed').reduce((sum, check) => sum + weigh(check), 0) / total
}
