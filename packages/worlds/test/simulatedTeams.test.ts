import { streamsOf } from '@lawbook/base'
import { bestSize, sweepOfShares } from '@lawbook/estimators'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { simulatedTeams, type TeamWork, teamTruth } from '../src/index.ts'
import { meanIs } from './means.ts'

const stream = streamsOf('simulatedTeams.test')
const grid = Float64Array.from({ length: 64 }, (_, i) => i + 1)
const free: TeamWork = {
  units: 96,
  serial: 0,
  spread: 0,
  talk: 0,
  slip: 0,
  right: 1,
  deadline: Number.POSITIVE_INFINITY,
  needed: 96,
}
/** Work of uneven units of which 88 of 96 must be right: the deadline and the slips set the best size. */
const uneven: TeamWork = { ...free, serial: 2, spread: 1, talk: 0.01, right: 0.98, needed: 88 }
const worlds = {
  three: { ...uneven, slip: 0.02, deadline: 38 },
  twelve: { ...uneven, slip: 0.0035, deadline: 13 },
  thirty: { ...uneven, slip: 0.001, deadline: 8 },
  rising: { ...uneven, talk: 0, deadline: 13 },
  falling: { ...uneven, slip: 0.015 },
  flat: { ...uneven, talk: 0.02, right: 0.93 },
} satisfies Record<string, TeamWork>
const truths = Object.fromEntries(
  Object.entries(worlds).map(([name, work]) => [
    name,
    teamTruth(work, { sizes: grid, draws: 600, stream: stream('truth', name) }),
  ]),
) as Record<keyof typeof worlds, ReturnType<typeof teamTruth>>

const anyWork = fc.record({
  units: fc.integer({ min: 1, max: 30 }),
  serial: fc.integer({ min: 0, max: 30 }),
  spread: fc.double({ min: 0, max: 2, noNaN: true }),
  talk: fc.double({ min: 0, max: 0.5, noNaN: true }),
  slip: fc.double({ min: 0, max: 1, noNaN: true }),
  right: fc.double({ min: 0, max: 1, noNaN: true }),
  needed: fc.integer({ min: 1, max: 30 }),
  n: fc.integer({ min: 1, max: 12 }),
  key: fc.integer(),
})
/** A job with no more serial or needed units than there are. */
const fitted = ({ n, key, ...work }: Omit<TeamWork, 'deadline'> & { n: number; key: number }): TeamWork => ({
  ...work,
  serial: Math.min(work.serial, work.units),
  needed: Math.min(work.needed, work.units),
  deadline: Number.POSITIVE_INFINITY,
})

describe('work without messages', () => {
  test('of equal units follows the law of Amdahl exactly, but for the last round', () => {
    const work = { ...free, units: 120, serial: 24, needed: 120 }
    const { wallClock, fastest } = teamTruth(work, { sizes: grid, draws: 1, stream: stream('amdahl') })
    for (const [k, n] of grid.entries()) {
      expect(wallClock[k]).toBe(24 + Math.ceil(96 / n))
      if (96 % n === 0) expect(wallClock[0]! / wallClock[k]!).toBeCloseTo(1 / (0.2 + 0.8 / n), 12)
    }
    expect(fastest).toBe(48)
  })

  test('of uneven units comes to it on average, within the longest of the units at work', () => {
    const sizes = Float64Array.of(1, 2, 5)
    const runs = 300
    const { wallClock } = simulatedTeams(
      { ...free, units: 600, serial: 60, spread: 0.5, needed: 1 },
      { sizes, runs, stream: stream('uneven') },
    )
    meanIs(wallClock.subarray(0, runs), 600, 'one agent')
    for (const [k, n] of sizes.entries()) {
      const mean = wallClock.subarray(k * runs, (k + 1) * runs).reduce((sum, time) => sum + time / runs, 0)
      expect(600 / mean / (1 / (0.1 + 0.9 / n))).toBeGreaterThan(0.98)
      expect(600 / mean / (1 / (0.1 + 0.9 / n))).toBeLessThan(1.01)
    }
  })
})

describe('work with messages', () => {
  test('takes U (1 + c (n - 1)) (1 - p + p / n), shortest where universal scalability says', () => {
    const work = { ...free, units: 3600, serial: 360, talk: 0.05, needed: 1 }
    const { wallClock, fastest } = teamTruth(work, { sizes: grid, draws: 1, stream: stream('usl') })
    for (const n of [1, 2, 6, 10, 12, 20, 40])
      expect(wallClock[n - 1]! / (3600 * (1 + 0.05 * (n - 1)) * (0.1 + 0.9 / n))).toBeCloseTo(1, 10)
    expect(Math.abs(fastest - Math.sqrt((0.9 * 0.95) / (0.1 * 0.05)))).toBeLessThan(1)
  })

  test('sends none from one agent, and n - 1 for each unit', () => {
    const sizes = Float64Array.of(1, 2, 7)
    const { messages } = simulatedTeams(worlds.flat, { sizes, runs: 2, stream: stream('messages') })
    expect([...messages]).toEqual([0, 0, 96, 96, 576, 576])
  })
})

