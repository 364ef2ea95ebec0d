import { fail } from '@lawbook/base'
import { studentCdf } from '../distribution/student.ts'
import { type Interval, studentInterval } from '../interval/student.ts'

/**
 * The p-value of equivalence, the word at level alpha, and the (1 - 2 alpha) interval, which lies inside the margins
 * exactly when equivalence is shown. 'not-shown' is no evidence of a difference.
 */
export type Equivalence = { p: number; verdict: 'equivalent' | 'not-shown'; interval: Interval }

/**
 * Two one-sided tests of equivalence (TOST, Schuirmann 1987): is an effect inside the margins [lo, hi], which were
 * fixed beforehand? From an estimate with standard error se and df degrees of freedom (fractional allowed), p =
 * max(P(T >= (estimate - lo) / se), P(T <= (estimate - hi) / se)); both nulls, at or below lo and at or above hi, must
 * fall, so no correction is needed. Equivalent when p <= alpha. Throws LB_DOMAIN unless lo < hi are finite, se > 0, df
 * > 0 finite and alpha is in (0, 1/2).
 */
export function equivalenceTest({
  estimate,
  se,
  df,
  margins: [lo, hi],
  alpha,
}: {
  estimate: number
  se: number
  df: number
  margins: Interval
  alpha: number
}): Equivalence {
  if (!Number.isFinite(lo) || !Number.isFinite(hi) || lo >= hi)
    fail('LB_DOMAIN', `margins of [${lo}, ${hi}] hold nothing; both must be finite and the first below the second`)
  if (!(se > 0)) fail('LB_DOMAIN', `cannot test with a standard error of ${se}; it must be above 0`)
  if (!(df > 0 && Number.isFinite(df)))
    fail('LB_DOMAIN', `cannot use ${df} degrees of freedom; give a finite number > 0`)
  if (!(alpha > 0 && alpha < 0.5)) fail('LB_DOMAIN', `cannot test at level ${alpha}; alpha must be in (0, 0.5)`)
  const interval = studentInterval({ value: estimate, se, df, tail: alpha })
  const p = Math.max(studentCdf((lo - estimate) / se, df), studentCdf((estimate - hi) / se, df))
  return { p, verdict: p <= alpha ? 'equivalent' : 'not-shown', interval }
}
