/**
 * Routers as the models see them, one entry each: family, slope, chance of second steps without and with their own state,
 * and weight.
 */
export type Points = {
  readonly family: Int32Array
  readonly b: Float64Array
  readonly before: Float64Array
  readonly after: Float64Array
  readonly weight: Float64Array
}

export type ModelId = 'narrowing' | 'odds-shift' | 'common-gain' | 'common-level'

/** A law of P(B | state) with one parameter. */
export type Model = {
  readonly id: ModelId
  readonly title: string
  /** Weighted least squares in P(B | state) over all families but `leftOut`; over all for null. */
  fit(points: Points, leftOut: number | null): number
  predict(b: number, before: number, parameter: number): number
}

/** The state narrows the library to one part in kappa: gain = b ln kappa. The parameter is ln kappa. */
export const narrowing: Model = {
  id: 'narrowing',
  title: 'b ln κ',
  fit: (points, leftOut) => {
    const { b, before, after } = points
    return ratio(
      points,
      leftOut,
      (r) => b[r]! * (after[r]! - before[r]!),
      (r) => b[r]! * b[r]!,
    )
  },
  predict: (b, before, logKappa) => before + b * logKappa,
}

const oddsShift: Model = {
  id: 'odds-shift',
  title: 'common odds shift',
  fit: fitOdds,
  predict: (_, before, shift) => shifted(before, Math.exp(shift)),
}

const commonGain: Model = {
  id: 'common-gain',
  title: 'common gain',
  fit: (points, leftOut) =>
    ratio(
      points,
      leftOut,
      (r) => points.after[r]! - points.before[r]!,
      () => 1,
    ),
  predict: (_, before, gain) => before + gain,
}

const commonLevel: Model = {
  id: 'common-level',
  title: 'common level',
  fit: (points, leftOut) =>
    ratio(
      points,
      leftOut,
      (r) => points.after[r]!,
      () => 1,
    ),
  predict: (_, __, level) => level,
}

/** The models that know nothing of b. */
export const rivals: readonly Model[] = [oddsShift, commonGain, commonLevel]
export const models: readonly Model[] = [narrowing, ...rivals]

/** A chance whose odds are multiplied. */
export function shifted(chance: number, odds: number): number {
  return (chance * odds) / (1 - chance + chance * odds)
}

/** A ratio of two weighted sums over the families that are not left out. */
function ratio(
  { family, weight }: Points,
  leftOut: number | null,
  above: (r: number) => number,
  below: (r: number) => number,
): number {
  let [top, bottom] = [0, 0]
  for (let r = 0; r < family.length; r++) {
    if (family[r] === leftOut) continue
    top += weight[r]! * above(r)
    bottom += weight[r]! * below(r)
  }
  return top / bottom
}

/** The shift of log odds by Gauss-Newton from no shift, steps of at most 2, inside [-30, 30]. */
function fitOdds({ family, before, after, weight }: Points, leftOut: number | null): number {
  let shift = 0
  for (let step = 0; step < 100; step++) {
    const odds = Math.exp(shift)
    let [gradient, curvature] = [0, 0]
    for (let r = 0; r < family.length; r++) {
      if (family[r] === leftOut) continue
      const fitted = shifted(before[r]!, odds)
      const slope = fitted * (1 - fitted)
      gradient += weight[r]! * slope * (after[r]! - fitted)
      curvature += weight[r]! * slope * slope
    }
    const move = curvature > 0 ? Math.max(-2, Math.min(2, gradient / curvature)) : 0
    shift = Math.max(-30, Math.min(30, shift + move))
    if (Math.abs(move) < 1e-9) break
  }
  return shift
}
