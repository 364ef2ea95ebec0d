import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BinomialFit, binomialRegression } from '../../src/fit/binomialRegression.ts'
import { close, columns, linear } from '../fixtures/linear.ts'
import { reaches } from '../golden/agreement.ts'
import { fit as golden } from '../golden/fit.ts'

const { dose, group, m, k } = linear.binomial
const design = columns(
  dose.map(() => 1),
  dose,
  group,
)

function regress(link: 'logit' | 'identity', x: Float64Array, successes: number[], trials: number[]): BinomialFit {
  return binomialRegression({
    design: x,
    successes: Float64Array.from(successes),
    trials: Float64Array.from(trials),
    link,
  })
}

function converged(fit: BinomialFit): Extract<BinomialFit, { status: 'converged' }> {
  if (fit.status !== 'converged') throw new Error(fit.status)
  return fit
}

/** A constant and x, one trial a row. */
function line(link: 'logit' | 'identity', x: number[], successes: number[]): BinomialFit {
  const one = x.map(() => 1)
  return regress(link, columns(one, x), successes, one)
}

test('coefficients, covariance and deviance are those of glm in R, under both links', () => {
  reaches(golden, 'binomialRegression', 13)
  const fit = converged(regress('logit', design, k, m))
  expect(fit.se[1]).toBe(Math.sqrt(fit.covariance[4]!))
  expect(fit.df).toBe(7)
})

test('a constant alone gives the pooled proportion and its textbook errors, under both links', () => {
  const total = m.reduce((sum, each) => sum + each, 0)
  const p = k.reduce((sum, each) => sum + each, 0) / total
  const one = columns(m.map(() => 1))
  const identity = converged(regress('identity', one, k, m))
  expect(identity.coefficients[0]).toBeCloseTo(p, 14)
  expect(identity.se[0]).toBeCloseTo(Math.sqrt((p * (1 - p)) / total), 13)
  const logit = converged(regress('logit', one, k, m))
  expect(logit.coefficients[0]).toBeCloseTo(Math.log(p / (1 - p)), 13)
  expect(logit.se[0]).toBeCloseTo(1 / Math.sqrt(total * p * (1 - p)), 13)
})

test('swapping successes and failures turns the sign; splitting a row changes only the deviance', () => {
  const fit = converged(regress('logit', design, k, m))
  const swapped = converged(
    regress(
      'logit',
      design,
      m.map((all, i) => all - k[i]!),
      m,
    ),
  )
  close(swapped.coefficients, [...fit.coefficients.map((c) => -c)], 1e-13)
  const rows = m.flatMap((all, i) => Array.from({ length: all }, (_, trial) => ({ i, right: trial < k[i]! ? 1 : 0 })))
  const split = converged(
    regress(
      'logit',
      Float64Array.from(rows.flatMap(({ i }) => [...design.subarray(3 * i, 3 * i + 3)])),
      rows.map(({ right }) => right),
      rows.map(() => 1),
    ),
  )
  close(split.coefficients, [...fit.coefficients], 1e-12)
  close(split.se, [...fit.se], 1e-10)
})

test('two groups: the logit of each, whatever the counts, or separation when a group has one outcome only', () => {
  const counts = fc.integer({ min: 0, max: 12 })
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const fit = regress('logit', Float64Array.of(1, 0, 1, 1), [a, b], [12, 12])
      if (a % 12 === 0 || b % 12 === 0) {
        expect(fit.status).toBe('separated')
        return
      }
      const logit = (x: number): number => Math.log(x / (12 - x))
      expect(converged(fit).coefficients[0]).toBeCloseTo(logit(a), 10)
      expect(converged(fit).coefficients[1]).toBeCloseTo(logit(b) - logit(a), 10)
    }),
  )
})

test('complete and quasi-complete separation are found, with the rows that are perfectly predicted', () => {
  const complete = line('logit', [1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1])
  expect(complete.status).toBe('separated')
  expect('coefficients' in complete).toBe(false)
  // at x = 3 both outcomes occur, so those two rows stay at 1/2
  const quasi = line('logit', [1, 2, 3, 3, 4, 5], [0, 0, 0, 1, 1, 1])
  if (quasi.status !== 'separated') throw new Error(quasi.status)
  expect([...quasi.rows]).toEqual([0, 1, 4, 5])
  expect(line('logit', [1, 2, 3, 4], [1, 1, 1, 1]).status).toBe('separated')
  const mixed = regress('logit', columns([1, 1, 1, 1], [0, 0, 1, 0]), [3, 4, 9, 5], [10, 10, 9, 10])
  if (mixed.status !== 'separated') throw new Error(mixed.status)
  expect([...mixed.rows]).toEqual([2])
})

test('one overlapping row is enough against separation, however far the others are', () => {
  expect(line('logit', [1, 2, 3.001, 3, 5, 6], [0, 0, 0, 1, 1, 1]).status).toBe('converged')
  const far = converged(line('logit', [0, 1, 2, 3, 4, 5, 1e6], [0, 1, 0, 1, 0, 1, 1]))
  expect(far.coefficients[1]).toBeGreaterThan(0)
  const huge = converged(line('logit', [0, 1, 2, 3, 4, 5, 1e9], [0, 1, 0, 1, 0, 1, 1]))
  expect(huge.coefficients[1]).toBeCloseTo(far.coefficients[1]!, 10)
  expect(huge.se[1]).toBeCloseTo(far.se[1]!, 8)
})

