import { anywhere, defineLaw, digamma, fitLaw, logBeta, logBinomial, reached } from '@lawbook/estimators'

/**
 * Coverage of k attempts when a share s of tasks can be solved, each with a rate of its own from Beta(alpha, beta):
 * s (1 - B(alpha, beta + k) / B(alpha, beta)). Used for noise alone, as the population that tasks are drawn from.
 */
const mixedCoverage = defineLaw({
  id: 'mixed-coverage',
  title: 'coverage of a Beta mixture',
  equation: 's (1 - B(alpha, beta + k) / B(alpha, beta))',
  source: 'repeated sampling of tasks of unequal difficulty, as in arXiv 2502.17578',
  inputs: [{ name: 'k', unit: 'attempts', from: 0, to: Number.MAX_VALUE }],
  parameters: [
    { name: 's', unit: 'y', ...anywhere, lower: 0, upper: 1 },
    { name: 'alpha', unit: '1', lower: 1e-2, upper: 50, scale: 'log' },
    { name: 'beta', unit: '1', lower: 1e-2, upper: 50, scale: 'log' },
  ],
  linear: 1,
  evaluate(x, theta, values, jacobian) {
    const [s, alpha, beta] = theta as unknown as [number, number, number]
    for (let i = 0; i < x.length; i++) {
      const left = Math.exp(logBeta(alpha, beta + x[i]!) - logBeta(alpha, beta))
      const shared = digamma(alpha + beta) - digamma(alpha + beta + x[i]!)
      values[i] = s * (1 - left)
      jacobian[3 * i] = 1 - left
      jacobian[3 * i + 1] = -s * left * shared
      jacobian[3 * i + 2] = -s * left * (digamma(beta + x[i]!) - digamma(beta) + shared)
    }
  },
  starts: () => [0.3, 1].flatMap((alpha) => [1, 5].map((beta) => Float64Array.of(1, alpha, beta))),
})

/**
 * The chance that a task is solved in c of m attempts, c = 0..m, in a population whose coverage curve is nearest to the
 * given one: s C(m, c) B(alpha + c, beta + m - c) / B(alpha, beta), and 1 - s more at c = 0. Without a minimum of the
 * fit all tasks are alike, which is null.
 */
export function solvedChances(x: Float64Array, y: Float64Array): Float64Array | null {
  const theta = reached(fitLaw(mixedCoverage, x, y))
  if (theta === null) return null
  const [s, alpha, beta] = theta as unknown as [number, number, number]
  const m = Math.round(x.at(-1)!)
  const chances = Float64Array.from(
    { length: m + 1 },
    (_, c) => s * Math.exp(logBinomial(m, c) + logBeta(alpha + c, beta + m - c) - logBeta(alpha, beta)),
  )
  chances[0]! += 1 - s
  return chances
}

/**
 * Share of the subsets of k of m attempts that hold a success, when c of the m succeeded: 1 - C(m - c, k) / C(m, k), the
 * unbiased estimate of coverage (Chen et al. 2021, arXiv 2107.03374).
 */
export function subsetCoverage(m: number, c: number, k: number): number {
  return m - c < k ? 1 : -Math.expm1(logBinomial(m - c, k) - logBinomial(m, k))
}
