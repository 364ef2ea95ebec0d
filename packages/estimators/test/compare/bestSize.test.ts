import { type Stream, streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BestSize, bestSize } from '../../src/compare/bestSize.ts'
import { type Sweep, sweepOfShares, sweepOfUnits } from '../../src/compare/sweepMeans.ts'
import { normalCdf, normalDensity, normalQuantile } from '../../src/distribution/normal.ts'
import { studentQuantile } from '../../src/distribution/student.ts'

const stream = streamsOf('bestSize.test')
const ladder = Float64Array.of(1, 2, 4, 8, 12, 16, 32)

/** A sweep of independent means with the same standard error. */
function independent(means: number[], se: number, df = Number.POSITIVE_INFINITY): Sweep {
  const count = means.length
  const covariance = Float64Array.from({ length: count * count }, (_, at) => (at % (count + 1) === 0 ? se * se : 0))
  return { means: Float64Array.from(means), covariance, df }
}

const find = (sizes: Float64Array, sweep: Sweep, ...key: (string | number)[]): BestSize =>
  bestSize({ sizes, sweep, draws: 1999, stream: stream('draws', ...key) })

describe('the sets', () => {
  /** P(max of k equally correlated (1/2) standard normals < c) = E Phi(sqrt(2) c + Z)^k, by the midpoint rule. */
  const dunnett = (c: number, k: number): number => {
    let sum = 0
    for (let z = -8; z < 8; z += 0.001)
      sum += 0.001 * normalDensity(z + 5e-4) * Math.exp(k * Math.log(normalCdf(Math.SQRT2 * c + z + 5e-4)))
    return sum
  }

  test('part at the point of Dunnett for equal variances, 2.16 at 95 % for four comparisons', () => {
    expect(dunnett(2.16, 4)).toBeCloseTo(0.95, 3)
    const sizes = Float64Array.of(1, 2, 3, 4, 5)
    const holds = (c: number, level: 'set90' | 'set995'): boolean =>
      bestSize({
        sizes,
        sweep: independent([0, c * Math.SQRT2 * 0.01, 0, 0, 0], 0.01),
        draws: 20_000,
        stream: stream('dunnett'),
      })[level].sizes.includes(1)
    for (const [level, set] of [
      [0.9, 'set90'],
      [0.995, 'set995'],
    ] as const) {
      let [low, high] = [0, 5]
      while (high - low > 1e-4) {
        const middle = (low + high) / 2
        if (dunnett(middle, 4) < level) low = middle
        else high = middle
      }
      expect(holds(0.97 * low, set)).toBe(true)
      expect(holds(1.03 * low, set)).toBe(false)
    }
  })

  test('of two sizes part at the normal point, and with few units at that of Student', () => {
    const sizes = Float64Array.of(1, 2)
    const holds = (distance: number, df: number): boolean =>
      bestSize({
        sizes,
        sweep: independent([0, distance * Math.SQRT2], 1, df),
        draws: 20_000,
        stream: stream('two'),
      }).set90.sizes.includes(1)
    for (const [df, point] of [
      [Number.POSITIVE_INFINITY, normalQuantile(0.9)],
      [4, studentQuantile(0.9, 4)],
    ] as const) {
      expect(holds(0.97 * point, df)).toBe(true)
      expect(holds(1.03 * point, df)).toBe(false)
    }
  })

  test('are nested, hold the best size, and do not change with shifts or a change of scale', () => {
    const means = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(means, fc.double({ min: 0.01, max: 100, noNaN: true }), (values, scale) => {
        const plain = find(ladder, independent(values, 0.7), 'invariant')
        expect([...plain.set90.sizes]).toContain(plain.best)
        for (const size of plain.set90.sizes) expect([...plain.set995.sizes]).toContain(size)
        const moved = find(
          ladder,
          independent(
            values.map((value) => scale * (value + 5)),
            0.7 * scale,
          ),
          'invariant',
        )
        expect(moved.set90.interval).toEqual(plain.set90.interval)
      }),
      { numRuns: 40 },
    )
  })

  test('measure each difference by its own error, so that noise at a third size hides nothing', () => {
    const source = stream('third')
    const units = Array.from({ length: 30 }, () => {
      const level = source.normal()
      return [level, level + 0.1 + 0.05 * source.normal(), level + 0.1 + 20 * source.normal()]
    })
    const sweep = sweepOfUnits(Float64Array.from(units.flat()), 3)
    expect([...find(Float64Array.of(1, 2, 3), sweep, 'third').set995.sizes]).toEqual([2, 3])
  })

  test('leave out a size that every unit puts lower by the same, and keep one that is always equal', () => {
    const units = [0.1, 0.4, 0.7, 0.2, 0.9].flatMap((level) => [level, level - 0.05, level])
    const { best, set995, status } = find(Float64Array.of(2, 4, 8), sweepOfUnits(Float64Array.from(units), 3), 'same')
    expect([best, [...set995.sizes], status]).toEqual([2, [2, 8], 'not-identified'])
  })
})