test('a step that also moves rows of both outcomes is no separation, though a far row races ahead', () => {
  const x = [0, 1, 2, 3, 4, 5, 1e6]
  const one = x.map(() => 1)
  const counts = regress('logit', columns(one, x), [1, 2, 1, 2, 1, 2, 3], [3, 3, 3, 3, 3, 3, 3])
  const without = regress('logit', columns(one, x).slice(0, 12), [1, 2, 1, 2, 1, 2], [3, 3, 3, 3, 3, 3])
  close(converged(counts).coefficients, [...converged(without).coefficients], 1e-11)
})

test('under the identity link a probability that reaches 0 or 1 is separation, not an estimate', () => {
  const fit = regress('identity', Float64Array.of(1, 0, 1, 1), [0, 6], [12, 12])
  if (fit.status !== 'separated') throw new Error(fit.status)
  expect([...fit.rows]).toEqual([0])
  const certain = regress('identity', Float64Array.of(1, 0, 1, 1), [6, 12], [12, 12])
  if (certain.status !== 'separated') throw new Error(certain.status)
  expect([...certain.rows]).toEqual([1])
  const steep = regress('identity', columns([1, 1, 1], [0, 1, 2]), [0, 0, 20], [20, 20, 20])
  expect(steep.status).toBe('separated')
  const inside = converged(regress('identity', columns([1, 1, 1], [0, 1, 2]), [1, 3, 18], [20, 20, 20]))
  expect(inside.coefficients[0]).toBeGreaterThan(0)
  expect(inside.coefficients[0]! + 2 * inside.coefficients[1]!).toBeLessThan(1)
})

test('under the identity link a fit whose scoring steps would swing for ever converges', () => {
  const x = [3, 1, 3, 3, 3, 1, 5, 0, 0]
  const one = x.map(() => 1)
  const fit = regress('identity', columns(one, x), [0, 0, 0, 0, 8, 1, 1, 1, 1], [15, 1, 1, 1, 15, 1, 1, 1, 1])
  expect(converged(fit).iterations).toBeLessThan(15)
})

test('a maximum that just touches the edge, where steps shrink without end, has status max-iterations', () => {
  const fit = regress(
    'identity',
    columns([1, 1, 1, 1, 1, 1], [0, 3, 3, 3, 3, 4]),
    [0, 7, 0, 1, 1, 0],
    [1, 30, 3, 1, 1, 2],
  )
  expect(fit.status).toBe('max-iterations')
  expect('coefficients' in fit).toBe(false)
})

test('columns far from 0 cost digits, not the fit, nor is their separation missed', () => {
  const shifted = (x: number[]): number[] => x.map((value) => 1e8 + value)
  const near = converged(line('logit', [0, 1, 2, 3, 4, 5], [0, 1, 0, 1, 0, 1]))
  const far = converged(line('logit', shifted([0, 1, 2, 3, 4, 5]), [0, 1, 0, 1, 0, 1]))
  expect(far.coefficients[1]).toBeCloseTo(near.coefficients[1]!, 6)
  expect(far.se[1]).toBeCloseTo(near.se[1]!, 6)
  const statusOf = (x: number[], successes: number[], trials: number[]): string =>
    regress(
      'logit',
      columns(
        x.map(() => 1),
        shifted(x),
      ),
      successes,
      trials,
    ).status
  expect(statusOf([1, 2, 3, 3, 4, 5], [0, 0, 0, 1, 1, 1], [1, 1, 1, 1, 1, 1])).toBe('separated')
  expect(statusOf([1, 1, 3, 5], [2, 3, 1, 1], [17, 3, 1, 1])).toBe('separated')
  expect(statusOf([5, 4, 1, 2, 4, 0, 0], [1, 5, 1, 3, 1, 7, 1], [1, 5, 2, 3, 1, 8, 2])).toBe('converged')
})

test('where whole steps would run away from the maximum, shorter ones reach it', () => {
  const fit = converged(
    regress('logit', columns([1, 1, 1, 1], [14000, 14000, 11000, 11000]), [21, 14, 1, 0], [21, 17, 1, 2]),
  )
  // two groups: 35 of 38 and 1 of 3
  const slope = (Math.log(35 / 3) - Math.log(1 / 2)) / 3000
  expect(fit.coefficients[1]! / slope).toBeCloseTo(1, 10)
})

test('counts that cannot be and designs without a start are refused', () => {
  expect(() => regress('logit', design, [13, ...k.slice(1)], m)).toThrow('row 1 has 13 successes of 12 trials')
  expect(() => regress('logit', design, [0, ...k.slice(1)], [0, ...m.slice(1)])).toThrow('row 1 has 0 trials')
  expect(() => regress('logit', design, [Number.NaN, ...k.slice(1)], m)).toThrow(
    expect.objectContaining({ code: 'LB_DOMAIN' }),
  )
  expect(() => regress('logit', design, k, m.slice(1))).toThrow('10 successes came with 9 trials')
  expect(() => regress('logit', columns(dose, dose), k, m)).toThrow('column 2 of 2 is a combination')
  expect(() => regress('identity', columns([-1, 0.1, 1]), [3, 4, 5], [9, 9, 9])).toThrow('add a constant column')
})