test('no work is lost: agents are busy for all units and messages, and idle the rest of the time', () => {
  fc.assert(
    fc.property(anyWork, (drawn) => {
      const { n, key } = drawn
      const work = fitted(drawn)
      const run = (size: number, talk: number) =>
        teamTruth({ ...work, talk }, { sizes: Float64Array.of(size), draws: 1, stream: stream('conserved', key) })
      const [alone, team] = [run(1, 0), run(n, work.talk)]
      const said = work.talk * (n - 1) * work.units
      expect(team.busy[0]! / (alone.busy[0]! + said)).toBeCloseTo(1, 10)
      expect(alone.wallClock[0]! / alone.busy[0]!).toBeCloseTo(1, 10)
      // Nobody is faster than all agents together, and a team never takes longer than one agent who says as much.
      expect(team.wallClock[0]! * n * (1 + 1e-12)).toBeGreaterThanOrEqual(team.busy[0]!)
      expect(team.wallClock[0]!).toBeLessThanOrEqual(team.busy[0]! * (1 + 1e-12))
    }),
  )
})

test('at the deadline what was not handed over is lost, with the time it took', () => {
  // Two agents need 1.1 a unit: each hands over two by 2.5 and is at work on a third.
  const work = { ...free, units: 6, needed: 4, talk: 0.1, deadline: 2.5 }
  const options = { sizes: Float64Array.of(2), stream: stream('deadline') }
  const { success, share, wallClock, busy, messages } = simulatedTeams(work, { ...options, runs: 1 })
  expect([success, share, wallClock, busy, messages].map(([value]) => value)).toEqual([1, 4 / 6, 2.5, 5, 4])
  expect(teamTruth({ ...work, needed: 5 }, { ...options, draws: 1 }).success[0]).toBe(0)
})

test('a later deadline, a lower need and fewer slips never hurt; the deadline bounds time and effort', () => {
  fc.assert(
    fc.property(anyWork, fc.double({ min: 0.1, max: 20, noNaN: true }), (drawn, deadline) => {
      const work = { ...fitted(drawn), deadline }
      const { n, key } = drawn
      const truth = (changes: Partial<TeamWork>) =>
        teamTruth({ ...work, ...changes }, { sizes: Float64Array.of(n), draws: 3, stream: stream('better', key) })
      const own = truth({})
      for (const better of [{ deadline: 2 * deadline }, { slip: work.slip / 2 }, { needed: 1 }])
        expect(truth(better).success[0]!).toBeGreaterThanOrEqual(own.success[0]! - 1e-12)
      expect(own.wallClock[0]!).toBeLessThanOrEqual(deadline * (1 + 1e-12))
      expect(own.busy[0]!).toBeLessThanOrEqual(n * deadline * (1 + 1e-12))
      expect(own.share[0]!).toBeLessThanOrEqual(work.right + 1e-12)
    }),
  )
})

describe('the truth', () => {
  const sizes = Float64Array.of(2, 8, 12, 30)

  test('is what runs give on average', () => {
    const runs = 1500
    const work = worlds.twelve
    const drawn = simulatedTeams(work, { sizes, runs, stream: stream('runs') })
    const truth = teamTruth(work, { sizes, draws: 20_000, stream: stream('many') })
    for (const [k, n] of sizes.entries())
      for (const name of ['success', 'share', 'wallClock', 'busy'] as const) {
        const rows = drawn[name].subarray(k * runs, (k + 1) * runs)
        // Two agents never succeed, and with so little time all of them run to the deadline.
        if (rows.every((value) => value === rows[0])) expect(truth[name][k]).toBeCloseTo(rows[0]!, 3)
        else meanIs(rows, truth[name][k]!, `${name} of ${n}`)
      }
  })

  test('has its best size where it was planted, and moves as deadline and slips say', () => {
    expect(truths.three.best).toBe(3)
    expect(truths.twelve.best).toBeGreaterThanOrEqual(11)
    expect(truths.twelve.best).toBeLessThanOrEqual(14)
    expect(truths.thirty.best).toBeGreaterThan(26)
    expect(truths.thirty.best).toBeLessThan(34)
    expect(truths.falling.best).toBe(1)
    expect(truths.flat.success).toEqual(new Float64Array(64).fill(truths.flat.success[0]!))
    for (let k = 1; k < 8; k++) {
      expect(truths.rising.success[k]!).toBeGreaterThanOrEqual(truths.rising.success[k - 1]!)
      expect(truths.falling.success[k]!).toBeLessThan(truths.falling.success[k - 1]!)
    }
    const best = (changes: Partial<TeamWork>): number =>
      teamTruth({ ...worlds.twelve, ...changes }, { sizes: grid, draws: 300, stream: stream('moves') }).best
    const own = best({})
    expect(best({ deadline: 26 })).toBeLessThan(own)
    expect(best({ slip: 0.001 })).toBeGreaterThan(own)
    expect(best({ talk: 0.03 })).toBeGreaterThan(own)
  })
})

