import { readFile } from 'node:fs/promises'
import { agentRuns, pick } from '@lawbook/agent-runs'
import { streamsOf } from '@lawbook/base'
import { describe, expect, test } from 'vitest'
import { type Cell, cellMetrics, cellsOf } from './cells.ts'
import { meanCurve, peakOf } from './curveFits.ts'
import { beyondNoise, shareOf, sharesByNoise, teamsOf } from './exceed.ts'
import { crossedExponent, meanExponent } from './exponent.ts'
import { drawNoise, noiseOf } from './noise.ts'
import { lawCurve, printedLaw } from './printedLaw.ts'
import { printedParameters, referencesOf } from './reference.ts'
import {
  meanSpeed,
  seriesOf,
  slopeOf,
  slopeThroughOne,
  speed,
  speedOfAll,
  successesPerTime,
  tokens,
  tokensPerSuccess,
} from './series.ts'

const ln100 = Math.log(100)

/** A cell by its times, with as many failed runs of 100 s. Its tokens have the geometric mean 8 and the mean 9. */
function cell(agents: number, seconds: readonly number[], failed = 0, model = 'm'): Cell {
  const logs = seconds.map(Math.log)
  const n = logs.length
  const mean = logs.reduce((sum, x) => sum + x, 0) / n
  const squares = logs.reduce((sum, x) => sum + (x - mean) * (x - mean), 0)
  return {
    suite: 's',
    model,
    assignment: 'pre-assigned',
    p: 0.9,
    agents,
    runs: n + failed,
    success: n / (n + failed),
    logTime: n === 0 ? null : { mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null, n },
    time: n === 0 ? null : seconds.reduce((sum, x) => sum + x, 0) / n,
    logTokens: null,
    logTimeAll: { mean: (n * mean + failed * ln100) / (n + failed), sd: null, n: n + failed },
    logTokensAll: { mean: Math.log(8), sd: null, n: n + failed },
    tokensAll: 9,
  }
}

describe('exponents', () => {
  const linear = [1, 2, 3, 4, 5].map((n) => cell(n, [60 / n, 60 / n]))

  test('a team that is as fast as its number has the exponent 1; missing sizes do not matter', () => {
    expect(slopeOf(seriesOf(linear, speed)[0]!)).toBeCloseTo(1, 12)
    expect(slopeOf(seriesOf([linear[0]!, linear[4]!, linear[2]!], speed)[0]!)).toBeCloseTo(1, 12)
    expect(slopeThroughOne(seriesOf(linear, speed)[0]!)).toBeCloseTo(1, 12)
  })

  test('without one agent, or with one team size, there is no series', () => {
    expect(seriesOf(linear.slice(1), speed)).toEqual([])
    expect(seriesOf([cell(1, []), ...linear.slice(1)], speed)).toEqual([])
    expect(seriesOf(linear.slice(0, 2), speed)).toEqual([])
  })

  test('failed runs and arithmetic means, by hand', () => {
    // Two runs of 10 s, two failed ones of 100 s: the geometric mean is sqrt(1000).
    expect(speedOfAll(cell(2, [10, 10], 2))).toBeCloseTo(-Math.log(1000) / 2, 12)
    expect(successesPerTime(cell(2, [10, 10], 2))).toBeCloseTo(Math.log(0.5) - Math.log(1000) / 2, 12)
    expect(successesPerTime(cell(2, [], 2))).toBeNull()
    expect(tokens(cell(2, [], 2))).toBeCloseTo(Math.log(8), 12)
    expect(tokensPerSuccess(cell(2, [10], 2))).toBeCloseTo(Math.log(27), 12)
    expect(tokensPerSuccess(cell(2, [], 2))).toBeNull()
    expect(meanSpeed(cell(2, [10, 30]))).toBeCloseTo(-Math.log(20), 12)
    expect(speed(cell(2, [10, 40]))).toBeCloseTo(-Math.log(20), 12)
  })

  test('the mean over pairs is Student’s, one-sided in the outer tail', () => {
    const values = Float64Array.of(0.2, 0.5, 0.4, 0.9)
    // Mean .5, s = .2943920, s / 2 = .1471960; t(3) at 5 % 2.3533634, at .5 % 5.8409093 (tables).
    const { value, i90, i995 } = meanExponent({ values, clusters: ['a', 'b', 'c', 'd'] })!
    expect(value).toBeCloseTo(0.5, 12)
    expect(i90[0]).toBeCloseTo(0.5 - 2.3533634 * 0.147196, 5)
    expect(i995[1]).toBeCloseTo(0.5 + 5.8409093 * 0.147196, 5)
    expect(meanExponent({ values, clusters: ['a', 'a', 'a', 'a'] })).toBeNull()
  })

  test('crossed clusters are never narrower than either kind alone', () => {
    const values = Float64Array.of(0, 0.1, 1, 1.2)
    const [first, second] = [
      ['a', 'a', 'b', 'b'],
      ['x', 'y', 'x', 'y'],
    ]
    const width = (nested: { i90: readonly [number, number] } | null) => nested!.i90[1] - nested!.i90[0]
    const crossed = width(crossedExponent(values, first!, second!))
    expect(crossed).toBeGreaterThanOrEqual(width(meanExponent({ values, clusters: first! })) - 1e-12)
    expect(crossed).toBeGreaterThan(width(meanExponent({ values, clusters: second! })))
  })
})

