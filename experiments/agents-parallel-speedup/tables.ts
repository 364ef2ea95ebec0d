import type { Row } from '@lawbook/schemas'
import { type Cell, pairOf } from './cells.ts'
import type { Observed } from './evidence.ts'
import { meanExponent } from './exponent.ts'
import { farthestMean, jobsExponent } from './judged.ts'
import { lawCurve } from './printedLaw.ts'
import { type Curve, type Quantity, type Series, seriesOf, slopeOf, speed, tokens } from './series.ts'

/** Exponents of speed-up and of cost: each series, and the mean with its intervals by kind of work. */
export function exponentRows(observed: Observed): Row[] {
  return [
    ...kindRows('speed-up', observed.cells, speed),
    ...kindRows('tokens', observed.cells, tokens),
    ...groupRows(
      { of: 'speed-up', data: 'independent jobs', assignment: null, p: 1 },
      observed.jobs.map((job) => ({ ...job, label: job.series })),
      jobsExponent(observed.jobs),
    ),
    ...groupRows(
      { of: 'tokens a round', data: 'Silo-Bench', assignment: null, p: null },
      observed.silo.map((one) => ({ ...one, label: one.model })),
      meanExponent({
        values: Float64Array.from(observed.silo, slopeOf),
        clusters: observed.silo.map(({ model }) => model),
      }),
    ),
    {
      ...{ of: 'turns', data: 'printed law', assignment: null, p: null, series: 'law' },
      ...blank,
      exponent: slopeOf(lawCurve(Float64Array.from(new Set(observed.cells.map(({ agents }) => agents))))),
    },
  ]
}

/** A row without an interval. */
const blank = { low: null, high: null, outer_low: null, outer_high: null }

type About = {
  readonly of: string
  readonly data: string
  readonly assignment: string | null
  readonly p: number | null
}

function kindRows(of: string, cells: readonly Cell[], quantity: Quantity): Row[] {
  const series = seriesOf(cells, quantity)
  const kinds = new Map<string, Series[]>()
  for (const one of series) {
    const key = `${one.assignment} ${one.p}`
    kinds.set(key, [...(kinds.get(key) ?? []), one])
  }
  return [...kinds.values()].flatMap((own) => {
    const { assignment, p } = own[0]!
    const labelled = own.map((one) => ({ ...one, label: one.pair }))
    return groupRows({ of, data: 'LLM Teams', assignment, p }, labelled, farthestMean(own))
  })
}

function groupRows(
  about: About,
  curves: readonly (Curve & { readonly label: string })[],
  mean: ReturnType<typeof farthestMean>,
): Row[] {
  const interval =
    mean === null ? blank : { low: mean.i90[0], high: mean.i90[1], outer_low: mean.i995[0], outer_high: mean.i995[1] }
  return [
    ...curves.map((curve): Row => ({ ...about, series: curve.label, exponent: slopeOf(curve), ...blank })),
    { ...about, series: 'mean', exponent: mean?.value ?? null, ...interval },
  ]
}

/** Every cell: its speed-up and its tokens beside one agent, and how many of its runs succeeded. */
export function cellRows(cells: readonly Cell[]): Row[] {
  const alone = (cell: Cell): Cell | undefined =>
    cells.find(
      (other) =>
        other.agents === 1 &&
        pairOf(other) === pairOf(cell) &&
        other.assignment === cell.assignment &&
        other.p === cell.p,
    )
  const ratio = (a: number | undefined, b: number | undefined): number | null =>
    a === undefined || b === undefined ? null : Math.exp(a - b)
  return cells.map((cell): Row => {
    const one = alone(cell)
    return {
      suite: cell.suite,
      model: cell.model,
      assignment: cell.assignment,
      p: cell.p,
      agents: cell.agents,
      runs: cell.runs,
      success: cell.success,
      succeeded: cell.logTime?.n ?? 0,
      speedup: ratio(one?.logTime?.mean, cell.logTime?.mean),
      tokens: ratio(cell.logTokensAll?.mean, one?.logTokensAll?.mean),
    }
  })
}

/**
 * Growth of cost with the number of agents, relative to the smallest team: LLM Teams, Silo-Bench, published turns, and
 * the law that is printed for turns.
 */
export function costRows({ cells, silo, turns }: Observed): Row[] {
  const teams = seriesOf(cells, tokens).flatMap(({ pair, assignment, p, sizes, logs }) =>
    Array.from(
      sizes,
      (agents, k): Row => ({
        data: assignment,
        series: `${pair}, ${assignment}, p = ${p}`,
        agents,
        cost: Math.exp(logs[k]!),
      }),
    ),
  )
  const rounds = silo.flatMap(({ model, sizes, logs }) =>
    Array.from(sizes, (agents, k): Row => ({ data: 'silo-bench', series: model, agents, cost: Math.exp(logs[k]!) })),
  )
  const single = turns.find(({ x }) => x === 1)?.y ?? null
  const means = turns.map(
    ({ agent, x, y }): Row => ({
      data: 'turns',
      series: agent!,
      agents: x!,
      cost: single === null || y === null ? null : y / single,
    }),
  )
  const most = Math.max(...cells.map(({ agents }) => agents))
  const law = lawCurve(Float64Array.from({ length: 4 * most - 3 }, (_, k) => 1 + k / 4))
  const printed = Array.from(
    law.sizes,
    (agents, k): Row => ({ data: 'law', series: 'printed law', agents, cost: Math.exp(law.logs[k]!) }),
  )
  return [...teams, ...rounds, ...means, ...printed]
}
