import { type AgentRow, figure } from '@lawbook/agent-runs'
import { pow, type Stream } from '@lawbook/base'
import { amdahl, power } from '@lawbook/estimators'
import { nullLaw, plantedTeams } from '@lawbook/worlds'
import type { Spread } from './cells.ts'
import { poolSd } from './noise.ts'

/** How much of ln time or ln tokens varies: between runs, and between the exponents of pairs. */
export type Variation = { readonly run: number; readonly exponent: number }

/** What grows with the number of agents in a planted world. */
export type Growth = Parameters<typeof growth>[0]

/** A planted law of throughput, or of cost: a power of n, Amdahl's law with a parallel share, or nothing. */
function growth(kind: { readonly exponent: number } | { readonly share: number } | 'none') {
  if (kind === 'none') return { law: nullLaw(amdahl), parameters: Float64Array.of(1) }
  return 'share' in kind
    ? { law: amdahl, parameters: Float64Array.of(1, kind.share) }
    : { law: power, parameters: Float64Array.of(1, -kind.exponent) }
}

/** The speed-up of n agents in a planted world. */
export function truth(kind: Growth, n: number): number {
  if (kind === 'none') return 1
  return 'share' in kind ? 1 / (1 - kind.share + kind.share / n) : pow(n, kind.exponent)
}

type PlantedWork = {
  readonly suites: readonly string[]
  readonly models: readonly string[]
  readonly works: readonly { readonly assignment: string; readonly p: number }[]
  readonly sizes: Float64Array
  readonly runs: number
  /** Whose exponent deviates: each pair's for itself, or each model's on all its suites. */
  readonly deviates: 'pair' | 'model'
}

/** How different planted jobs are in length; it cancels in every ratio to one agent. */
const levelSd = 0.5

/**
 * Rows of LLM Teams with planted speed and tokens: every pair does every work at every size; the exponents of a pair,
 * or of a model, deviate together. All runs succeed.
 */
export function plantedTeamRows(
  { suites, models, works, sizes, runs, deviates }: PlantedWork,
  speed: { readonly growth: Growth; readonly variation: Variation },
  cost: { readonly growth: Growth; readonly variation: Variation },
  stream: Stream,
): AgentRow[] {
  const jobs = suites.flatMap((suite) => models.flatMap((model) => works.map((work) => ({ suite, model, ...work }))))
  const clusters = Int32Array.from(jobs, ({ model }, i) =>
    deviates === 'model' ? models.indexOf(model) : Math.floor(i / works.length),
  )
  const drawn = (what: typeof speed): Float64Array =>
    plantedTeams({
      ...growth(what.growth),
      sizes,
      suites: clusters,
      repetitions: runs,
      levelSd,
      exponentSd: what.variation.exponent,
      runSd: what.variation.run,
      stream,
    }).throughput
  const [throughput, tokens] = [drawn(speed), drawn(cost)]
  return Array.from(sizes).flatMap((n, k) =>
    jobs.flatMap((job, j) => {
      const from = (k * jobs.length + j) * runs
      const seconds = Array.from(throughput.subarray(from, from + runs), (x) => 1 / x)
      const used = Array.from(tokens.subarray(from, from + runs))
      return cellRows({ ...job, n, seconds, used })
    }),
  )
}

type PlantedCell = {
  readonly suite: string
  readonly model: string
  readonly assignment: string
  readonly p: number
  readonly n: number
  readonly seconds: readonly number[]
  readonly used: readonly number[]
}

/** One cell as the data set writes it. */
function cellRows({ suite, model, assignment, p, n, seconds, used }: PlantedCell): AgentRow[] {
  const row = (metric: string, { mean, sd, n: runs }: Spread): AgentRow =>
    figure({
      source: 'llm-teams',
      benchmark: suite,
      setting: `p = ${p}`,
      agent: assignment,
      model,
      axis: 'agents',
      x: n,
      unit: 'agents',
      metric,
      y: mean,
      n: runs,
      sd,
    })
  return [
    row('success', { mean: 1, sd: null, n: seconds.length }),
    row('wall_clock', spreadOf(seconds)),
    row('log_wall_clock', spreadOf(seconds.map(Math.log))),
    row('log_tokens', spreadOf(used.map(Math.log))),
    row('log_wall_clock_all', spreadOf(seconds.map(Math.log))),
    row('log_tokens_all', spreadOf(used.map(Math.log))),
    row('tokens_all', spreadOf(used)),
  ]
}

/** Rows of independent jobs: speed-ups of series, ratios of mean times over repetitions. */
export function plantedJobRows(
  names: readonly string[],
  sizes: Float64Array,
  repetitions: number,
  speed: { readonly growth: Growth; readonly variation: Variation },
  stream: Stream,
): AgentRow[] {
  const { throughput } = plantedTeams({
    ...growth(speed.growth),
    sizes,
    suites: Int32Array.from(names, (_, i) => i),
    repetitions,
    levelSd,
    exponentSd: speed.variation.exponent,
    runSd: speed.variation.run,
    stream,
  })
  const time = (k: number, j: number): number => {
    const from = (k * names.length + j) * repetitions
    return throughput.subarray(from, from + repetitions).reduce((sum, x) => sum + 1 / x, 0) / repetitions
  }
  return Array.from(sizes).flatMap((n, k) =>
    names.map((model, j) =>
      figure({
        source: 'subagent-throughput',
        benchmark: 'independent jobs',
        model,
        axis: 'agents',
        x: n,
        unit: 'agents',
        metric: 'speed_up',
        y: time(0, j) / time(k, j),
        n: repetitions,
      }),
    ),
  )
}

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0)
  return { mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : null, n: values.length }
}

/** The variation that some cells and exponents show. The exponents' own noise is in it, so it is rather too large. */
export function variationOf(spreads: readonly (Spread | null)[], exponents: readonly number[]): Variation {
  return { run: poolSd(spreads), exponent: spreadOf(exponents).sd ?? 0 }
}
