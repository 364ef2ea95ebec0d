import { byCodeUnit, type StreamFactory } from '@lawbook/base'
import { predict, reached } from '@lawbook/estimators'
import type { FitRecord, Measure, Row } from '@lawbook/schemas'
import type { SpeedupChoices } from './choices.ts'
import { meanCurve, type Peak, peakOf, recordsOf, type UnitCurve } from './curveFits.ts'
import type { Observed } from './evidence.ts'
import { meanExponent } from './exponent.ts'
import { plain } from './measureOf.ts'
import { seriesOf, speed } from './series.ts'

/** One kind of work: jobs of LLM Teams by assignment and parallel share, or independent jobs. */
type Work = {
  readonly id: string
  readonly name: string
  /** Null for independent jobs. */
  readonly assignment: string | null
  /** The parallel share; 1 for independent jobs. */
  readonly p: number
  readonly units: string
  readonly curves: readonly UnitCurve[]
}

/** Every kind of work, in the order of the figures: by assignment, then by falling parallel share; independent last. */
function worksOf({ cells, jobs }: Observed): Work[] {
  const series = seriesOf(cells, speed)
  const assignments = [...new Set(series.map(({ assignment }) => assignment))].sort(byCodeUnit)
  const shares = [...new Set(series.map(({ p }) => p))].sort((a, b) => b - a)
  const teams = assignments.flatMap((assignment) =>
    shares.map(
      (p): Work => ({
        id: `${assignment}-${100 * p}`,
        name: `${assignment}, p = ${p}`,
        assignment,
        p,
        units: 'suite-model pairs',
        curves: series
          .filter((one) => one.assignment === assignment && one.p === p)
          .map((one) => ({ ...one, unit: one.pair })),
      }),
    ),
  )
  const independent = { id: 'independent', name: 'independent jobs', assignment: null, p: 1, units: 'series' }
  return [...teams.filter(({ curves }) => curves.length > 0), { ...independent, curves: jobs.map(unitOf) }]
}

const unitOf = (job: Observed['jobs'][number]): UnitCurve => ({ ...job, unit: job.series })

type CurveFindings = {
  readonly measures: readonly Measure[]
  readonly fits: readonly FitRecord[]
  /** Speed-ups: each unit, the mean with its interval, and what the laws and lines say. */
  readonly speedups: readonly Row[]
  /** One row a kind of work: the best size by universal scalability. */
  readonly peaks: readonly Row[]
}

/** Mean curves, fits and best sizes of every kind of work. */
export function curveFindings(observed: Observed, choices: SpeedupChoices, stream: StreamFactory): CurveFindings {
  const works = worksOf(observed).map((work) => ({
    work,
    fitted: recordsOf(work.curves, {
      id: work.id,
      series: work.name,
      units: work.units,
      from: choices.trainUpTo,
    }),
    peak: peakOf(work.curves, choices.peakDraws, stream('peak', work.id)),
  }))
  const judged = works.find(({ work }) => work.assignment === choices.assignment && work.p === choices.share)
  return {
    measures: judged === undefined ? [] : [peakMeasure(judged.work, judged.peak, choices.peakDraws)],
    fits: works.flatMap(({ fitted }) => fitted.map(({ record }) => record)),
    speedups: works.flatMap(({ work, fitted }) => speedupRows(work, fitted)),
    peaks: works.map(({ work, peak }): Row => peakRow(work, peak)),
  }
}

function speedupRows({ id, name, assignment, p, curves }: Work, fitted: ReturnType<typeof recordsOf>): Row[] {
  const about = { work: id, name, assignment, p }
  const blank = { unit: null, low: null, high: null }
  const single = curves.flatMap(({ unit, sizes, logs }) =>
    Array.from(
      sizes,
      (agents, k): Row => ({ ...about, ...blank, curve: 'unit', unit, agents, speedup: Math.exp(logs[k]!) }),
    ),
  )
  const mean = meanCurve(curves)
  const means = Array.from(mean.x, (agents, k): Row => {
    const values = curves.flatMap(({ sizes, logs }) => {
      const at = sizes.indexOf(agents)
      return at < 0 ? [] : [logs[at]!]
    })
    return { ...about, ...blank, curve: 'mean', agents, speedup: mean.y[k]!, ...spreadOf(values) }
  })
  const grid = Float64Array.from({ length: 33 }, (_, k) => 1 + (k * (mean.x.at(-1)! - 1)) / 32)
  const lines = fitted.flatMap(({ law, fit }) => {
    const theta = reached(fit)
    if (theta === null) return []
    return Array.from(
      predict(law, grid, theta),
      (speedup, k): Row => ({
        ...about,
        ...blank,
        curve: law.id,
        agents: grid[k]!,
        speedup,
      }),
    )
  })
  const bounds = Array.from(grid).flatMap((agents): Row[] => [
    { ...about, ...blank, curve: 'linear', agents, speedup: agents },
    { ...about, ...blank, curve: 'bound', agents, speedup: 1 / (1 - p + p / agents) },
  ])
  return [...single, ...means, ...lines, ...bounds]
}

/** The 90 % interval of a mean speed-up, made on the logarithm; none where it does not vary. */
function spreadOf(logs: readonly number[]): { low: number | null; high: number | null } {
  const nested = meanExponent({ values: Float64Array.from(logs), clusters: logs.map((_, i) => String(i)) })
  return {
    low: nested === null ? null : Math.exp(nested.i90[0]),
    high: nested === null ? null : Math.exp(nested.i90[1]),
  }
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null)

function peakRow({ id, name, p, curves }: Work, { best, low, high, identified }: Peak): Row {
  return { work: id, name, p, units: curves.length, best, low: finite(low), high: finite(high), identified }
}

function peakMeasure({ name, curves }: Work, { best, low, high, identified }: Peak, draws: number): Measure {
  const said = (x: number): string => (Number.isFinite(x) ? x.toFixed(1) : 'beyond all sizes')
  return plain(
    {
      id: 'best-size',
      title: `Number of agents at which speed-up is largest by universal scalability, ${name}`,
      method: `n* = sqrt((1 - a) / b); the central 90 % of ${draws} redrawn sets of pairs put it from ${said(low)} to ${said(high)}`,
      n: curves.length,
      unit: 'agents',
    },
    identified ? best : null,
    'the data stop short of a largest speed-up: more than 5 % of redrawn sets put it beyond the measured sizes',
  )
}