describe('where the best size lies and what is said about it', () => {
  const said = (means: number[], sizes = ladder): [BestSize['status'], number, BestSize['set90']['between']] => {
    const { status, best, set90 } = find(sizes, independent(means, 0.01), 'said')
    return [status, best, set90.between]
  }

  test('between the measured sizes on both sides of the set', () => {
    expect(said([0.1, 0.2, 0.4, 0.7, 0.7, 0.4, 0.1])).toEqual(['inside', 8, [4, 16]])
    expect(said([0.1, 0.2, 0.9, 0.4, 0.3, 0.2, 0.1])).toEqual(['inside', 4, [2, 8]])
  })

  test('at the lower end from one agent on, also where one agent was not measured', () => {
    expect(said([0.9, 0.8, 0.5, 0.4, 0.3, 0.2, 0.1])).toEqual(['at-lower-end', 1, [1, 2]])
    expect(said([0.89, 0.9, 0.5, 0.4, 0.3, 0.2, 0.1])).toEqual(['at-lower-end', 2, [1, 4]])
    expect(said([0.9, 0.6, 0.3], Float64Array.of(2, 3, 4))).toEqual(['at-lower-end', 2, [1, 3]])
  })

  test('without an upper limit where the data stop before a fall', () => {
    expect(said([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])).toEqual(['at-upper-end', 32, [16, null]])
    expect(said([0.1, 0.2, 0.3, 0.4, 0.5, 0.71, 0.7])).toEqual(['not-identified', 16, [12, null]])
    expect(said([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5])).toEqual(['not-identified', 1, [1, null]])
  })
})

