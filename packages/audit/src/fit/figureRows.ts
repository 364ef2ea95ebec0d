import { innerTail, normalQuantile, wilson } from '@lawbook/estimators'
import { lawAt } from './band.ts'
import { type CurvePoint, sizesOf } from './curve.ts'
import type { FittedCurve } from './fitCurve.ts'
import type { FittedLaw } from './fittedLaw.ts'

const steps = 120
const mostRivals = 3

/** A measured point with the 90 % interval of its own error, and what is left of it under the best law. */
type MeasuredRow = {
  readonly x: number
  readonly y: number
  readonly low: number | null
  readonly high: number | null
}
export type CurveRow = MeasuredRow & { readonly law: string }

/** What a figure draws: finished numbers. */
export type FigureRows = {
  /** x is best drawn on a logarithmic axis: all above 0, over a factor of 8 or more. */
  readonly logarithmic: boolean
  readonly domain: readonly [number, number]
  readonly largest: number
  readonly measured: readonly MeasuredRow[]
  /** The best law with its band, then its rivals, up to four times the largest size. */
  readonly curves: readonly CurveRow[]
  /** Empty where no law is best. */
  readonly residuals: readonly MeasuredRow[]
}

/** The rows of a figure. Curves of shares are cut off where they leave [0, 1]. */
export function figureRows(fitted: FittedCurve): FigureRows {
  const { curve, standing, points } = fitted
  const sizes = sizesOf(curve.points)
  const logarithmic = sizes[0]! > 0 && sizes.at(-1)! >= 8 * sizes[0]!
  const domain = [sizes[0]!, Math.max(4 * sizes.at(-1)!, sizes.at(-1)!)] as const
  const drawn = [...standing.left, ...standing.ruledOut].slice(0, 1 + mostRivals)
  const grid = gridOf(domain, logarithmic)
  const rowsOf = ({ law, fit }: FittedLaw, banded: boolean): CurveRow[] =>
    lawAt({ law, fit }, points, grid)
      .filter(({ value }) => !curve.share || (value >= 0 && value <= 1))
      .map(({ x, value, low, high }) => ({
        law: law.title,
        x,
        y: value,
        ...within({ low, high }, curve.share, banded),
      }))
  const measured = curve.points.map(measuredRow)
  return {
    ...{ logarithmic, domain, largest: sizes.at(-1)!, measured },
    curves: drawn.flatMap((each, k) => rowsOf(each, k === 0)),
    residuals: drawn[0] === undefined ? [] : residualsOf(drawn[0], fitted, measured),
  }
}

type Ends = Pick<MeasuredRow, 'low' | 'high'>

function within({ low, high }: Ends, share: boolean, banded: boolean): Ends {
  if (!banded || low === null || high === null) return { low: null, high: null }
  return share ? { low: Math.max(low, 0), high: Math.min(high, 1) } : { low, high }
}

function gridOf([from, to]: readonly [number, number], logarithmic: boolean): Float64Array {
  const place = (share: number): number => {
    if (share === 1) return to
    return logarithmic ? from * Math.exp(share * Math.log(to / from)) : from + share * (to - from)
  }
  return Float64Array.from({ length: steps + 1 }, (_, k) => place(k / steps))
}

function measuredRow({ x, y, trials, se }: CurvePoint): MeasuredRow {
  if (trials !== null) {
    const [low, high] = wilson(Math.min(y * trials, trials), trials, 1 - 2 * innerTail)
    return { x, y, low, high }
  }
  if (se === null) return { x, y, low: null, high: null }
  const reach = -normalQuantile(innerTail) * se
  return { x, y, low: y - reach, high: y + reach }
}

function residualsOf(best: FittedLaw, { points }: FittedCurve, measured: readonly MeasuredRow[]): MeasuredRow[] {
  const fitted = lawAt(best, points, points.x)
  const less = (value: number | null, i: number): number | null => (value === null ? null : value - fitted[i]!.value)
  return measured.map(({ x, y, low, high }, i) => ({ x, y: less(y, i)!, low: less(low, i), high: less(high, i) }))
}
