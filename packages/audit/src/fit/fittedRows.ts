import type { Row } from '@lawbook/schemas'
import { lawAt } from './band.ts'
import type { FittedCurve } from './fitCurve.ts'

/**
 * Every point under every law that can be predicted from, best extrapolating law first: x, y, law, fitted, the 90 %
 * interval of the law there (missing where it has none), and the residual y - fitted.
 */
export function fittedRows({ fits, points }: FittedCurve): Row[] {
  return fits.flatMap((fitted) =>
    lawAt(fitted, points, points.x).map(({ x, value, low, high }, i) => {
      const y = points.y[i]!
      return { x, y, law: fitted.law.id, fitted: value, low, high, residual: y - value }
    }),
  )
}
