import { fail } from '@lawbook/base'

/** A quantity measured at K sizes: its means, and how they vary together by chance. */
export type Sweep = {
  /** The mean at each size: K. */
  readonly means: Float64Array
  /** The covariance of the means: K x K, row by row; diagonal where the runs at different sizes are independent. */
  readonly covariance: Float64Array
  /** The degrees of freedom behind the covariance, above 0; infinite where it is known but for the means themselves. */
  readonly df: number
}

/**
 * A sweep with runs of its own at every size: shares y_k in [0, 1] of m_k independent trials. The variances are
 * q (1 - q) (m + 2) / m^2 with one success and one failure more, q = (y m + 1) / (m + 2), so that a share of 0 or 1 is
 * not taken as certain and, for equal m, a difference divided by its error is that of Agresti and Caffo (2000). Where the same tasks were tried at every size and
 * only shares are known, this is too wide, since what tasks have in common does not cancel. Throws LB_DOMAIN for a
 * share outside [0, 1] or fewer than one trial, LB_FIT unless there are as many trials as shares.
 */
export function sweepOfShares(shares: Float64Array, trials: Float64Array): Sweep {
  const count = shares.length
  if (trials.length !== count)
    fail('LB_FIT', `${count} shares came with ${trials.length} numbers of trials; give one for each size`)
  const covariance = new Float64Array(count * count)
  for (const [k, share] of shares.entries()) {
    const m = trials[k]!
    if (!(share >= 0 && share <= 1 && m >= 1 && m < Number.POSITIVE_INFINITY))
      fail('LB_DOMAIN', `cannot use a share of ${share} of ${m} trials; it must be in [0, 1], of at least one trial`)
    const q = (share * m + 1) / (m + 2)
    covariance[k * count + k] = (q * (1 - q) * (m + 2)) / (m * m)
  }
  return { means: shares.slice(), covariance, df: Number.POSITIVE_INFINITY }
}

/**
 * A sweep in which the same U units (tasks, suites, models) were measured at every size: `values` is U x K, row by row.
 * The covariance of the means over units is sum_u (x_ui - m_i)(x_uj - m_j) / (U (U - 1)), with U - 1 degrees of freedom,
 * so that what units have in common at all sizes (the difficulty of a task) cancels in a difference. Runs of a cluster
 * are averaged first: the cluster is the unit. Throws LB_FIT for fewer than two units or a row that is not whole,
 * LB_NOT_FINITE for a value that is missing.
 */
export function sweepOfUnits(values: Float64Array, sizes: number): Sweep {
  const units = values.length / sizes
  if (!(Number.isInteger(units) && units >= 2))
    fail('LB_FIT', `${values.length} values are no rows of ${sizes} sizes for two units or more; give units x sizes`)
  const means = new Float64Array(sizes)
  for (const [at, value] of values.entries()) {
    if (!Number.isFinite(value))
      fail('LB_NOT_FINITE', `a unit has the value ${value}; leave units out that were not measured at every size`)
    means[at % sizes]! += value / units
  }
  const covariance = new Float64Array(sizes * sizes)
  for (let u = 0; u < units; u++)
    for (let i = 0; i < sizes; i++)
      for (let j = 0; j < sizes; j++)
        covariance[i * sizes + j]! +=
          ((values[u * sizes + i]! - means[i]!) * (values[u * sizes + j]! - means[j]!)) / (units * (units - 1))
  return { means, covariance, df: units - 1 }
}
