import { lawById } from '@lawbook/estimators'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitCurve } from '../../src/fit/fitCurve.ts'
import { curveOf } from '../../src/fit/readCurve.ts'
import { curveFrom, ladder, plantedCsv } from './planted.ts'

const truths = [
  { id: 'log', theta: [1.02, 0.09] },
  { id: 'power', theta: [1.2, 0.15] },
  { id: 'signal-detection', theta: [2.2, 1.5] },
] as const
const three = truths.map(({ id }) => lawById(id))

const planted = (id: string, theta: readonly number[], trials: number, sizes = ladder) =>
  curveOf(plantedCsv(id, theta, sizes, trials), 'curve.csv', { x: 'N', y: 'accuracy', n: 'trials' })

describe('a planted curve', () => {
  it.each(truths)(
    'of the $id law is recovered from many trials, and told apart from the other two',
    ({ id, theta }) => {
      const { laws, apart } = fitCurve(planted(id, theta, 60_000), { laws: three })
      expect(apart).toMatchObject({ verdict: 'yes', best: id, second: null, reference: id, enough: null })
      expect(apart.ruledOut).toHaveLength(2)
      const own = laws.find(({ law }) => law === id)!
      expect(own.status).toBe('converged')
      for (const [j, { value, low, high }] of own.parameters.entries()) {
        expect(Math.abs(value - theta[j]!)).toBeLessThan(0.03 * Math.abs(theta[j]!))
        // Twice as far as the 90 % interval, so that no seed decides.
        expect(theta[j]!).toBeGreaterThan(value - 2 * (value - low!))
        expect(theta[j]!).toBeLessThan(value + 2 * (high! - value))
      }
      expect(own.likelihood).toMatchObject({ aicAbove: 0 })
      expect(own.likelihood!.lackOfFit).toBeGreaterThan(0.01)
      for (const other of laws.filter(({ law }) => law !== id)) {
        expect(other.likelihood!.aicAbove).toBeGreaterThan(10)
        expect(other.worse!.low).toBeGreaterThan(0)
        expect(other.leftOut!).toBeGreaterThan(own.leftOut!)
      }
    },
  )

  it('of few trials tells nothing, and more trials would', () => {
    const { apart } = fitCurve(planted('log', [1.02, 0.09], 150), { laws: [lawById('log'), lawById('power')] })
    expect(apart.verdict).toBe('no')
    const { today, more, larger, wrong } = apart.enough!
    expect(today.right).toBeLessThan(0.6)
    expect(wrong).toBeLessThan(0.15)
    expect(more!.times).toBeGreaterThan(2)
    expect(more!.right).toBeGreaterThanOrEqual(0.8)
    expect(larger!.sizes).toEqual([...ladder, 4000, 8000])
    expect(larger!.right).toBeGreaterThan(today.right)
  })

  it('is asked for more than 64 times the trials where two laws hardly differ', () => {
    const { apart } = fitCurve(planted('log', [1.02, 0.09], 300), { laws: [lawById('log'), lawById('harmonic')] })
    expect(apart).toMatchObject({ verdict: 'no', enough: { more: null } })
  })

  it('of four sizes cannot tell', () => {
    const { apart, laws } = fitCurve(planted('log', [1.02, 0.09], 20_000, [10, 50, 200, 1000]), { laws: three })
    expect(apart.verdict).toBe('no')
    expect(apart.ruledOut).toEqual([])
    expect(apart.why).toContain('4 sizes are too few')
    expect(apart.enough!.today.right).toBe(0)
    expect(laws).toHaveLength(3)
  })
})

