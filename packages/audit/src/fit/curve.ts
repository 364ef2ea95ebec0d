/** A point of a curve: y measured at x, with the trials or the standard error behind it where these were given. */
export type CurvePoint = {
  readonly x: number
  readonly y: number
  readonly trials: number | null
  readonly se: number | null
}

/** A cell that holds no number, for which its row was left out: missing is never zero. */
export type LeftOutRow = { readonly line: number; readonly column: string; readonly value: string }

/** A user's curve, as it was read. */
export type Curve = {
  /** The file as it was named, and its columns. */
  readonly file: string
  readonly x: string
  readonly y: string
  readonly points: readonly CurvePoint[]
  /** What says how much a point counts. */
  readonly weighed: 'equal' | 'trials' | 'se'
  /** All y are in [0, 1]: laws of accuracies can be tried. */
  readonly share: boolean
  readonly leftOut: readonly LeftOutRow[]
}

/** The points as the estimators take them; weights are the trials, or 1 / se^2. */
export type Points = {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly weights?: Float64Array
}

/** The same points in one order, whatever the order of rows: by x, y, trials and error. */
export const inOrder = (points: readonly CurvePoint[]): CurvePoint[] =>
  [...points].sort((a, b) => a.x - b.x || a.y - b.y || (a.trials ?? 0) - (b.trials ?? 0) || (a.se ?? 0) - (b.se ?? 0))

/** The points of a curve in the arrays of the estimators. */
export function pointsOf({ points, weighed }: Pick<Curve, 'points' | 'weighed'>): Points {
  const x = Float64Array.from(points, (point) => point.x)
  const y = Float64Array.from(points, (point) => point.y)
  if (weighed === 'equal') return { x, y }
  return { x, y, weights: Float64Array.from(points, weighed === 'trials' ? trialsOf : precisionOf) }
}

const trialsOf = ({ trials }: CurvePoint): number => trials!
const precisionOf = ({ se }: CurvePoint): number => 1 / (se! * se!)

/** The distinct x, ascending. */
export const sizesOf = (points: readonly { readonly x: number }[]): number[] =>
  [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b)

/** Where a law is asked beyond the points: twice and four times the largest x; nowhere if that is not above 0. */
export function largerSizes(points: readonly { readonly x: number }[]): number[] {
  const largest = sizesOf(points).at(-1)!
  return largest > 0 ? [2 * largest, 4 * largest] : []
}
