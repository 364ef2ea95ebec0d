import { fail } from '@lawbook/base'
import { deviance } from './deviance.ts'
import { logGamma, stirlingCorrection } from './gamma.ts'

/** An urn: `drawn` of `population` items are drawn without replacement, and `marked` of the population are marked. */
export type Urn = { population: number; marked: number; drawn: number }

/**
 * The log of the hypergeometric probability that k of the drawn items are marked, ln [C(marked, k) C(population -
 * marked, drawn - k) / C(population, drawn)], to about 1e-13 absolute; -Infinity for an impossible k. With n_ij the
 * four cells of the table (marked or not) x (drawn or not) and e_ij = row total * column total / population, it is
 * minus the sum of deviances n_ij ln(n_ij / e_ij) + e_ij - n_ij, and terms of Stirling's formula: the saddle-point
 * form of Loader (2000), which does not cancel. Throws LB_DOMAIN unless k and the urn's numbers are integers, the
 * population in [0, 9e7], and marked and drawn in [0, population].
 */
export function logHypergeometric(k: number, urn: Urn): number {
  check(k, urn)
  const { population, marked, drawn } = urn
  const { least, most } = support(urn)
  if (k < least || k > most) return Number.NEGATIVE_INFINITY
  if (least === most) return 0
  // Products of counts are exact below 2^53, so that the difference carries all digits.
  const difference = (marked * drawn - k * population) / population
  const expected = (row: number, column: number): number => (row * column) / population
  const cells = [
    [k, expected(marked, drawn), difference],
    [marked - k, expected(marked, population - drawn), -difference],
    [drawn - k, expected(population - marked, drawn), -difference],
    [population - marked - drawn + k, expected(population - marked, population - drawn), difference],
  ] as const
  const margins = factorialRest(marked) + factorialRest(population - marked) + factorialRest(drawn)
  let sum = margins + factorialRest(population - drawn) - factorialRest(population)
  for (const [count, mean, apart] of cells) sum -= factorialRest(count) + deviance(count, mean, apart)
  return sum
}

/**
 * ln P(X <= k), the log of the lower tail; -Infinity below the support, 0 above. The probabilities on the smaller side
 * are summed by their ratios, so that neither tail overflows or cancels. Throws LB_DOMAIN as `logHypergeometric`.
 */
export function logHypergeometricLowerTail(k: number, urn: Urn): number {
  check(k, urn)
  const { least, most } = support(urn)
  if (k < least || k >= most) return k < least ? Number.NEGATIVE_INFINITY : 0
  return k < mode(urn) ? sumDown(k, urn) : Math.log1p(-Math.exp(sumUp(k + 1, urn)))
}

/** ln P(X > k), strictly above k: the log of what `logHypergeometricLowerTail` leaves; for P(X >= k) give k - 1. */
export function logHypergeometricUpperTail(k: number, urn: Urn): number {
  check(k, urn)
  const { least, most } = support(urn)
  if (k < least || k >= most) return k < least ? 0 : Number.NEGATIVE_INFINITY
  return k < mode(urn) ? Math.log1p(-Math.exp(sumDown(k, urn))) : sumUp(k + 1, urn)
}

/** ln sum_{j <= k} P(X = j), for k below the mode: P(j - 1) / P(j) falls below 1 there. */
function sumDown(k: number, urn: Urn): number {
  const { population, marked, drawn } = urn
  let term = 1
  let sum = 1
  for (let j = k; term > 1e-18 * sum; j--) {
    term *= (j / (marked - j + 1)) * ((population - marked - drawn + j) / (drawn - j + 1))
    sum += term
  }
  return logHypergeometric(k, urn) + Math.log(sum)
}

/** ln sum_{j >= k} P(X = j), for k above the mode. */
function sumUp(k: number, urn: Urn): number {
  const { population, marked, drawn } = urn
  let term = 1
  let sum = 1
  for (let j = k; term > 1e-18 * sum; j++) {
    term *= ((marked - j) / (j + 1)) * ((drawn - j) / (population - marked - drawn + j + 1))
    sum += term
  }
  return logHypergeometric(k, urn) + Math.log(sum)
}

/** The most probable count. */
function mode({ population, marked, drawn }: Urn): number {
  return Math.floor(((marked + 1) * (drawn + 1)) / (population + 2))
}

/** The smallest and the largest possible count. */
function support({ population, marked, drawn }: Urn): { least: number; most: number } {
  return { least: Math.max(0, marked + drawn - population), most: Math.min(marked, drawn) }
}

/** ln m! - (m ln m - m), which is 0 for m = 0. */
function factorialRest(m: number): number {
  if (m === 0) return 0
  if (m < 10) return logGamma(m + 1) - m * Math.log(m) + m
  return 0.5 * Math.log(2 * Math.PI * m) + stirlingCorrection(m)
}

function check(k: number, { population, marked, drawn }: Urn): void {
  if (!(Number.isInteger(population) && population >= 0 && population <= 9e7))
    fail('LB_DOMAIN', `cannot draw from a population of ${population}; it must be an integer in [0, 9e7]`)
  const inside = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= population
  if (!(inside(marked) && inside(drawn) && Number.isInteger(k)))
    fail(
      'LB_DOMAIN',
      `cannot have ${k} of ${marked} marked items among ${drawn} drawn; give integers, both totals <= ${population}`,
    )
}
