import { fail } from '@lawbook/base'

/**
 * What the points of a fit are: `independent` observations, each with noise of its own, or an `exact-curve`, whose
 * points are all computed from the same rows.
 */
export type PointKind = 'independent' | 'exact-curve'

/**
 * Information criteria of one fit: smaller is better, and only differences between fits to the same y mean anything.
 */
export type InformationCriteria = {
  readonly likelihood: 'gaussian' | 'binomial'
  /** Observations. */
  readonly n: number
  /** Estimated numbers, the variance included where there is one. */
  readonly k: number
  readonly aic: number
  /** Null where n <= k + 1: its correction has no meaning there. */
  readonly aicc: number | null
  readonly bic: number
}

/**
 * AIC, AICc and BIC of an unweighted least-squares fit with normal errors of one unknown variance, at its maximum
 * sse / n, all constants kept:
 *
 *   -2 ln L = n (ln(2 pi sse / n) + 1),   k = parameters + 1 (the variance counts),
 *   AIC = -2 ln L + 2 k,   AICc = AIC + 2 k (k + 1) / (n - k - 1),   BIC = -2 ln L + k ln n
 *
 * (Akaike 1974; Hurvich and Tsai 1989; Schwarz 1978), as R's AIC and BIC of lm and nls. Throws LB_DOMAIN for points of
 * an exact curve, sse not above 0, or counts that are not whole; LB_FIT with n < parameters.
 */
export function gaussianInformation({
  sse,
  n,
  parameters,
  points,
}: {
  sse: number
  n: number
  parameters: number
  points: PointKind
}): InformationCriteria {
  refuseExactCurve(points)
  if (!(sse > 0 && sse < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `no likelihood at a sum of squares of ${sse}; it must be above 0 and finite`)
  const minusTwoLogLikelihood = n * (Math.log((2 * Math.PI * sse) / n) + 1)
  return criteria('gaussian', minusTwoLogLikelihood, n, parameters, parameters + 1)
}

/**
 * AIC, AICc and BIC of a binomial fit from its deviance, which stands for -2 ln L:
 *
 *   deviance = 2 (ln L of the saturated model - ln L),   k = parameters (there is no variance to estimate).
 *
 * The constant -2 ln L of the saturated model is left out: it is the same for all fits to the same successes and
 * trials, so that differences and weights are R's for glm, while AIC itself is lower by that constant. `n` counts rows
 * of (successes, trials), as R does; grouping the rows otherwise changes AICc and BIC. Throws LB_DOMAIN for points of
 * an exact curve, a deviance below 0 or not finite, or counts that are not whole; LB_FIT with n < parameters.
 */
export function binomialInformation({
  deviance,
  n,
  parameters,
  points,
}: {
  deviance: number
  n: number
  parameters: number
  points: PointKind
}): InformationCriteria {
  refuseExactCurve(points)
  if (!(deviance >= 0 && deviance < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `a deviance of ${deviance} cannot be; it must be >= 0 and finite`)
  return criteria('binomial', deviance, n, parameters, parameters)
}

function refuseExactCurve(points: PointKind): void {
  if (points === 'exact-curve')
    fail(
      'LB_DOMAIN',
      'points of an exact curve carry no independent noise, so that AIC, AICc and BIC count evidence that is not there; compare by extrapolation, or by the clustered likelihood of the requests',
    )
}

function criteria(
  likelihood: InformationCriteria['likelihood'],
  minusTwoLogLikelihood: number,
  n: number,
  parameters: number,
  k: number,
): InformationCriteria {
  if (!Number.isInteger(n) || n < 1 || !Number.isInteger(parameters) || parameters < 1)
    fail('LB_DOMAIN', `n = ${n} and ${parameters} parameters; both must be whole numbers from 1`)
  if (n < parameters) fail('LB_FIT', `${n} observations cannot determine ${parameters} parameters; give more`)
  const aic = minusTwoLogLikelihood + 2 * k
  return {
    likelihood,
    n,
    k,
    aic,
    aicc: n > k + 1 ? aic + (2 * k * (k + 1)) / (n - k - 1) : null,
    bic: minusTwoLogLikelihood + k * Math.log(n),
  }
}

/** A fit to be compared: what it was fitted to, as it was fitted (not its logarithm), and its criteria. */
export type Candidate = { readonly label: string; readonly y: Float64Array; readonly criteria: InformationCriteria }

/** A line of the comparison: the criterion, how far it is above the smallest, and the Akaike weight. */
export type ComparedFit = {
  readonly label: string
  readonly value: number
  readonly difference: number
  readonly weight: number
}

/**
 * Fits to the same y side by side, in their order: the criterion `by`, its difference D_i from the smallest, and the
 * weight exp(-D_i / 2) / sum_j exp(-D_j / 2) (Burnham and Anderson 2002, section 2.9; for BIC the posterior probability
 * under equal priors, Raftery 1995). Weights sum to 1 and speak of these candidates only. Throws LB_FIT without
 * candidates, or when they differ in n, in y or in the likelihood; LB_DOMAIN where AICc is asked for and is null.
 */
export function compareInformation({
  candidates,
  by,
}: {
  candidates: readonly Candidate[]
  by: 'aic' | 'aicc' | 'bic'
}): ComparedFit[] {
  const [first] = candidates
  if (first === undefined) fail('LB_FIT', 'no fits to compare; give at least one')
  const values = candidates.map(({ label, y, criteria }) => {
    if (
      criteria.n !== first.criteria.n ||
      criteria.n !== y.length ||
      y.some((value, i) => !Object.is(value, first.y[i]))
    )
      fail(
        'LB_FIT',
        `"${label}" and "${first.label}" were not fitted to the same y; fit both to the same ${first.y.length} points, on the same scale`,
      )
    if (criteria.likelihood !== first.criteria.likelihood)
      fail(
        'LB_FIT',
        `"${label}" has a ${criteria.likelihood} likelihood and "${first.label}" a ${first.criteria.likelihood} one; compare fits of one kind`,
      )
    const value = criteria[by]
    if (value === null)
      fail(
        'LB_DOMAIN',
        `"${label}" has no AICc: ${criteria.n} points for ${criteria.k} estimated numbers; it needs ${criteria.k + 2}`,
      )
    return value
  })
  const least = Math.min(...values)
  const shares = values.map((value) => Math.exp((least - value) / 2))
  const total = shares.reduce((sum, share) => sum + share, 0)
  return candidates.map(({ label }, i) => ({
    label,
    value: values[i]!,
    difference: values[i]! - least,
    weight: shares[i]! / total,
  }))
}
