import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { judge, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import { type Bounds, div, exp, ln, mul, readPrinted, sub } from '@lawbook/rounding'
import { beforeAll, describe, expect, it } from 'vitest'
import experiment from './experiment.ts'
import figures from './figures.ts'
import { measuresOf } from './measures.ts'
import { decisionsNeeded } from './needed.ts'
import { type Printed, printed } from './printed.ts'
import { approximateShare, binomialCumulative, shareAboveLine } from './r2.ts'
import { worlds } from './worlds.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

type Finished = Awaited<ReturnType<typeof runExperiment>>

const quick = { replicates: 2000, worldReplicates: 50, otherLikely: [], decisions: [500] }
const run = (table: readonly Printed[]) => runExperiment(experiment, { data: { printed: table }, choices: quick })

/** The printed table with other digits for some symbols, as a wrong transcription or another paper would have them. */
const replace = (digits: Readonly<Record<string, string>>) =>
  printed.map((entry) => ({ ...entry, digits: digits[entry.symbol] ?? entry.digits }))

const measure = ({ result }: Finished, id: string) => {
  const found = result.measures.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no measure ${id}`)
  return found as typeof found & { value: number; i90: [number, number]; i995: [number, number] }
}

let real: Finished
beforeAll(async () => {
  real = await run(printed)
})

describe('the known outcomes, by hand', () => {
  it.each([
    // 4.2 points x 0.693 = 2.91, within 3 ± 0.5
    ['points-per-doubling', 2.911, 2.87, 2.95],
    // 6.7 x 0.042 + 1.09 = 0.2814 + 1.09; lowest 6.65 x 0.0415 + 1.085; highest 6.75 x 0.0425 + 1.095
    ['gamma-from-rule', 1.3714, 1.360975, 1.381875],
    // 0.028 / 0.100; lowest 0.0275 / (0.0275 + 0.0725)
    ['critical-coupling', 0.28, 0.275, 0.285],
    ['law11-tight', -7.2, -7.25, -7.15],
    ['law11-loose', 2.8, 2.75, 2.85],
    ['law11-independent', 2.8, 2.75, 2.85],
    ['figure-tight', 7.2, 7.15, 7.25],
    // 68 x 4 x 8 x 11 and 11 x 23
    ['planned-rows', 23936, 23936, 23936],
    ['gap-summaries', 253, 253, 253],
    // 0.0775 / 0.31; lowest 0.07745 / 0.315
    ['critical-gap', 0.25, 0.07745 / 0.315, 0.07755 / 0.305],
    // S(0) = -7.75 and S(0.1) = -4.65 before rounding; -7.755 - 3.45 and 100 (0.0305 - 0.07755) ... widened by 3.45
    ['small-gap-law', -6.2, -11.205, -1.145],
    // 20.4 - 17.7
    ['gain-left-over', 2.7, 2.5, 2.9],
    // 100 - 91.7 - 4.1, smaller than 100 - 71.3 - 22.4 = 6.3
    ['neither-right-nor-hijacked', 4.2, 4.1, 4.3],
  ])('%s', (id, value, lo, hi) => {
    const found = measure(real, id)
    expect(found.value).toBeCloseTo(value, 3)
    if (id === 'points-per-doubling') {
      expect(found.i90[0]).toBeGreaterThan(lo)
      expect(found.i90[1]).toBeLessThan(hi)
    } else {
      expect(found.i90[0]).toBeCloseTo(lo, 9)
      expect(found.i90[1]).toBeCloseTo(hi, 9)
    }
    expect(found.i995).toEqual(found.i90)
  })

  it('a fourfold rescue needs about a million skills, and the library leaves room for less than twofold', () => {
    const { value, i90 } = measure(real, 'fourfold-size')
    expect(Math.log(value)).toBeCloseTo(0.584 / 0.042, 8)
    expect(Math.log(i90[0])).toBeCloseTo(0.5835 / 0.0425, 8)
    expect(Math.log(i90[1])).toBeCloseTo(0.5845 / 0.0415, 8)
    expect(measure(real, 'largest-rescue').value).toBeCloseTo(1 / (0.834 - 0.042 * Math.log(1141)), 9)
  })

  it('the R² line needs far more than 500 independent decisions', () => {
    const { value, i995 } = measure(real, 'r2-decisions-needed')
    expect(i995[0]).toBeGreaterThan(2000)
    expect(value).toBeGreaterThan(3000)
    expect(value).toBeLessThan(5000)
  })

  it('the R² interval holds what every rounding of a and b needs, and simulation error beside', () => {
    const { value, i90, i995, reason } = measure(real, 'r2-decisions-needed')
    const ladder = [10, 20, 50, 100, 200, 500]
    const needed = (a: number, b: number) =>
      decisionsNeeded(
        { a, b, ladder, line: 0.97 },
        { models: 15, likely: 0.5, replicates: quick.replicates },
        streamsOf(experiment.id),
      )!
    const corners = [0.8335, 0.8345].flatMap((a) => [0.0415, 0.0425].map((b) => needed(a, b)))
    for (const [outer, ends] of [
      [i90, corners.map((corner) => corner.i90)],
      [i995, corners.map((corner) => corner.i995)],
    ] as const) {
      expect(outer[0]).toBe(Math.min(...ends.map(([lo]) => lo)))
      expect(outer[1]).toBe(Math.max(...ends.map(([, hi]) => hi)))
    }
    expect(value).toBe(needed(0.834, 0.042).value)
    expect(reason).toBeUndefined()
  })

  it('a law too flat for any number of decisions gives no number, and says so', () => {
    const flat = printed.map((entry) => (entry.symbol === 'b' ? { ...entry, digits: '0.001' } : entry))
    const inputs = new Map(flat.map((entry) => [entry.symbol, readPrinted(entry)]))
    const choices = { ...experiment.choices, replicates: 20, otherLikely: [] }
    const found = measuresOf(inputs, choices, streamsOf('flat')).find(({ id }) => id === 'r2-decisions-needed')
    expect(found).toMatchObject({
      value: null,
      i90: null,
      reason: 'more than a million decisions a size would be needed',
    })
  })

  it('keeps its books and observes no decision', () => {
    expect(real.result.decisions).toBe(0)
    expect(real.result.attrition[0]).toMatchObject({ planned: printed.length, used: printed.length })
  })
})

/** The last column: does the planted number meet the claim, which the paper's own then does not (and the reverse)? */
describe('planted numbers flip the verdicts', () => {
  it.each([
    ['points-per-doubling', { b: '0.060' }, false],
    ['gamma-from-rule', { 'gamma-intercept': '1.13' }, true],
    ['critical-coupling', { loss: '0.090' }, false],
    ['law11-tight', { loss: '0.090' }, false],
    ['law11-loose', { repair: '0.040' }, false],
    ['figure-tight', { 'audit-tight': '−15.9' }, true],
    ['figure-loose', { 'audit-loose': '4.1' }, false],
    ['planned-rows', { trials: '6' }, false],
    ['gap-summaries', { 'audit-models': '12' }, false],
    ['critical-gap', { drag: '0.0950' }, false],
    ['small-gap-law', { drag: '-0.0150' }, true],
    ['large-gap-law', { tow: '0.050' }, false],
    ['gain-left-over', { 'boundary-share': '18.8' }, false],
    ['neither-right-nor-hijacked', { 'hijack-before': '32.4' }, false],
    ['fourfold-size', { a: '1.200', b: '0.150' }, true],
    ['r2-decisions-needed', { a: '1.200', b: '0.150' }, true],
  ] as const)('%s', async (id, digits, meets) => {
    const contradicted = async (finished: Finished) => {
      const claim = (await loadRegistry(root)).claims.find(
        (candidate) => candidate.experiment === experiment.id && candidate.measure === id,
      )!
      return judge({ claim, measure: measure(finished, id), fidelity: 'full' }).verdict === 'contradicted'
    }
    expect(await contradicted(real)).toBe(meets)
    expect(await contradicted(await run(replace(digits)))).toBe(!meets)
  })

  it('writes every measure in every planted world', () => {
    expect(real.tables.worlds).toHaveLength(Object.keys(worlds).length * real.result.measures.length)
    const symbols = printed.map(({ symbol }) => symbol)
    for (const world of Object.values(worlds))
      for (const symbol of Object.keys(world)) expect(symbols).toContain(symbol)
  })
})

describe('the claims', () => {
  it('have a measure each, worlds that exist, and the digits of the printed table', async () => {
    const { claims } = JSON.parse(await readFile(new URL('claims.json', import.meta.url), 'utf8')) as {
      claims: { id: string; measure: string; number: string | null; rivals: string[]; holdsIn: string[] }[]
    }
    const checks = new Map(real.tables.checks?.map((row) => [row.id, row.printed]))
    expect(new Set(claims.map((claim) => claim.measure)).size).toBe(claims.length)
    for (const { id, measure: own, number, rivals, holdsIn } of claims) {
      measure(real, own)
      for (const world of [...rivals, ...holdsIn]) expect(Object.keys(worlds), id).toContain(world)
      const target = checks.get(own)
      if (target != null && number !== null)
        expect(readPrinted({ symbol: id, digits: number, precision: 'rounded' }).value, id).toBe(target)
    }
  })
})

describe('the words beside the first figure', () => {
  const altOf = async (finished: Finished): Promise<string> => {
    const own = (await loadRegistry(root)).claims.filter((claim) => claim.experiment === experiment.id)
    const figure = figures.figures.find(({ id }) => id === 'claimed-against-recomputed')!
    return figure.caption({
      tables: {},
      measures: Object.fromEntries(finished.result.measures.map((each) => [each.id, each])),
      claims: Object.fromEntries(own.map((claim) => [claim.id, claim])),
    }).alt
  }

  it('say what disagrees, as the verdicts do, and no longer where it agrees', async () => {
    expect(await altOf(real)).toMatch(/Off the grey band: γ from .*On the wrong side: .*loss of tight pairs/)
    const agreeing = await altOf(await run(replace(worlds.agreeing!)))
    expect(agreeing).not.toContain('γ from')
    expect(agreeing).not.toContain('loss of tight pairs')
  })
})

describe('interval arithmetic', () => {
  it('holds what its operands can give', () => {
    const random = streamsOf('interval-test')('draws')
    const inside = ([lo, hi]: Bounds) => lo + (hi - lo) * random.uniform()
    for (let i = 0; i < 2000; i++) {
      const a: Bounds = [random.normal() - 1, random.normal() + 4].sort((p, q) => p - q) as [number, number]
      const b: Bounds = [0.5 + random.uniform(), 2 + random.uniform()]
      const [x, y] = [inside(a), inside(b)]
      for (const [bounds, value] of [
        [sub(a, b), x - y],
        [mul(a, b), x * y],
        [div(a, b), x / y],
        [ln(b), Math.log(y)],
        [exp(a), Math.exp(x)],
      ] as const) {
        expect(bounds[0]).toBeLessThanOrEqual(value)
        expect(bounds[1]).toBeGreaterThanOrEqual(value)
      }
    }
  })

  it('refuses what has no answer', () => {
    expect(() => div([1, 2], [-1, 1])).toThrow('must not hold 0')
    expect(() => ln([0, 1])).toThrow('above 0')
    expect(() => readPrinted({ symbol: 'b', digits: '.042', precision: 'rounded' })).toThrow('printed as ".042"')
  })

  it('reads the precision from the digits', () => {
    expect(readPrinted({ symbol: 'b', digits: '0.042', precision: 'rounded' }).halfWidth).toBeCloseTo(0.0005, 15)
    expect(readPrinted({ symbol: 'n', digits: '1,141', precision: 'exact' })).toEqual({ value: 1141, halfWidth: 0 })
    expect(readPrinted({ symbol: 'q', digits: '−7.2', precision: 'rounded' })).toEqual({ value: -7.2, halfWidth: 0.05 })
  })
})

describe('the simulated R²', () => {
  const question = { a: 0.834, b: 0.042, ladder: [10, 20, 50, 100, 200, 500], line: 0.97 }

  it.each([250, 500, 2000, 4000])('agrees with the approximation at n = %i', (n) => {
    const { share, se } = shareAboveLine(question, n, 20_000, streamsOf('r2-test'))
    expect(Math.abs(share - approximateShare(question, n))).toBeLessThan(4 * se + 0.006)
  })

  it('draws from the binomial distribution', () => {
    // P(X <= 1) for n = 4, p = 0.3: 0.7^4 + 4 x 0.3 x 0.7^3 = 0.2401 + 0.4116
    expect(binomialCumulative(4, 0.3)[1]).toBeCloseTo(0.6517, 12)
    expect(binomialCumulative(100_000, 0.5).at(-1)).toBe(1)
  })

  it('refuses a law that leaves the unit interval', () => {
    expect(() => shareAboveLine({ ...question, a: 1.2 }, 100, 10, streamsOf('r2-test'))).toThrow('must lie in (0, 1)')
  })
})