describe('the printed law of turns', () => {
  test('has the slope of its curve in ln n, not its exponent in n + 0.5', async () => {
    // By hand: ln of 1, 2.4125, 4.3092, 6.6459, 9.3930 on ln n, one to five agents.
    const { logs } = lawCurve(Float64Array.of(1, 2))
    expect([...logs]).toEqual([0, expect.closeTo(1.724 * Math.log(5 / 3), 9)])
    expect(slopeOf(lawCurve(Float64Array.of(1, 2, 3, 4, 5)))).toBeCloseTo(1.3905, 3)
    const { claims } = JSON.parse(await readFile(new URL('claims.json', import.meta.url), 'utf8'))
    const { printed } = claims.find(({ ref }: { ref: string }) => ref === 'K6')
    expect(printed).toContain(`(n + ${printedLaw.shift})^${printedLaw.exponent}`)
  })
})

describe('cells against noise', () => {
  test('the noise of a mean has the variance s^2 / n times that of t, or of resampled runs', () => {
    const stream = streamsOf('test')('noise')
    const variance = (of: Parameters<typeof drawNoise>[0]): number => {
      const draws = Float64Array.from({ length: 40_000 }, () => drawNoise(of, stream))
      return draws.reduce((sum, x) => sum + x * x, 0) / draws.length
    }
    // Var t(8) = 8 / 6.
    expect(variance({ se: 0.5, df: 8, runs: null })).toBeCloseTo((0.25 * 8) / 6, 1)
    expect(variance({ se: 0.5, df: Number.POSITIVE_INFINITY, runs: null })).toBeCloseTo(0.25, 2)
    const runs = Float64Array.of(-1, -1, -1, 1, 2)
    expect(variance({ se: 9, df: 4, runs })).toBeCloseTo(8 / 4 / 5, 1)
  })

  test('cells with few runs take the spread of their pair', () => {
    const cells = [cell(1, [10, 20, 40]), cell(2, [10, 10, 10]), cell(3, [7]), cell(3, [5], 0, 'other')]
    const noise = noiseOf(cells, 3, () => undefined)
    const pooled = Math.sqrt((2 * Math.LN2 * Math.LN2) / 4)
    expect(noise.get(cells[2]!)).toEqual({ se: expect.closeTo(pooled, 12), df: Number.POSITIVE_INFINITY, runs: null })
    expect(noise.get(cells[0]!)!.se).toBeCloseTo(Math.LN2 / Math.sqrt(3), 12)
    expect(noise.get(cells[3]!)!.se).toBe(0)
  })

  test('half the teams cross a line that is exactly true, and noise is shared by a series', () => {
    const cells = ['a', 'b', 'c', 'd'].flatMap((m) =>
      [1, 2, 3, 4].map((n) => cell(n, [90 / n, 110 / n, 100 / n], 0, m)),
    )
    const teams = teamsOf(cells)
    expect(teams).toHaveLength(12)
    const noise = noiseOf(cells, 3, () => undefined)
    const draws = { teams, noise, draws: 2000, stream: streamsOf('test')('null') }
    const { slower, 'above-linear': above } = sharesByNoise({ ...draws, truth: 'linear' })
    const mean = above.reduce((sum, x) => sum + x, 0) / above.length
    expect(mean).toBeCloseTo(0.5, 1)
    expect(slower.reduce((sum, x) => sum + x, 0) / slower.length).toBeLessThan(0.02)
    // Teams of a series share the noise of their one agent: three of them agree more often than chance has it.
    const spread = above.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / above.length
    expect(spread).toBeGreaterThan((1.4 * 0.25) / 12)
  })

  test('what is beyond noise: Welch by hand, Holm over cells', () => {
    const cells = [cell(1, [100, 110, 90, 105]), cell(2, [20, 22, 18, 21]), cell(3, [34, 33, 35, 60])]
    const teams = teamsOf(cells)
    const noise = noiseOf(cells, 3, () => undefined)
    expect(beyondNoise(teams, noise, 'above-linear').map(({ cell: { agents } }) => agents)).toEqual([2])
    expect(beyondNoise(teams, noise, 'slower')).toEqual([])
    expect(shareOf(teams, 'above-linear')).toEqual({ value: 0.5, nested: null })
  })

  test('the published cells, counted by arithmetic means', async () => {
    const { rows } = await agentRuns.load()
    const cells = cellsOf(pick(rows, { source: 'llm-teams', metric: [...cellMetrics] }))
    const teams = teamsOf(cells, meanSpeed)
    // Counted from the single runs by other code: 6 above linear, 25 above Amdahl, 121 slower, of 211.
    const counts = (['above-linear', 'above-amdahl', 'slower'] as const).map((event) =>
      Math.round(shareOf(teams, event).value * teams.length),
    )
    expect([teams.length, ...counts]).toEqual([211, 6, 25, 121])
  })
})