describe('what planted sweeps show', () => {
  const sweeps = 300
  /** Shares of `trials` independent runs at each size. */
  const plant = (truth: number[], sizes: Float64Array, trials: number, name: string): BestSize[] =>
    Array.from({ length: sweeps }, (_, key) => {
      const source = stream('plant', name, key)
      const shares = Float64Array.from(truth, (p) => drawn(p, trials, source) / trials)
      return find(sizes, sweepOfShares(shares, new Float64Array(sizes.length).fill(trials)), name, key)
    })
  const nearTies = [0.51, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]
  const share = (found: BestSize[], is: (one: BestSize) => boolean): number => found.filter(is).length / sweeps
  const holding = (found: BestSize[], size: number): number => share(found, ({ set90 }) => set90.sizes.includes(size))

  test.each([
    ['best at 12', [0.1, 0.2, 0.35, 0.55, 0.62, 0.58, 0.3], 12, 60],
    ['best at 2', [0.5, 0.6, 0.45, 0.3, 0.2, 0.1, 0.02], 2, 60],
    ['best at 32', [0.1, 0.2, 0.3, 0.4, 0.5, 0.55, 0.6], 32, 60],
    ['near ties', [0.3, 0.3, 0.5, 0.51, 0.5, 0.5, 0.3], 8, 30],
    ['near ties at the end', nearTies, 1, 60],
    ['shares near 1', [0.7, 0.9, 0.97, 0.98, 0.97, 0.95, 0.7], 8, 30],
  ])('%s: so many of the sets hold it as they say', (name, truth, best, trials) => {
    const found = plant(truth, ladder, trials, name)
    expect(holding(found, best)).toBeGreaterThanOrEqual(0.88)
    expect(share(found, ({ set995 }) => set995.sizes.includes(best))).toBeGreaterThanOrEqual(0.985)
  })

  test('percentile limits of the resampled best size miss it where near ties pull to one side', () => {
    let held = 0
    for (let key = 0; key < sweeps; key++) {
      const source = stream('percentile', key)
      const shares = nearTies.map((p) => drawn(p, 60, source) / 60)
      const places = Array.from({ length: 199 }, () => {
        const again = shares.map((y) => y + Math.sqrt((y * (1 - y)) / 60) * source.normal())
        return again.indexOf(Math.max(...again))
      })
      // The best size is the first, so a lower limit at the 10th of 199 holds it if it is that one.
      if (places.sort((a, b) => a - b)[9] === 0) held++
    }
    expect(held / sweeps).toBeLessThan(0.75)
  })

  test('a sharp peak is found inside, a fall at the lower end', () => {
    const peaked = plant([0.05, 0.1, 0.3, 0.6, 0.75, 0.6, 0.1], ladder, 60, 'sharp')
    expect(share(peaked, ({ status }) => status === 'inside')).toBeGreaterThan(0.95)
    const falling = plant([0.9, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1], ladder, 60, 'falling')
    expect(share(falling, ({ status }) => status === 'at-lower-end')).toBeGreaterThan(0.95)
  })

  test('a rise that stops at 8 gives no upper limit', () => {
    const rising = plant([0.2, 0.35, 0.5, 0.65], Float64Array.of(1, 2, 4, 8), 60, 'rising')
    expect(share(rising, ({ set90 }) => set90.between[1] === null)).toBeGreaterThan(0.97)
    expect(share(rising, ({ status }) => status === 'at-upper-end')).toBeGreaterThan(0.9)
    expect(share(rising, ({ status }) => status === 'inside')).toBeLessThan(0.02)
  })

  test('without any effect nine in ten sweeps get no answer, by runs and by units', () => {
    const none = ({ status }: BestSize): boolean => status === 'not-identified' || status === 'at-upper-end'
    const flat = plant([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5], ladder, 60, 'flat')
    const tasks = Array.from({ length: sweeps }, (_, key) => find(ladder, shared(ladder, 0, key), 'tasks', key))
    for (const found of [flat, tasks]) {
      expect(share(found, none)).toBeGreaterThanOrEqual(0.88)
      expect(share(found, ({ status }) => status === 'inside')).toBeLessThan(0.06)
      expect(share(found, ({ status }) => status === 'at-upper-end')).toBeLessThan(0.06)
    }
  })

  test('with units in common the set covers, and is smaller than that of the same shares as independent runs', () => {
    let [paired, unpaired, held] = [0, 0, 0]
    for (let key = 0; key < sweeps; key++) {
      const sweep = shared(ladder, 0.5, key)
      const { set90 } = find(ladder, sweep, 'paired', key)
      if (set90.sizes.includes(8)) held++
      paired += set90.sizes.length
      const alone = sweepOfShares(sweep.means, new Float64Array(ladder.length).fill(24))
      unpaired += find(ladder, alone, 'unpaired', key).set90.sizes.length
    }
    expect(held / sweeps).toBeGreaterThanOrEqual(0.88)
    expect(paired).toBeLessThan(0.85 * unpaired)
  })
})

describe('units that are not independent and normal: the sets hold the best size less often than they say', () => {
  const sizes = Float64Array.of(1, 2, 3, 4, 5)
  /** The share of sweeps of nine units, without any effect on average, whose inner set holds the first size. */
  const holding = (name: string, units: (source: Stream) => number[][]): number => {
    let held = 0
    for (let key = 0; key < 400; key++) {
      const sweep = sweepOfUnits(Float64Array.from(units(stream('units', name, key)).flat()), sizes.length)
      if (find(sizes, sweep, name, key).set90.sizes.includes(1)) held++
    }
    return held / 400
  }
  const normals = (source: Stream): number[] => [...sizes].map(() => source.normal())
  const nine = Array.from({ length: 9 }, (_, u) => u)

  test('nine normal units, for comparison', () => {
    expect(holding('normal', (source) => nine.map(() => normals(source)))).toBeGreaterThanOrEqual(0.86)
  })

  test('three models crossed with three suites, each with effects of its own: about three in four', () => {
    const share = holding('crossed', (source) => {
      const [models, suites] = [0, 1].map(() => [0, 1, 2].map(() => normals(source)))
      return nine.map((u) =>
        normals(source).map((z, k) => models![u % 3]![k]! + suites![Math.floor(u / 3)]![k]! + 1.5 * z),
      )
    })
    expect(share).toBeGreaterThanOrEqual(0.65)
    expect(share).toBeLessThan(0.83)
  })

  test('nine units with a long tail on one side: about four in five', () => {
    const share = holding('skewed', (source) =>
      nine.map(() => normals(source).map((z, k) => (k === 0 ? 0 : 1 - Math.exp(0.4 * z - 0.08)))),
    )
    expect(share).toBeGreaterThanOrEqual(0.72)
    expect(share).toBeLessThan(0.85)
  })

  test('two sizes without any effect end at the upper end in one sweep of ten', () => {
    let upper = 0
    for (let key = 0; key < 400; key++) {
      const source = stream('two-sizes', key)
      const values = Float64Array.from({ length: 60 }, () => source.normal())
      if (find(Float64Array.of(1, 2), sweepOfUnits(values, 2), 'two-sizes', key).status === 'at-upper-end') upper++
    }
    expect(upper / 400).toBeGreaterThan(0.06)
    expect(upper / 400).toBeLessThan(0.15)
  })
})

