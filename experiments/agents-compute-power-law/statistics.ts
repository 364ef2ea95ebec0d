import { lawById } from '@lawbook/estimators'
import type { Choices } from './choices.ts'
import { exponentLoss, kinds } from './exponents.ts'
import { comparable, distance, type Forecast, farthest, fittedCount, forecast } from './forecast.ts'
import { adequate, allForms, contests, threeParameters, twoParameters } from './forms.ts'

type Points = { readonly x: Float64Array; readonly y: Float64Array }

/** Names of the statistics of a sweep, in the order of `sweepStatistics`: points of success, and losses of exponents. */
export const statisticNames: readonly string[] = [
  ...contests.map(({ form }) => `gap-${form}`),
  ...adequate.map((form) => `deviation-${form}`),
  ...kinds.flatMap((kind) => [`loss-${kind}`, `change-${kind}`]),
  ...allForms.map((form) => `error-${form}`),
]

/** Fits of one curve: each form to the lower part, and the judged ones to the whole. Null where it is too short for them. */
export type CurveFits = { readonly lower: readonly (Forecast | null)[]; readonly whole: readonly (Forecast | null)[] }

/** Whether a curve has more than four budgets, so that it carries three parameters and can show a misfit of two. */
export const isLong = ({ x }: Pick<Points, 'x'>): boolean => x.length > 4

/** `parameters` is 2 where the forms with three and the fits to the whole curve are left out. */
export function fitCurve(
  { x, y }: Points,
  { fewestFitted }: Choices,
  warm: CurveFits | undefined,
  parameters: 2 | 3,
): CurveFits {
  const all = parameters === 3 && isLong({ x })
  const fitted = fittedCount(x, fewestFitted)
  const lower = (forms: readonly string[], before: number) =>
    comparable(
      forms.map((form, j) => forecast(lawById(form), x, y, fitted, warm?.lower[before + j]?.theta)),
      y,
      fitted,
    )
  return {
    lower: [
      ...lower(twoParameters, 0),
      ...(all ? lower(threeParameters, twoParameters.length) : threeParameters.map(() => null)),
    ],
    whole: adequate.map((form, j) => (all ? forecast(lawById(form), x, y, x.length, warm?.whole[j]?.theta) : null)),
  }
}

/**
 * The statistics of a sweep: how much worse each contested form forecasts than its best rival in this sweep, how far the
 * judged forms are from the curve at most, what the exponents of success and of error lose, and the held-out error of
 * every form; errors and deviations are means over the curves. NaN where the curves are too short.
 */
export function sweepStatistics(curves: readonly Points[], fits: readonly CurveFits[], choices: Choices): Float64Array {
  const { fewestFitted } = choices
  const mean = (of: (curve: Points, fits: CurveFits) => number): number =>
    curves.reduce((sum, curve, i) => sum + of(curve, fits[i]!), 0) / curves.length
  const errors = allForms.map((_, j) =>
    mean((curve, { lower }) =>
      lower[j] ? distance(lower[j].predicted, curve.y, fittedCount(curve.x, fewestFitted)) : Number.NaN,
    ),
  )
  const gaps = contests.map(
    ({ form, rivals }) =>
      errors[allForms.indexOf(form)]! - Math.min(...rivals.map((rival) => errors[allForms.indexOf(rival)]!)),
  )
  const deviations = adequate.map((_, j) =>
    mean((curve, { whole }) => (whole[j] ? farthest(whole[j].predicted, curve.y) : Number.NaN)),
  )
  const losses = kinds.flatMap((kind) => exponentLoss(curves, kind, choices))
  return Float64Array.from([...gaps, ...deviations, ...losses, ...errors])
}

/**
 * How far the forecast of each contested form lies from the farthest rival's at most, root mean square over the budgets
 * held out, mean over curves, in points. No larger gap is possible, whatever is measured there. Looks at the lower part
 * of the curves alone.
 */
export function forecastsApart(
  curves: readonly Points[],
  fits: readonly CurveFits[],
  { fewestFitted }: Choices,
): number[] {
  return contests.map(({ form, rivals }) => {
    const own = allForms.indexOf(form)
    return Math.max(
      ...rivals.map((rival) => {
        const other = allForms.indexOf(rival)
        return (
          curves.reduce((sum, { x }, i) => {
            const [a, b] = [fits[i]!.lower[own], fits[i]!.lower[other]]
            return sum + (a && b ? distance(a.predicted, b.predicted, fittedCount(x, fewestFitted)) : Number.NaN)
          }, 0) / curves.length
        )
      }),
    )
  })
}
