import { streamsOf } from '@lawbook/base'
import { describe, expect, test } from 'vitest'
import { fisherQuantile } from '../../src/distribution/fisher.ts'
import { reached } from '../../src/fit/problem.ts'
import { studentInterval } from '../../src/interval/student.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { hill } from '../../src/laws/hill.ts'
import { hold } from '../../src/laws/hold.ts'
import { type Law, predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { logLogistic } from '../../src/laws/logLogistic.ts'
import { pipeline } from '../../src/laws/pipeline.ts'
import { profileInterval } from '../../src/laws/profileInterval.ts'
import { shiftedPower } from '../../src/laws/shiftedPower.ts'
import { uncertainty } from '../../src/laws/uncertainty.ts'
import { universalScalability } from '../../src/laws/universalScalability.ts'

const ladder = Float64Array.of(10, 10, 20, 20, 50, 50, 100, 100, 200, 200, 500, 500)

function noisy(law: Law, x: Float64Array, theta: readonly number[], sd: number): Float64Array {
  const stream = streamsOf('profileInterval.test')(law.id)
  return predict(law, x, Float64Array.from(theta)).map((value) => value + sd * stream.normal())
}

test('for a law that is linear in its parameters it is the interval of Student', () => {
  const y = noisy(log, ladder, [0.834, 0.042], 0.02)
  const fit = reached(fitLaw(log, ladder, y))!
  const { standardErrors, df } = uncertainty(log, ladder, y, fit)
  for (const parameter of [0, 1]) {
    const { lower, upper } = profileInterval({ law: log, x: ladder, y, parameter, level: 0.9 })
    const [lo, hi] = studentInterval({ value: fit[parameter]!, se: standardErrors[parameter]!, df, tail: 0.05 })
    expect(lower).toBeCloseTo(lo, 7)
    expect(upper).toBeCloseTo(hi, 7)
  }
})

describe('for the others its ends are where the sum of squares is the limit', () => {
  test.each([
    { law: hill, theta: [300, 0.7], sd: 0.02 },
    { law: shiftedPower, theta: [2.5, 0.3, 20], sd: 0.01 },
    { law: logLogistic, theta: [0.2, 0.65, 80, 1.5], sd: 0.005 },
  ])('$law.id', ({ law, theta, sd }) => {
    const y = noisy(law, ladder, theta, sd)
    const weights = ladder.map((_, i) => 1 + (i % 3))
    const whole = fitLaw(law, ladder, y, { weights })
    if (whole.status !== 'converged') throw new Error(whole.status)
    const df = y.length - theta.length
    const limit = whole.sse * (1 + fisherQuantile(0.95, 1, df) / df)
    for (const parameter of theta.keys()) {
      const { lower, upper } = profileInterval({ law, x: ladder, y, weights, parameter, level: 0.95 })
      expect(lower).toBeLessThan(whole.parameters[parameter]!)
      expect(upper).toBeGreaterThan(whole.parameters[parameter]!)
      for (const end of [lower!, upper!]) {
        const held = fitLaw(hold(law, parameter, end), ladder, y, { weights })
        if (held.status !== 'converged') throw new Error(held.status)
        expect(held.sse / limit).toBeCloseTo(1, 5)
      }
    }
  })
})

test('it is followed where a step too far leaves the others undetermined', () => {
  const sizes = [10, 20, 50, 100, 200, 500]
  const rows = Float64Array.from(
    sizes.flatMap((size) => [1, 2, 3, 4, 5, 1, 2, 3, 4, 5].flatMap((depth) => [size, depth])),
  )
  const stream = streamsOf('profileInterval.test')('chains')
  const means = predict(pipeline, rows, Float64Array.of(0.834, 0.042, 1.4))
  let open = 0
  for (let draw = 0; draw < 5; draw++) {
    const y = means.map((value) => value + 0.02 * stream.normal())
    if (reached(fitLaw(pipeline, rows, y)) === null) continue
    const { lower, upper } = profileInterval({ law: pipeline, x: rows, y, parameter: 2, level: 0.95 })
    expect(lower).toBeGreaterThan(0.1)
    expect(lower).toBeLessThan(1.4)
    expect(upper ?? Number.POSITIVE_INFINITY).toBeGreaterThan(1.4)
    if (upper === null) open++
  }
  expect(open).toBeGreaterThan(2)
})

test('an end that the data do not give is null', () => {
  const workers = Float64Array.of(1, 2, 4, 8, 16, 32)
  // Amdahl's law exactly but for small deviations: the coherency may be 0.
  const y = Float64Array.from(workers, (n, i) => n / (1 + 0.05 * (n - 1)) + (i % 2 === 0 ? 0.05 : -0.05))
  const { lower, upper } = profileInterval({ law: universalScalability, x: workers, y, parameter: 2, level: 0.95 })
  expect(lower).toBeNull()
  expect(upper).toBeGreaterThan(0)
})

test('without noise it is the estimate', () => {
  const y = predict(hill, ladder, Float64Array.of(300, 0.7))
  const { lower, upper } = profileInterval({ law: hill, x: ladder, y, parameter: 0, level: 0.95 })
  expect(lower).toBeCloseTo(300, 4)
  expect(upper).toBeCloseTo(300, 4)
})

test('what has no profile is refused with the reason', () => {
  const y = noisy(log, ladder, [0.834, 0.042], 0.02)
  const profile = (changes: Partial<Parameters<typeof profileInterval>[0]>) => () =>
    profileInterval({ law: log, x: ladder, y, parameter: 0, level: 0.95, ...changes })
  expect(profile({ parameter: 2 })).toThrow(/no parameter 2; it has 0 to 1/)
  expect(profile({ level: 1 })).toThrow(/level of 1/)
  expect(profile({ x: Float64Array.of(1, 2), y: Float64Array.of(1, 2) })).toThrow(/2 points leave nothing/)
  const rows = Float64Array.from({ length: 10 }, (_, k) => Math.exp(k))
  const spike = Float64Array.of(1, 0, 0.1, 0, 0.1, 0, 0, 0.1, 0, 0.1)
  expect(profile({ law: logLogistic, x: rows, y: spike })).toThrow(/its fit ended as singular/)
})

test('a law with a parameter held is the law of the others', () => {
  const x = Float64Array.of(10, 1, 100, 3, 500, 2)
  const theta = [0.834, 0.042, 1.4]
  const values = new Float64Array(3)
  const jacobian = new Float64Array(9)
  pipeline.evaluate(x, Float64Array.from(theta), values, jacobian)
  for (const held of [0, 1, 2]) {
    const law = hold(pipeline, held, theta[held]!)
    const others = [0, 1, 2].filter((j) => j !== held)
    expect(law.parameters.map(({ name }) => name)).toEqual(others.map((j) => pipeline.parameters[j]!.name))
    const [less, slopes] = [new Float64Array(3), new Float64Array(6)]
    law.evaluate(
      x,
      Float64Array.from(others, (j) => theta[j]!),
      less,
      slopes,
    )
    expect(less).toEqual(values)
    expect([...slopes]).toEqual([0, 1, 2].flatMap((i) => others.map((j) => jacobian[3 * i + j]!)))
    expect(law.starts(x, values).every((start) => start.length === 2)).toBe(true)
  }
  // A linear parameter that is held becomes the offset of the rest.
  expect([hold(log, 0, 1).linear, hold(logLogistic, 1, 1).linear, hold(logLogistic, 2, 1).linear]).toEqual([1, 1, 2])
})
