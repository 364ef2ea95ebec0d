import type { Stream } from '@lawbook/base'
import { type Cell, pairOf, type Spread } from './cells.ts'

/** How far the mean of a cell's ln times can be off by chance. */
export type Noise = {
  /** Standard error. */
  readonly se: number
  /** Degrees of freedom; infinite where the spread is pooled. */
  readonly df: number
  /** Deviations of single runs from their mean, where they are known. */
  readonly runs: Float64Array | null
}

/** The mean of a cell's runs and how they spread; null for a cell without. */
export type SpreadOf = (cell: Cell) => Spread | null

/**
 * The noise of every cell with a time. With at least `fewest` successful runs: s / sqrt(n), n - 1 degrees of freedom;
 * with fewer: the standard deviation pooled over the cells of the same suite and model, taken as known. `times` gives
 * the ln times of a cell's runs, or nothing. `spread` is what varies; ln time of successful runs if not told otherwise.
 */
export function noiseOf(
  cells: readonly Cell[],
  fewest: number,
  times: (cell: Cell) => Float64Array | undefined,
  spread: SpreadOf = ({ logTime }) => logTime,
): Map<Cell, Noise> {
  const pooled = new Map([...new Set(cells.map(pairOf))].map((pair) => [pair, pooledSd(cells, pair, spread)]))
  return new Map(
    cells.flatMap((cell): [Cell, Noise][] => {
      const mean = spread(cell)
      if (mean === null) return []
      const own = mean.n >= fewest && mean.sd !== null
      const sd = own ? mean.sd! : pooled.get(pairOf(cell))!
      const known = own ? times(cell) : undefined
      const runs = known === undefined ? null : known.map((time) => time - mean.mean)
      return [[cell, { se: sd / Math.sqrt(mean.n), df: own ? mean.n - 1 : Number.POSITIVE_INFINITY, runs }]]
    }),
  )
}

/** sqrt(sum (n - 1) s^2 / sum (n - 1)) over the cells of a pair. */
function pooledSd(cells: readonly Cell[], pair: string, spread: SpreadOf): number {
  return poolSd(cells.filter((cell) => pairOf(cell) === pair).map(spread))
}

/** The standard deviation within groups, pooled by degrees of freedom; 0 where no group has any. */
export function poolSd(spreads: readonly (Spread | null)[]): number {
  let [squares, df] = [0, 0]
  for (const spread of spreads) {
    if (spread == null || spread.sd === null) continue
    squares += (spread.n - 1) * spread.sd * spread.sd
    df += spread.n - 1
  }
  return df === 0 ? 0 : Math.sqrt(squares / df)
}

/**
 * One draw of the noise of a mean: where runs are known, the mean of resampled ones (times sqrt(n / (n - 1)), so that
 * its variance is s^2 / n), else se times Student's t.
 */
export function drawNoise({ se, df, runs }: Noise, stream: Stream): number {
  if (runs === null) return se * drawStudent(df, stream)
  let sum = 0
  for (let i = 0; i < runs.length; i++) sum += runs[stream.integer(runs.length)]!
  return (sum / runs.length) * Math.sqrt(runs.length / (runs.length - 1))
}

/** Student's t with whole degrees of freedom; the standard normal for infinitely many. */
function drawStudent(df: number, stream: Stream): number {
  const z = stream.normal()
  if (df === Number.POSITIVE_INFINITY) return z
  let squares = 0
  for (let k = 0; k < df; k++) {
    const x = stream.normal()
    squares += x * x
  }
  return z / Math.sqrt(squares / df)
}
