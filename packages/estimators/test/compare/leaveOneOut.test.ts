import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaveOneSizeOut } from '../../src/compare/leaveOneOut.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { power } from '../../src/laws/power.ts'
import { reaches } from '../golden/agreement.ts'
import { compare } from '../golden/compare.ts'
import { nearLine, plane, shallow } from './curves.ts'

const ladder = [10, 20, 50, 100, 200, 500]
const some = [0.004, -0.006, 0.002, 0.001, 0.005, -0.007]

test('leaveOneSizeOut agrees with R', () => reaches(compare, 'leaveOneSizeOut', 13))

test('for a line the errors are -e / (1 - h), e the residual and h the leverage (Allen 1974)', () => {
  const deviation = fc.double({ min: -0.1, max: 0.1, noNaN: true })
  fc.assert(
    fc.property(fc.array(deviation, { minLength: 6, maxLength: 6 }), (deviations) => {
      const points = nearLine(ladder, deviations)
      const u = ladder.map(Math.log)
      const [meanU, meanY] = [u, [...points.y]].map((all) => all.reduce((sum, value) => sum + value, 0) / 6) as [
        number,
        number,
      ]
      const spread = u.reduce((sum, value) => sum + (value - meanU) * (value - meanU), 0)
      const slope = u.reduce((sum, value, i) => sum + (value - meanU) * points.y[i]!, 0) / spread
      const wanted = u.map((value, i) => {
        const leverage = 1 / 6 + ((value - meanU) * (value - meanU)) / spread
        return -(points.y[i]! - meanY - slope * (value - meanU)) / (1 - leverage)
      })
      const { sizes, error } = leaveOneSizeOut(log, points)
      for (const [i, size] of sizes.entries()) {
        expect(size).toMatchObject({ label: `N = ${ladder[i]}`, x: Float64Array.of(ladder[i]!), status: 'converged' })
        expect(size.errors![0]).toBeCloseTo(wanted[i]!, 10)
      }
      expect(error!.signed).toBeCloseTo(wanted.reduce((sum, value) => sum + value, 0) / 6, 10)
    }),
  )
})

test('points at one size leave together: two copies of a curve give the errors of one, twice', () => {
  const one = nearLine(ladder, some)
  const two = { x: Float64Array.of(...one.x, ...one.x), y: Float64Array.of(...one.y, ...one.y) }
  const [single, double] = [leaveOneSizeOut(power, one), leaveOneSizeOut(power, two)]
  expect(double.sizes.length).toBe(6)
  for (const [i, { errors }] of double.sizes.entries())
    for (const error of errors!) expect(error).toBeCloseTo(single.sizes[i]!.errors![0]!, 9)
  expect(double.error!.rms).toBeCloseTo(single.error!.rms, 9)
})

test('a size is a whole row of inputs', () => {
  const x = Float64Array.of(10, 1, 10, 2, 100, 1, 100, 2, 1000, 5, 10, 1)
  const y = predict(plane, x, Float64Array.of(1, -0.1, 0.03))
  y[5]! += 0.5
  const { sizes } = leaveOneSizeOut(plane, { x, y })
  expect(sizes.map(({ label }) => label)).toEqual([
    'N = 10, K = 1',
    'N = 10, K = 2',
    'N = 100, K = 1',
    'N = 100, K = 2',
    'N = 1000, K = 5',
  ])
  expect(sizes[0]!.errors![0]).toBeCloseTo(0, 10)
  expect(sizes[0]!.errors![1]).toBeCloseTo(-0.5, 10)
})

test('weights and the loss hold in the refits', () => {
  const points = nearLine([10, 20, 50, 100, 100], [0, 0, 0, 0.3, 0])
  const at20 = (more: object) => Math.abs(leaveOneSizeOut(log, { ...points, ...more }).sizes[1]!.errors![0]!)
  expect(at20({ weights: Float64Array.of(1, 1, 1, 1e-9, 1) })).toBeLessThan(1e-6)
  expect(at20({ weights: Float64Array.of(2, 2, 2, 2, 2) })).toBeCloseTo(at20({}), 10)
  expect(at20({ loss: { kind: 'cauchy', scale: 1e-4 } })).toBeLessThan(at20({}) / 10)
})

test('a size without a prediction is null and takes the total with it; a bound is predicted from', () => {
  const few = leaveOneSizeOut(log, nearLine([10, 10, 100]))
  expect(few.sizes.map(({ status, errors }) => [status, errors])).toEqual([
    ['singular', null],
    ['singular', null],
  ])
  expect(few.error).toBe(null)
  const x = Float64Array.of(1, 10, 100, 1000)
  const steep = leaveOneSizeOut(shallow, { x, y: Float64Array.of(1, 0.1, 0.01, 0.001) })
  expect(steep.sizes.map(({ status }) => status)).toEqual(Array(4).fill('bound-hit'))
  // Without the first point the best a at b = 1/2 is sum y u / sum u^2 over the others, u = N^-1/2.
  const u = [0.1, 0.01, 0.001].map(Math.sqrt)
  const a = (0.1 * u[0]! + 0.01 * u[1]! + 0.001 * u[2]!) / 0.111
  expect(steep.sizes[0]!.errors![0]).toBeCloseTo(a - 1, 9)
  expect(steep.error).not.toBe(null)
})

test('one size and lengths that do not match are refused', () => {
  expect(() => leaveOneSizeOut(log, nearLine([10, 10]))).toThrow('cannot leave a size out of 1')
  const { x, y } = nearLine(ladder)
  expect(() => leaveOneSizeOut(log, { x: x.slice(1), y })).toThrow('5 numbers in x came with 6 of y')
  expect(() => leaveOneSizeOut(log, { x, y, weights: y.slice(1) })).toThrow('5 weights came with 6 points')
})
