import { expect, test } from 'vitest'
import { levenbergMarquardt } from '../../src/fit/levenbergMarquardt.ts'
import type { Problem } from '../../src/fit/problem.ts'
import { digits } from '../fixtures/digits.ts'
import { nistSets } from '../fixtures/nistNonlinear.ts'

/** y = b1 (1 - exp(-b2 x)), the model of Misra1a and BoxBOD. */
function rise(x: number[], y: number[], lower = [-1e6, -1e3], upper = [1e6, 1e3]): Problem {
  return {
    rows: x.length,
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    norm: Math.hypot(...y),
    evaluate([b1, b2], residuals, jacobian) {
      for (const [i, at] of x.entries()) {
        const decay = Math.exp(-b2! * at)
        residuals[i] = y[i]! - b1! * (1 - decay)
        jacobian[2 * i] = 1 - decay
        jacobian[2 * i + 1] = b1! * at * decay
      }
    },
  }
}

const nist = (name: string) => {
  const set = nistSets(false).find((one) => one.name === name)!
  return { ...set, x: [...set.x], y: [...set.y] }
}

test.each(['Misra1a', 'BoxBOD'])('%s: eight certified digits, from both starts together', (name) => {
  const { x, y, starts, certified, residualSumOfSquares } = nist(name)
  const fit = levenbergMarquardt(rise(x, y), starts)
  if (fit.status !== 'converged') throw new Error(fit.status)
  for (const [j, value] of certified.entries()) expect(digits(fit.parameters[j]!, value)).toBeGreaterThan(8)
  expect(digits(fit.sse, residualSumOfSquares)).toBeGreaterThan(9)
  expect(fit.starts).toBe(2)
})

test('a minimum outside the bounds ends on the bound and says so', () => {
  const { x, y } = nist('BoxBOD')
  const fit = levenbergMarquardt(rise(x, y, [0, 0], [200, 10]), [Float64Array.of(100, 0.75)])
  if (fit.status !== 'bound-hit') throw new Error(fit.status)
  expect(fit.held).toEqual([0])
  expect(fit.point[0]).toBe(200)
  expect('parameters' in fit).toBe(false)
  // along the bound it is a minimum: b2 is that of a fit with b1 = 200
  const along = levenbergMarquardt(rise(x, y, [200, 0], [200, 10]), [Float64Array.of(200, 3)])
  if (along.status !== 'bound-hit') throw new Error(along.status)
  expect(fit.point[1]).toBeCloseTo(along.point[1]!, 9)
})

test('parameters that the data do not determine have status singular and cannot be read', () => {
  const sum: Problem = {
    rows: 3,
    lower: Float64Array.of(-9, -9),
    upper: Float64Array.of(9, 9),
    norm: 3,
    evaluate([a, b], residuals, jacobian) {
      residuals.set([1 - a! - b!, 2 - a! - b!, 3 - a! - b!])
      jacobian.fill(1)
    },
  }
  const fit = levenbergMarquardt(sum, [Float64Array.of(0, 0), Float64Array.of(1, -1)])
  expect(fit.status).toBe('singular')
  expect('parameters' in fit).toBe(false)
  expect(fit.starts).toBe(2)
})

test('a descent that is still going down after all its iterations has status max-iterations', () => {
  // Rosenbrock's valley, a million times as steep as usual: steps along its bend are short
  const valley: Problem = {
    rows: 2,
    lower: Float64Array.of(-9, -9),
    upper: Float64Array.of(9, 9),
    norm: 1,
    evaluate([x, y], residuals, jacobian) {
      residuals.set([1e7 * (y! - x! * x!), 1 - x!])
      jacobian.set([2e7 * x!, -1e7, 1, 0])
    },
  }
  const fit = levenbergMarquardt(valley, [Float64Array.of(-1.2, 1)])
  expect(fit.status).toBe('max-iterations')
  expect('parameters' in fit).toBe(false)
})

test('the best of several starts wins, and those that agree with it are counted', () => {
  // (theta^2 - 1, 0.1 (theta - 1)): minima near -1 and at 1, the latter exact
  const two: Problem = {
    rows: 2,
    lower: Float64Array.of(-9),
    upper: Float64Array.of(9),
    norm: 1,
    evaluate([theta], residuals, jacobian) {
      residuals.set([1 - theta! * theta!, 0.1 - 0.1 * theta!])
      jacobian.set([2 * theta!, 0.1])
    },
  }
  const fit = levenbergMarquardt(two, [Float64Array.of(-2), Float64Array.of(2), Float64Array.of(3)])
  if (fit.status !== 'converged') throw new Error(fit.status)
  expect(fit.parameters[0]).toBeCloseTo(1, 12)
  expect([fit.startsAgreeing, fit.starts]).toEqual([2, 3])
})

test('a fit without starts is refused', () => {
  expect(() => levenbergMarquardt(rise([1, 2], [1, 2]), [])).toThrow('needs at least one start')
})

test('a minimum is none when a start that ended elsewhere came lower', () => {
  // near 3 a smooth minimum of height 1; below 0 a kink at -1 of height 0.01, where no descent ends well
  const kinked: Problem = {
    rows: 2,
    lower: Float64Array.of(-9),
    upper: Float64Array.of(9),
    norm: 1,
    evaluate([theta], residuals, jacobian) {
      const right = theta! > 0
      const slope = theta! > -1 ? 1 : -3
      residuals.set(right ? [theta! - 3, 1] : [0.1 + slope * (theta! + 1), 0])
      jacobian.set(right ? [-1, 0] : [-slope, 0])
    },
  }
  const smooth = levenbergMarquardt(kinked, [Float64Array.of(2)])
  expect(smooth.status).toBe('converged')
  expect(levenbergMarquardt(kinked, [Float64Array.of(2), Float64Array.of(-0.5)]).status).toBe('singular')
})