describe('a report', () => {
  const curve = planted('log', [1.02, 0.09], 500)
  const report = fitCurve(curve)

  it('does not depend on the order of points, and is the same twice', () => {
    expect(fitCurve(curve)).toEqual(report)
    const small = curveFrom([
      [1, 0.9],
      [2, 0.81],
      [2, 0.79],
      [4, 0.72],
      [8, 0.6],
      [16, 0.52],
    ])
    const laws = [lawById('log'), lawById('power'), lawById('hill')]
    const expected = fitCurve(small, { laws })
    fc.assert(
      fc.property(fc.shuffledSubarray([...small.points], { minLength: 6 }), (points) => {
        expect(fitCurve({ ...small, points }, { laws })).toEqual(expected)
      }),
      { numRuns: 5 },
    )
  })

  it('puts the best extrapolating first, those without an error last', () => {
    const errors = report.laws.map(({ beyond }) => beyond ?? Number.POSITIVE_INFINITY)
    expect(errors).toEqual([...errors].sort((a, b) => a - b))
    expect(report.laws.length + report.notTried.length).toBe(17)
    expect(report.notTried.map(({ law }) => law)).toEqual(['capability-gap', 'pipeline'])
  })

  it('holds out a fifth of the sizes, or as many as are asked for', () => {
    expect(report.holdOut).toEqual({ from: 1000, sizes: [2000] })
    const two = fitCurve(curve, { holdOut: 2, laws: [lawById('log'), lawById('power')] })
    expect(two.holdOut).toEqual({ from: 500, sizes: [1000, 2000] })
    expect(() => fitCurve(curve, { holdOut: 7 })).toThrow('--hold-out largest:7 leaves 1 of 8 sizes')
  })

  it('measures errors where a law was not fitted', () => {
    // On a line in ln N the line is right everywhere; a constant plus one outlier at the end is missed there alone.
    const line = [10, 20, 40, 80, 160].map((n) => [n, 1 - 0.1 * Math.log(n)] as const)
    const [log] = fitCurve(curveFrom(line), { laws: [lawById('log')] }).laws
    expect(log!.beyond).toBeLessThan(1e-12)
    expect(log!.leftOut).toBeLessThan(1e-12)
    const moved = line.map(([n, y]) => [n, n === 160 ? y + 0.1 : y] as const)
    expect(fitCurve(curveFrom(moved), { laws: [lawById('log')] }).laws[0]!.beyond).toBeCloseTo(0.1, 10)
  })

  it('says which laws were not tried, and why', () => {
    const reasons = (points: readonly (readonly [number, number])[]) =>
      Object.fromEntries(fitCurve(curveFrom(points)).notTried.map(({ law, reason }) => [law, reason]))
    const atZero = reasons([0, 1, 2, 3, 4].map((x) => [x, 0.9 - 0.1 * x - 0.01 * x * x]))
    expect(atZero.log).toBe('it is not defined at 0: N must be above 0')
    expect(atZero.pipeline).toContain('a second input, K')
    const large = reasons([1, 2, 3, 4, 5].map((x) => [x, 20 * x - x * x]))
    expect(large['signal-detection']).toContain('goes from 19 to 75; if they are in percent give --percent')
    expect(large['capability-gap']).toContain('one x is 2')
    const short = reasons([1, 2, 4].map((x) => [x, 0.9 - 0.1 * x]))
    expect(short['log-logistic']).toBe('3 sizes cannot determine its 4 parameters')
  })

  it('refuses a curve that no law can be held against', () => {
    const two = curveFrom([
      [0, 0.9],
      [1, 0.8],
    ])
    expect(() => fitCurve(two)).toThrow('curve.csv can be held against none of these laws: log (it is not defined at 0')
    expect(() => fitCurve(two, { laws: [lawById('hill')] })).toThrow('hill (it is not defined at 0: N must be above 0)')
  })

  it('leaves more than 20 sizes out in twentieths', () => {
    const sizes = Array.from({ length: 45 }, (_, k) => 10 + k)
    const { laws, curve: head } = fitCurve(planted('log', [1.02, 0.2], 400, sizes), { laws: [lawById('log')] })
    expect(head.sizes).toHaveLength(45)
    expect(laws[0]!.leftOut).toBeGreaterThan(0)
  })
})
