import type { Stream } from '@lawbook/base'
import { lawById } from '@lawbook/estimators'
import { plantedTeams } from '@lawbook/worlds'
import { placeOfEffort, systemOf } from './effort.ts'
import { clustersBy } from './estimate.ts'
import { distinct, groupBy, type RowOf } from './rows.ts'
import { type BudgetSeries, pairsOf } from './sequential.ts'
import { gradedBenchmark } from './sequentialMeasures.ts'
import { modelOf } from './throughput.ts'

/** Points of success (as shares) that effort adds: in every model alike, or by as much more or less by model. */
export const effortWorlds = {
  'effort-helps': { effect: 0.03, byModel: 0 },
  'effort-nothing': { effect: 0, byModel: 0 },
  'effort-mixed': { effect: 0, byModel: 0.06 },
  'effort-hurts': { effect: -0.03, byModel: 0 },
} as const satisfies Record<string, { effect: number; byModel: number }>

/**
 * Score (as shares) that the last budget adds to the first: mean over benchmarks, and standard deviation between them, in
 * all worlds but one about that of the published benchmarks.
 */
export const budgetWorlds = {
  'longer-helps': { effect: 0.05, byBenchmark: 0.11 },
  'longer-nothing': { effect: 0, byBenchmark: 0 },
  'longer-mixed': { effect: 0, byBenchmark: 0.11 },
  'longer-hurts': { effect: -0.05, byBenchmark: 0.11 },
} as const satisfies Record<string, { effect: number; byBenchmark: number }>

/** Exponents of throughput on independent jobs: 0 where more agents change nothing, below 0 where they hold each other up. */
export const throughputWorlds = {
  'linear-speed-up': 1,
  'root-speed-up': 0.5,
  'no-speed-up': 0,
  contention: -0.3,
} as const satisfies Record<string, number>

/** Uniform with mean 0 and standard deviation 1: bounded, so that every effect is one that outcomes can have. */
const evenly = (stream: Stream): number => Math.sqrt(3) * (2 * stream.uniform() - 1)

/** Plus or minus 1, each half of the time. */
const sign = (stream: Stream): number => (stream.uniform() < 0.5 ? -1 : 1)

/**
 * The same systems, efforts and numbers of tasks with new outcomes: a system solves a task with p - d/2 under less and
 * p + d/2 under more effort, p uniform in [.15, .65], d the effect of its model; outcomes are independent given p.
 */
export function plantEffort<T extends RowOf<'effort'>>(
  rows: readonly T[],
  { effect, byModel }: { effect: number; byModel: number },
  stream: Stream,
): T[] {
  const effects = new Map(
    distinct(rows.map(({ model }) => model)).map((model) => [model, effect + byModel * sign(stream)]),
  )
  return [...groupBy(rows, systemOf).values()].flatMap((own) => {
    const base = 0.15 + 0.5 * stream.uniform()
    const places = own.map(placeOfEffort)
    const least = Math.min(...places)
    return own.map((row, i) => {
      if (row.metric !== 'success') return row
      const p = base + (places[i] === least ? -0.5 : 0.5) * effects.get(row.model)!
      return { ...row, y: successes(p, row.n!, stream) / row.n! }
    })
  })
}

function successes(p: number, n: number, stream: Stream): number {
  let solved = 0
  for (let i = 0; i < n; i++) if (stream.uniform() < p) solved++
  return solved
}

/** P(solved at the first budget), and P(no longer solved at the last | solved at the first). */
const [solvedFirst, lostLater] = [0.3, 0.2]

/**
 * The same series, numbers of tasks and missing runs with new outcomes at the first and the last budget. A binary task
 * is solved first with .3, is lost later with .2 if it was, and won with (d + .06) / .7 if it was not; for d below -.06
 * none is won and -d / .3 are lost, so that the mean change is d; a graded one changes by d + N(0, .15^2). Models of a benchmark share half of their draws, task by task.
 * Missing are runs at the last budget.
 */
export function plantBudgets(
  series: readonly BudgetSeries[],
  { effect, byBenchmark }: { effect: number; byBenchmark: number },
  stream: Stream,
): BudgetSeries[] {
  return [...groupBy(series, ({ benchmark }) => benchmark).values()].flatMap((own) => {
    const d = effect + byBenchmark * evenly(stream)
    const most = Math.max(...own.map((one) => pairsOf(one).used))
    const common = Array.from({ length: most }, () => drawTask(stream))
    return own.map((one) => ({ ...one, pairs: plantedPairs(one, d, common, stream) }))
  })
}

type Draw = { readonly first: number; readonly flip: number; readonly noise: number }

const drawTask = (stream: Stream): Draw => ({ first: stream.uniform(), flip: stream.uniform(), noise: stream.normal() })

function plantedPairs(series: BudgetSeries, d: number, common: readonly Draw[], stream: Stream): BudgetSeries['pairs'] {
  const { used, missing } = pairsOf(series)
  const outcome = series.benchmark === gradedBenchmark ? gradedTask : binaryTask
  const run = (score: number) => ({ score, published: score })
  const lost = { first: run(0), last: { score: null, published: 0 }, n: missing }
  const whole = Array.from({ length: used }, (_, i) => {
    const { first, last } = outcome(stream.uniform() < 0.5 ? common[i]! : drawTask(stream), d)
    return { first: run(first), last: run(last), n: 1 }
  })
  return missing > 0 ? [...whole, lost] : whole
}

function binaryTask({ first, flip }: Draw, d: number): { first: number; last: number } {
  const solved = first < solvedFirst
  const won = (d + solvedFirst * lostLater) / (1 - solvedFirst)
  const lost = won < 0 ? -d / solvedFirst : lostLater
  const later = solved ? flip >= lost : flip < won
  return { first: solved ? 1 : 0, last: later ? 1 : 0 }
}

function gradedTask({ first, noise }: Draw, d: number): { first: number; last: number } {
  const before = 0.3 + 0.2 * first
  return { first: before, last: before + d + 0.15 * noise }
}

/** How much series of one model, and runs, differ: the exponent's spread over models, and of ln throughput over runs. */
const [exponentSd, runSd, repetitions] = [0.1, 0.25, 3]

/** The same series with new speed-ups, n^exponent up to noise: means of three runs at every size over that of one agent. */
export function plantThroughput<T extends RowOf<'throughput'>>(
  rows: readonly T[],
  exponent: number,
  stream: Stream,
): T[] {
  const speeds = rows.filter(({ metric }) => metric === 'speed_up')
  const names = distinct(speeds.map(({ model }) => model!))
  const sizes = Float64Array.from(distinct(speeds.map(({ x }) => x!)))
  const { throughput } = plantedTeams({
    law: lawById('power'),
    parameters: Float64Array.of(1, -exponent),
    sizes,
    suites: clustersBy(names.map(modelOf)),
    repetitions,
    levelSd: 0,
    exponentSd,
    runSd,
    stream,
  })
  const meanAt = (size: number, series: number): number => {
    const from = (sizes.indexOf(size) * names.length + series) * repetitions
    return throughput.subarray(from, from + repetitions).reduce((total, run) => total + run, 0) / repetitions
  }
  return rows.map((row) => {
    if (row.metric !== 'speed_up') return row
    const series = names.indexOf(row.model!)
    return { ...row, y: meanAt(row.x!, series) / meanAt(1, series) }
  })
}