describe('the means of a sweep', () => {
  test('of shares have the variance of one success and one failure more', () => {
    const { means, covariance, df } = sweepOfShares(Float64Array.of(0, 0.5, 1), Float64Array.of(8, 10, 4))
    expect([...means]).toEqual([0, 0.5, 1])
    expect(df).toBe(Number.POSITIVE_INFINITY)
    for (const [at, value] of [0.09 * (10 / 64), 0, 0, 0, 0.25 * (12 / 100), 0, 0, 0, (5 / 36) * (6 / 16)].entries())
      expect(covariance[at]).toBeCloseTo(value, 12)
  })

  test('of units have the covariance of their rows divided by the units', () => {
    const { means, covariance, df } = sweepOfUnits(Float64Array.of(1, 2, 3, 8, 5, 5), 2)
    expect([[...means], df]).toEqual([[3, 5], 2])
    for (const [at, value] of [8 / 6, 1, 1, 18 / 6].entries()) expect(covariance[at]).toBeCloseTo(value, 12)
  })
})

test('what cannot be asked is refused with the reason', () => {
  const sweep = independent([0.1, 0.2], 0.1)
  const ask = (changes: Partial<Parameters<typeof bestSize>[0]>) => () =>
    bestSize({ sizes: Float64Array.of(1, 2), sweep, draws: 1999, stream: stream('refused'), ...changes })
  expect(ask({ sizes: Float64Array.of(2, 1) })).toThrow(/ascend from at least 1, unlike 2, 1/)
  expect(ask({ sizes: Float64Array.of(0, 1) })).toThrow(/unlike 0, 1/)
  expect(ask({ sizes: Float64Array.of(1, 2, 3) })).toThrow(/3 sizes came with 2 means/)
  expect(ask({ sizes: Float64Array.of(1), sweep: independent([1], 1) })).toThrow(/1 sizes has no best/)
  expect(ask({ draws: 999 })).toThrow(/999 draws/)
  expect(ask({ sweep: { ...sweep, df: 0 } })).toThrow(/0 degrees/)
  expect(ask({ sweep: independent([0.1, Number.NaN], 0.1) })).toThrow(/is NaN/)
  expect(() => sweepOfShares(Float64Array.of(1.2), Float64Array.of(5))).toThrow(/share of 1.2/)
  expect(() => sweepOfShares(Float64Array.of(0.2), Float64Array.of(0))).toThrow(/of 0 trials/)
  expect(() => sweepOfShares(Float64Array.of(0.2), new Float64Array(2))).toThrow(/2 numbers of trials/)
  expect(() => sweepOfUnits(Float64Array.of(1, 2), 2)).toThrow(/no rows of 2 sizes for two units/)
  expect(() => sweepOfUnits(Float64Array.of(1, 2, Number.NaN, 3), 2)).toThrow(/value NaN/)
})

function drawn(p: number, trials: number, source: Stream): number {
  let successes = 0
  for (let i = 0; i < trials; i++) if (source.uniform() < p) successes++
  return successes
}

/** 24 tasks of very unequal difficulty at every size, best at 8 if there is an effect: log odds of success. */
function shared(sizes: Float64Array, effect: number, key: number): Sweep {
  const source = stream('shared', effect, key)
  const values = Array.from({ length: 24 }, () => {
    const level = 3 * source.normal()
    return [...sizes].map((n) => {
      const odds = level - effect * Math.abs(Math.log2(n / 8))
      return source.uniform() < 1 / (1 + Math.exp(-odds)) ? 1 : 0
    })
  })
  return sweepOfUnits(Float64Array.from(values.flat()), sizes.length)
}
