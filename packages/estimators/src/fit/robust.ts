import { fail } from '@lawbook/base'
import type { Problem } from './problem.ts'

/**
 * What a residual r costs, with C the size from which on it counts less than its square; all are r^2 near 0:
 * `huber` (2 C |r| - C^2 beyond C; Huber 1964), `soft-l1` (2 C^2 (sqrt(1 + (r/C)^2) - 1)), `cauchy` (C^2 ln(1 +
 * (r/C)^2)). The last two as in scipy.optimize.least_squares.
 */
export type Loss = { readonly kind: 'huber' | 'soft-l1' | 'cauchy'; readonly scale: number }

/**
 * A problem with another loss than squares: each residual becomes the signed root of its cost and each row of the
 * Jacobian its derivative, so that the sum of squares of the new problem is the total cost of the old one, exactly.
 * Throws LB_DOMAIN unless the scale is above 0.
 */
export function withLoss(problem: Problem, { kind, scale }: Loss): Problem {
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `a loss cannot have the scale ${scale}; give a number above 0, in units of y`)
  const p = problem.lower.length
  return {
    ...problem,
    evaluate(theta, residuals, jacobian) {
      problem.evaluate(theta, residuals, jacobian)
      for (let i = 0; i < problem.rows; i++) {
        const z = residuals[i]! / scale
        const root = Math.sqrt(costs[kind](z))
        // d root / dz = cost'(z) / (2 root), which tends to 1 at 0.
        const slope = root > 1e-8 ? Math.abs(halfSlopes[kind](z)) / root : 1
        residuals[i] = Math.sign(z) * scale * root
        for (let j = 0; j < p; j++) jacobian[i * p + j]! *= slope
      }
    },
  }
}

const costs: Readonly<Record<Loss['kind'], (z: number) => number>> = {
  huber: (z) => (Math.abs(z) <= 1 ? z * z : 2 * Math.abs(z) - 1),
  'soft-l1': (z) => (2 * z * z) / (Math.sqrt(1 + z * z) + 1),
  cauchy: (z) => Math.log1p(z * z),
}

/** Half the derivative of the cost. */
const halfSlopes: Readonly<Record<Loss['kind'], (z: number) => number>> = {
  huber: (z) => (Math.abs(z) <= 1 ? z : Math.sign(z)),
  'soft-l1': (z) => z / Math.sqrt(1 + z * z),
  cauchy: (z) => z / (1 + z * z),
}
