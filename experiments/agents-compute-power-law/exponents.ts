import type { Row } from '@lawbook/schemas'
import type { Choices } from './choices.ts'
import { fittedCount } from './forecast.ts'
import type { Curve, Sweep } from './sweeps.ts'

/** Success as it is and error, 1 - y: what a power law is said to hold of. */
export const kinds = ['success', 'error'] as const
type Kind = (typeof kinds)[number]

const of = (kind: Kind, y: number): number => (kind === 'success' ? y : 1 - y)

type Points = Pick<Curve, 'x' | 'y'>

/**
 * The exponent between two points of a curve, ln(y2 / y1) / ln(x2 / x1), and for the error -ln((1 - y2) / (1 - y1)) /
 * ln(x2 / x1), so that gains are positive in both; null where success, or error, is 0.
 */
function exponent({ x, y }: Points, from: number, to: number, kind: Kind): number | null {
  const [low, high] = [of(kind, y[from]!), of(kind, y[to]!)]
  if (!(low > 0 && high > 0)) return null
  return ((kind === 'success' ? 1 : -1) * Math.log(high / low)) / Math.log(x[to]! / x[from]!)
}

/**
 * Mean exponents of the curves of a sweep over the part that is fitted and over the part held out; null without a curve
 * above zero.
 */
export function exponentParts(
  curves: readonly Points[],
  kind: Kind,
  { fewestFitted }: Choices,
): { lower: number; upper: number } | null {
  const pairs = curves.flatMap((curve) => {
    const middle = fittedCount(curve.x, fewestFitted) - 1
    const [lower, upper] = [exponent(curve, 0, middle, kind), exponent(curve, middle, curve.x.length - 1, kind)]
    return lower === null || upper === null ? [] : [{ lower, upper }]
  })
  if (pairs.length === 0) return null
  const mean = (part: 'lower' | 'upper'): number => pairs.reduce((sum, pair) => sum + pair[part], 0) / pairs.length
  return { lower: mean('lower'), upper: mean('upper') }
}

/** What the exponent loses from the lower to the upper part: as a share of the lower one, and as a difference. */
export function exponentLoss(curves: readonly Points[], kind: Kind, choices: Choices): [number, number] {
  const parts = exponentParts(curves, kind, choices)
  if (parts === null || parts.lower === 0) return [Number.NaN, Number.NaN]
  return [1 - parts.upper / parts.lower, parts.lower - parts.upper]
}

/**
 * The local exponents of success and of error between neighbouring points of every curve, at the geometric mean of their
 * budgets. The path of one is flat for a power law.
 */
export function exponentRows(sweeps: readonly Sweep[]): Row[] {
  return sweeps.flatMap((sweep) =>
    sweep.curves.flatMap((curve) =>
      Array.from({ length: curve.x.length - 1 }, (_, k): Row => {
        const x = Math.sqrt(curve.x[k]! * curve.x[k + 1]!)
        return {
          sweep: sweep.id,
          title: sweep.place.title,
          curve: curve.label,
          x,
          relative: x / curve.x[0]!,
          exponent: exponent(curve, k, k + 1, 'success'),
          errorExponent: exponent(curve, k, k + 1, 'error'),
        }
      }),
    ),
  )
}