describe('universal scalability', () => {
  const curve = (s: (n: number) => number, unit: string) => {
    const sizes = Float64Array.of(1, 2, 3, 4, 5)
    return { unit, sizes, logs: sizes.map((n) => Math.log(s(n))) }
  }
  const law = (a: number, b: number) => (n: number) => n / (1 + a * (n - 1) + b * n * (n - 1))

  test('a peak inside the sizes is found; one beyond them, or none, is not identified', () => {
    const peak = (a: number, b: number) =>
      peakOf(
        ['u', 'v', 'w'].map((unit) => curve(law(a, b), unit)),
        20,
        streamsOf('test')('peak'),
      )
    const inside = peak(0.1, 0.1)
    expect(inside.best).toBeCloseTo(3, 6)
    expect(inside.identified).toBe(true)
    expect(peak(0.1, 0.01)).toMatchObject({ best: expect.closeTo(Math.sqrt(90), 4), identified: false })
    expect(peak(0.1, 0)).toMatchObject({ identified: false })
    // The fit ends on the bound of no coherency, and one agent is best all the same.
    expect(peak(1.5, 0)).toMatchObject({ best: 1, high: 1, identified: true })
    expect(peak(1.5, 0.2)).toMatchObject({ best: 1, high: 1, identified: true })
  })

  test('mean curves are geometric, over the curves that have the size', () => {
    const { x, y } = meanCurve([
      { sizes: Float64Array.of(1, 2), logs: Float64Array.of(0, Math.log(2)) },
      { sizes: Float64Array.of(1, 2, 3), logs: Float64Array.of(0, Math.log(8), 1) },
    ])
    expect([...x]).toEqual([1, 2, 3])
    expect(y[1]).toBeCloseTo(4, 12)
    expect(y[2]).toBeCloseTo(Math.E, 12)
  })

  test('reference data: what R prints, and what nls of R 4.2.2 and scipy 1.17 find', async () => {
    const { rows } = await agentRuns.load()
    const found = referencesOf(pick(rows, { source: ['usl-raytracer', 'usl-specsdm91'] }))
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(Object.keys(printedParameters)))
    for (const { departure } of found) expect(departure).toBeLessThan(5e-4)
    const [tracer, spec] = found.map(({ scalability }) => scalability)
    expect(tracer).toMatchObject({ status: 'bound-hit', held: [2] })
    if (spec?.status !== 'converged') throw new Error(spec?.status)
    const [l, a, b] = spec.parameters
    expect(l).toBeCloseTo(89.99522, 3)
    expect(a).toBeCloseTo(0.02772847, 6)
    expect(b).toBeCloseTo(0.00010436548, 9)
    expect(Math.sqrt((1 - a!) / b!)).toBeCloseTo(96.5195, 2)
  })
})
