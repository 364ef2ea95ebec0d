import { type AgentRow, pick } from '@lawbook/agent-runs'
import { slopeWeights } from '@lawbook/estimators'
import { type Cell, pairOf } from './cells.ts'

/** ln of a ratio to one agent, by size. */
export type Curve = {
  readonly sizes: Float64Array
  /** ln S(n), or ln of what n agents spend over what one does; 0 at n = 1. */
  readonly logs: Float64Array
}

/** One suite and model under one assignment and parallel share, sizes ascending from 1. */
export type Series = Curve & Pick<Cell, 'suite' | 'model' | 'assignment' | 'p'> & { readonly pair: string }

/** ln of what is compared between team sizes; null where the cell does not have it. */
export type Quantity = (cell: Cell) => number | null

/** ln of speed (1 / time), by a geometric mean over successful runs. */
export const speed: Quantity = ({ logTime }) => (logTime === null ? null : -logTime.mean)

/** The same by an arithmetic mean of times. */
export const meanSpeed: Quantity = ({ time }) => (time === null ? null : -Math.log(time))

/** ln of speed over all runs: a failed one counts at its own length. */
export const speedOfAll: Quantity = ({ logTimeAll }) => (logTimeAll === null ? null : -logTimeAll.mean)

/** ln of successes per time: the share that succeeds over the geometric mean time of all runs. */
export const successesPerTime: Quantity = ({ logTimeAll, success }) =>
  logTimeAll === null || success === 0 ? null : Math.log(success) - logTimeAll.mean

/** ln of the tokens of a job, by a geometric mean over all runs: a failed run has spent as well. */
export const tokens: Quantity = ({ logTokensAll }) => logTokensAll?.mean ?? null

/** The same over successful runs. */
export const tokensOfSuccessful: Quantity = ({ logTokens }) => logTokens?.mean ?? null

/** ln of tokens per success: all tokens of a cell over its successful runs. */
export const tokensPerSuccess: Quantity = ({ tokensAll, success }) =>
  tokensAll === null || success === 0 ? null : Math.log(tokensAll / success)

/** A series needs one agent and two team sizes. */
const fewestSizes = 3

/** Cells as series; those without one agent or with fewer than two team sizes are left out. */
export function seriesOf(cells: readonly Cell[], quantity: Quantity): Series[] {
  return groupsOf(cells).flatMap((group) => {
    const known = group.filter((cell) => quantity(cell) !== null).sort((a, b) => a.agents - b.agents)
    if (known.length < fewestSizes || known[0]!.agents !== 1) return []
    const { suite, model, assignment, p } = known[0]!
    const alone = quantity(known[0]!)!
    const logs = Float64Array.from(known, (cell) => quantity(cell)! - alone)
    return [{ suite, model, assignment, p, pair: pairOf(known[0]!), sizes: sizesOf(known), logs }]
  })
}

/** Cells of one suite, model, assignment and parallel share. */
export function groupsOf(cells: readonly Cell[]): Cell[][] {
  const groups = new Map<string, Cell[]>()
  for (const cell of cells) {
    const key = [cell.suite, cell.model, cell.assignment, cell.p].join('\u0000')
    groups.set(key, [...(groups.get(key) ?? []), cell])
  }
  return [...groups.values()]
}

const sizesOf = (cells: readonly Cell[]) => Float64Array.from(cells, ({ agents }) => agents)

/** Rows of one metric as curves relative to the first size, one a model: independent jobs, tokens a round. */
export function curvesOf(rows: readonly AgentRow[]): (Curve & { readonly model: string })[] {
  return [...new Set(rows.map(({ model }) => model!))].map((model) => {
    const own = pick(rows, { model }).sort((a, b) => a.x! - b.x!)
    const logs = Float64Array.from(own, ({ y }) => Math.log(y!) - Math.log(own[0]!.y!))
    return { model, sizes: Float64Array.from(own, ({ x }) => x!), logs }
  })
}

/** The exponent: least-squares slope of the logs on ln n. */
export function slopeOf({ sizes, logs }: Curve): number {
  return slopeWeights(sizes.map(Math.log)).reduce((sum, weight, i) => sum + weight * logs[i]!, 0)
}

/** The exponent of a line through one agent: S(1) = 1 is held. */
export function slopeThroughOne({ sizes, logs }: Curve): number {
  const x = sizes.map(Math.log)
  return x.reduce((sum, at, i) => sum + at * logs[i]!, 0) / x.reduce((sum, at) => sum + at * at, 0)
}

/** The curve without one agent, relative to the smallest team. */
export function teamsOnly<C extends Curve>(curve: C): C {
  return { ...curve, sizes: curve.sizes.slice(1), logs: curve.logs.slice(1) }
}
