import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialInformation, compareInformation, gaussianInformation } from '../../src/compare/information.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { lawById } from '../../src/laws/index.ts'
import { reaches } from '../golden/agreement.ts'
import { compare, information } from '../golden/compare.ts'

const [x, y] = [Float64Array.from(information.x), Float64Array.from(information.y)]
const n = y.length
const points = 'independent'

describe('least squares', () => {
  test('AIC and BIC are those of R', () => reaches(compare, 'gaussianInformation', 13))

  test('the variance counts as a parameter, and AICc follows from AIC', () => {
    const { k, aic, aicc } = gaussianInformation({ sse: 2, n, parameters: 2, points })
    expect(k).toBe(3)
    expect(aicc).toBeCloseTo(aic + (2 * k * (k + 1)) / (n - k - 1), 10)
  })

  test.each(['log', 'power'])('%s as fitted here has them too', (id) => {
    const fit = fitLaw(lawById(id), x, y)
    if (fit.status !== 'converged') throw new Error(fit.status)
    const { aic } = gaussianInformation({ sse: fit.sse, n, parameters: 2, points })
    expect(aic).toBeCloseTo(information['least squares'][id]!.aic, 9)
  })

  test('another unit of y shifts every criterion by the same 2 n ln(unit)', () => {
    const sses = fc.double({ min: 1e-9, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(sses, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (sse, unit) => {
        const of = (squares: number) => gaussianInformation({ sse: squares, n: 20, parameters: 3, points })
        for (const by of ['aic', 'aicc', 'bic'] as const)
          expect(of(sse * unit * unit)[by]! - of(sse)[by]!).toBeCloseTo(40 * Math.log(unit), 9)
      }),
    )
  })
})

test('binomial: AIC and BIC are those of R without the constant, and no variance is counted', () => {
  reaches(compare, 'binomialInformation', 13)
  expect(binomialInformation({ deviance: 3, n, parameters: 2, points }).k).toBe(2)
})

test('AICc is null where its correction has no meaning, and nothing else is', () => {
  const at = (n: number) => gaussianInformation({ sse: 1, n, parameters: 2, points })
  expect(at(4).aicc).toBe(null)
  expect(at(5).aicc).toBeCloseTo(at(5).aic + 24, 12)
  expect(Number.isFinite(at(4).aic + at(4).bic)).toBe(true)
})

test('exact curves, impossible sums and counts are refused', () => {
  const gaussian = (change: object) => () => gaussianInformation({ sse: 1, n: 7, parameters: 2, points, ...change })
  const binomial = (change: object) => () =>
    binomialInformation({ deviance: 1, n: 7, parameters: 2, points, ...change })
  for (const of of [gaussian, binomial]) {
    expect(of({ points: 'exact-curve' })).toThrow(
      expect.objectContaining({
        code: 'LB_DOMAIN',
        message: expect.stringMatching(/no independent noise.*extrapolation/),
      }),
    )
    for (const change of [{ n: 7.5 }, { n: 0 }, { n: Number.NaN }, { parameters: 0 }])
      expect(of(change)).toThrow(expect.objectContaining({ code: 'LB_DOMAIN' }))
    expect(of({ n: 1 })).toThrow(expect.objectContaining({ code: 'LB_FIT' }))
    expect(of({ n: 2 })).not.toThrow()
  }
  for (const sse of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(gaussian({ sse })).toThrow(expect.objectContaining({ code: 'LB_DOMAIN' }))
  for (const deviance of [-1e-9, Number.NaN, Number.POSITIVE_INFINITY])
    expect(binomial({ deviance })).toThrow(expect.objectContaining({ code: 'LB_DOMAIN' }))
  expect(binomial({ deviance: 0 })).not.toThrow()
})

describe('the comparison', () => {
  const candidates = Object.entries(information['least squares']).map(([label, { sse, parameters }]) => ({
    label,
    y,
    criteria: gaussianInformation({ sse, n, parameters, points }),
  }))

  test('differences are from the smallest, and weights are their likelihoods shared out', () => {
    const rows = compareInformation({ candidates, by: 'aic' })
    reaches(compare, 'compareInformation', 12)
    expect(rows.map(({ label }) => label)).toEqual(['log', 'power', 'floor'])
    for (const [i, { criteria }] of candidates.entries())
      expect(rows[i]!.difference).toBeCloseTo(criteria.aic - candidates[1]!.criteria.aic, 12)
    expect(rows[1]!.difference).toBe(0)
    // With 7 points AICc charges the third parameter far more than AIC does.
    expect(compareInformation({ candidates, by: 'aicc' })[2]!.weight).toBeLessThan(rows[2]!.weight / 10)
  })

  test('weights sum to 1, however far apart the fits are, and follow the order of the candidates', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 6 }),
        (sses) => {
          const all = sses.map((sse, i) => ({
            label: `${i}`,
            y,
            criteria: gaussianInformation({ sse, n, parameters: 2, points }),
          }))
          const rows = compareInformation({ candidates: all, by: 'bic' })
          expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
          const back = compareInformation({ candidates: [...all].reverse(), by: 'bic' }).reverse()
          for (const [i, row] of rows.entries()) expect(back[i]!.weight).toBeCloseTo(row.weight, 12)
        },
      ),
    )
  })

  test('fits to other data, of another kind, or without the criterion are refused', () => {
    const [one, two] = [candidates[0]!, candidates[1]!]
    const compared =
      (other: typeof one, by: 'aic' | 'aicc' = 'aic') =>
      () =>
        compareInformation({ candidates: [one, other], by })
    const logged = { ...two, y: y.map(Math.log) }
    expect(compared(logged)).toThrow('"power" and "log" were not fitted to the same y')
    const shorter = { ...two, y: y.slice(1), criteria: gaussianInformation({ sse: 1, n: 6, parameters: 2, points }) }
    expect(compared(shorter)).toThrow('not fitted to the same y')
    expect(compared({ ...two, criteria: shorter.criteria })).toThrow('not fitted to the same y')
    const counts = { ...two, criteria: binomialInformation({ deviance: 1, n, parameters: 2, points }) }
    expect(compared(counts)).toThrow('"power" has a binomial likelihood and "log" a gaussian one')
    const many = { ...two, criteria: gaussianInformation({ sse: 1, n, parameters: 5, points }) }
    expect(compared(many, 'aicc')).toThrow(expect.objectContaining({ code: 'LB_DOMAIN' }))
    expect(compared(many)).not.toThrow()
    expect(() => compareInformation({ candidates: [], by: 'aic' })).toThrow('give at least one')
  })
})