describe('the best size of simulated sweeps', () => {
  const sweeps = 300
  const runs = 40
  const found = (name: keyof typeof worlds, sizes: number[]) =>
    Array.from({ length: sweeps }, (_, key) => {
      const ladder = Float64Array.from(sizes)
      const { success } = simulatedTeams(worlds[name], { sizes: ladder, runs, stream: stream('sweep', name, key) })
      const shares = ladder.map((_, k) => success.subarray(k * runs, (k + 1) * runs).reduce((a, b) => a + b, 0) / runs)
      const sweep = sweepOfShares(shares, new Float64Array(sizes.length).fill(runs))
      return bestSize({ sizes: ladder, sweep, draws: 1999, stream: stream('draws', name, key) })
    })
  const share = <One>(all: One[], is: (one: One) => boolean): number => all.filter(is).length / all.length

  test.each([
    ['three', [1, 2, 3, 4, 8, 12, 16, 32], 'inside'],
    ['twelve', [1, 2, 4, 8, 12, 16, 32, 64], 'inside'],
    ['falling', [1, 2, 4, 8, 12, 16, 32], 'at-lower-end'],
  ] as const)('%s: the set holds it and the status is right', (name, sizes, status) => {
    const all = found(name, [...sizes])
    const truth = [...sizes].sort((a, b) => truths[name].success[b - 1]! - truths[name].success[a - 1]!)[0]!
    expect(share(all, ({ set90 }) => set90.sizes.includes(truth))).toBeGreaterThanOrEqual(0.88)
    expect(share(all, (one) => one.status === status)).toBeGreaterThan(0.95)
    const optimum = truths[name].best
    const inside = ([low, high]: readonly [number, number | null]) =>
      optimum >= low && (high === null || optimum <= high)
    expect(share(all, ({ set90 }) => inside(set90.between))).toBeGreaterThanOrEqual(0.88)
  })

  test('where 30 are best, sweeps to 64 find more than 16; sweeps to 8 find no answer', () => {
    expect(share(found('thirty', [1, 4, 8, 16, 32, 64]), ({ set90 }) => set90.between[0] >= 8)).toBeGreaterThan(0.95)
    expect(share(found('twelve', [1, 2, 4, 6, 8]), ({ status }) => status === 'at-upper-end')).toBeGreaterThan(0.95)
  })

  test('where size does not matter nine in ten get no answer', () => {
    const all = found('flat', [1, 2, 4, 8, 12, 16, 32])
    expect(share(all, ({ status }) => status === 'inside' || status === 'at-lower-end')).toBeLessThanOrEqual(0.12)
  })
})

test('runs depend on the stream alone', () => {
  const draw = (key: number) =>
    simulatedTeams(worlds.twelve, { sizes: Float64Array.of(1, 8), runs: 5, stream: stream('same', key) })
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})

test('what cannot be simulated is refused with the reason', () => {
  const run =
    (changes: Partial<TeamWork>, sizes = Float64Array.of(1, 2), runs = 1) =>
    () =>
      simulatedTeams({ ...free, ...changes }, { sizes, runs, stream: stream('refused') })
  expect(run({ units: 0 })).toThrow(/0 serial of 0 units/)
  expect(run({ serial: 97 })).toThrow(/97 serial of 96 units/)
  expect(run({ needed: 97 })).toThrow(/need 97 of 96/)
  expect(run({ spread: -1 })).toThrow(/spread = -1/)
  expect(run({ talk: Number.NaN })).toThrow(/talk = NaN/)
  expect(run({ slip: 1.1 })).toThrow(/slip = 1.1/)
  expect(run({ right: -0.1 })).toThrow(/right = -0.1/)
  expect(run({ deadline: 0 })).toThrow(/end at 0/)
  expect(run({}, Float64Array.of(1.5))).toThrow(/team of 1.5/)
  expect(run({}, Float64Array.of(0))).toThrow(/team of 0/)
  expect(run({}, undefined, 0)).toThrow(/0 runs/)
  const truth = (sizes: Float64Array, draws: number) => () => teamTruth(free, { sizes, draws, stream: stream('x') })
  expect(truth(grid, 0)).toThrow(/0 draws/)
  expect(truth(new Float64Array(0), 1)).toThrow(/no sizes/)
})
