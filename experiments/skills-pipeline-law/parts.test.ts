import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { expected, loadRegistry } from '@lawbook/claims'
import { plantedPipelines } from '@lawbook/pipelines'
import { chosenPointwise } from '@lawbook/routers'
import { describe, expect, test } from 'vitest'
import { alikeShares } from './alike.ts'
import { choices } from './choices.ts'
import type { Difficulty } from './difficulty.ts'
import { fitsOf } from './fits.ts'
import { fitForm, law, rivals } from './forms.ts'
import { endLessMiddle, type JudgedName, judge } from './judge.ts'
import { planter, truthOf } from './plant.ts'
import { longPlans, positionTest, profileRows } from './positions.ts'
import type { Plan } from './study.ts'
import { baselineRows } from './tables.ts'
import { plantedNames, worlds } from './worlds.ts'

const resources = {
  wordVectors: { id: 'none', dimensions: 1, vector: () => null },
  sentenceVectors: { id: 'none', dimensions: 1, vector: () => null },
  synonyms: { id: 'none', of: () => [] },
}
const root = fileURLToPath(new URL('../..', import.meta.url))
const plansOf = (length: number, n: number, clusters = n): Plan[] =>
  Array.from({ length: n }, (_, i) => ({ id: `${length}-${i}`, length, cluster: `${length}-${i % clusters}` }))
/** Routers whose single steps fall by .04 to .09, and chances that lie near 0 and near 1. */
const given = (routers: number): Difficulty => ({
  sizes: choices.ladder,
  lines: Array.from({ length: routers }, (_, r) => ({ a: 0.95, b: 0.04 + (0.05 * r) / Math.max(1, routers - 1) })),
  chances: choices.ladder.map(() => Float64Array.from({ length: 101 }, (_, i) => Math.max(0, 1 - (i * i) / 6400))),
  alike: { acrossRouters: 0.5, aloneAndAsked: 0.6, withinCluster: 0.3 },
})
const plans = [...plansOf(1, 6), ...plansOf(2, 30, 15), ...plansOf(3, 8), ...plansOf(5, 8), ...plansOf(10, 8)]

describe('forms', () => {
  test.each([law, ...rivals])('$id: its derivative is that of its value', (form) => {
    for (const theta of [0.03, 0.4, 1.3]) {
      if (form.id === 'independent' || (form.id === 'penalty' && theta > 0.5)) continue
      const at = (x: number) => form.value(Math.log(0.7), 3, x)
      const slope = (at(theta + 1e-6) - at(theta - 1e-6)) / 2e-6
      expect(form.slope(Math.log(0.7), 3, theta, at(theta))).toBeCloseTo(slope, 6)
    }
  })

  test.each([law, ...rivals])('$id: one step is one step, unless the law has a gamma', (form) => {
    const own = form.id === 'law' ? 1 : 0.2
    expect(form.value(Math.log(0.6), 1, own)).toBeCloseTo(0.6, 12)
  })

  test.each([
    [law, 1.41],
    [rivals[1]!, 0.08],
    [rivals[2]!, 0.7],
    [rivals[3]!, 0.9],
  ] as const)('a planted parameter is found again', (form, theta) => {
    const cells = [0.8, 0.6, 0.4].flatMap((p) => [2, 3, 5, 10].map((length) => ({ logP: Math.log(p), length })))
    const found = fitForm(form, {
      logP: Float64Array.from(cells, ({ logP }) => logP),
      length: Float64Array.from(cells, ({ length }) => length),
      right: Float64Array.from(cells, ({ logP, length }) => form.value(logP, length, theta)),
    })
    expect(found).toBeCloseTo(theta, 6)
  })
})

describe('fits', () => {
  const draw = planter(worlds.law!, plans, given(3))
  const study = draw(streamsOf('test')('fits'))

  test('without a cluster is what a study without it says', () => {
    const fits = fitsOf(study, choices)
    const out = fits.clusters[40]!
    const places = [...study.plans.keys()].filter((p) => fits.clusters[p] !== out)
    const take = (rows: readonly (readonly Float64Array[])[]) => rows.map((row) => places.map((p) => row[p]!))
    const less = fitsOf(
      {
        ...study,
        plans: places.map((p) => study.plans[p]!),
        alone: take(study.alone),
        steps: take(study.steps),
        whole: take(study.whole),
      },
      choices,
    )
    const [near, exact] = [fits.means(1, out), less.means(1, null)]
    for (const of of ['single', 'whole', 'product'] as const)
      for (const [i, x] of near[of].entries()) expect(x).toBeCloseTo(exact[of][i]!, 12)
    const { gamma } = fits.layout
    // Two steps of Gauss and Newton, not the whole way.
    expect(fits.values(1, out)[gamma]!).toBeCloseTo(less.values(1, null)[gamma]!, 3)
    expect(Math.abs(fits.values(1, out)[gamma]! - fits.values(1, null)[gamma]!)).toBeGreaterThan(1e-4)
  })

  test('plans of harder steps move the line’s gamma, and not the one of their own steps', () => {
    const harder = truthOf((_, length) => (length > 2 ? 1.6 : 1), plans, given(2))
    const same = { ...harder, alone: harder.steps }
    const gammaOf = (base: 'line' | 'own steps') => {
      const fits = fitsOf(same, choices, { base, from: 'singles' })
      return fits.values(0, null)[fits.layout.gamma]!
    }
    expect(gammaOf('own steps')).toBeCloseTo(1, 9)
    expect(gammaOf('line')).toBeGreaterThan(1.1)
  })
})

test('each claim is true or false in the planted worlds as its record says, by what they are without chance', async () => {
  const { claims } = await loadRegistry(root)
  const found = Object.fromEntries(
    Object.entries(worlds).map(([id, world]) => [id, judge(truthOf(world, plans, given(5)), choices)]),
  )
  for (const claim of claims.filter(({ experiment }) => experiment === 'skills-pipeline-law')) {
    if (!plantedNames.some((name) => name === claim.measure)) continue
    const { allowed, direction, neutral } = expected(claim)
    const region = claim.kind === 'value' ? direction : allowed
    const holds = (world: string): boolean => {
      const value = found[world]![claim.measure as JudgedName]!.nested.value
      if (neutral !== null && Math.abs(value - neutral) < 1e-6) return false
      return (region.lo === null || value >= region.lo) && (region.hi === null || value <= region.hi)
    }
    // Where no gamma fits, its slope on b means nothing.
    const named = Object.keys(worlds).filter((id) => claim.kind !== 'value' || id !== 'levels-off')
    expect([claim.id, ...claim.holdsIn].sort()).toEqual([claim.id, ...named.filter(holds)].sort())
    expect([claim.id, ...claim.rivals].sort()).toEqual([claim.id, ...named.filter((id) => !holds(id))].sort())
  }
})

test('the planted rule comes back: 6.7 b + 1.09 exactly, and on average over replicates', () => {
  const exact = judge(truthOf(worlds.law!, plans, given(5)), choices)
  expect(exact['gamma-slope']!.nested.value).toBeCloseTo(6.7, 6)
  expect(exact['largest-deviation']!.nested.value).toBeLessThan(1e-6)
  const draw = planter(worlds.law!, plans, given(4))
  const gammas = Array.from(
    { length: 12 },
    (_, i) => judge(draw(streamsOf('test')('law', i)), choices).gamma!.nested.value,
  )
  const truth = 6.7 * 0.065 + 1.09
  expect(Math.abs(gammas.reduce((sum, x) => sum + x, 0) / 12 - truth)).toBeLessThan(0.06)
})

test('every judged number has an interval around it in every world', () => {
  for (const world of Object.values(worlds)) {
    const judged = judge(planter(world, plans, given(4))(streamsOf('test')('interval')), choices)
    for (const name of plantedNames) {
      const { value, i90, i995 } = judged[name]!.nested
      expect(i995[0] <= i90[0] && i90[0] <= value && value <= i90[1] && i90[1] <= i995[1]).toBe(true)
    }
  }
})

test('routers that read a set of words give both steps of a planned pair the same ranks; FlexSearch hears', async () => {
  const { library, data } = plantedPipelines({
    skills: 60,
    pairs: [1, 2].map((state) => ({ class: 'tight', first: 2, alone: 3, state, wrong: 4, shared: 0 }) as const),
    fillers: 2,
    stream: streamsOf('test')('deaf'),
  })
  const routers = chosenPointwise(choices.routers).filter(({ needs, kin }) => !needs && kin !== 'floor')
  const shares = await alikeShares({ data, library, routers, resources })
  const deaf = [...shares].filter(([, share]) => share > choices.deafAbove).map(([id]) => id)
  expect(deaf.sort()).toEqual(['orama', 'token-overlap'])
}, 60_000)

describe('positions', () => {
  test('each end less the middle, by hand', () => {
    const at = (k: number): number => [0.9, 0.2, 0.3, 0.4, 0.5][k]!
    expect(endLessMiddle('first', 5, at)).toBeCloseTo(0.6, 12)
    expect(endLessMiddle('last', 5, at)).toBeCloseTo(0.2, 12)
  })

  test('a profile that falls is no U: the smaller end counts, with its own interval', () => {
    const found = judge(truthOf(worlds.falling!, plans, given(4)), choices, ['u-shape'])['u-shape']!
    const [first, last] = found.parts()
    expect(first!.value).toBeGreaterThan(0)
    expect(last!.value).toBeLessThan(0)
    expect(found.nested).toEqual({ value: last!.value, i90: last!.i90, i995: last!.i995 })
  })

  test('order decides a profile that has a shape, and not one that has none', () => {
    const bent = Array.from({ length: 8 }, (_, i) => [0.8, 0.3, 0.35, 0.4, 0.7 + i / 100])
    expect(positionTest(bent, choices, streamsOf('test'))!.p).toBeLessThan(0.01)
    const flat = Array.from({ length: 8 }, (_, i) => [0.5, 0.5, 0.5, 0.5, 0.5].map((x) => x + i / 100))
    expect(positionTest(flat, choices, streamsOf('test'))!.p).toBe(1)
  })

  test('the range of steps in random order is that of a draw from each plan', () => {
    const study = truthOf(worlds['u-shaped']!, plansOf(5, 4), given(2))
    const rows = profileRows(new Map([['plan', study]]), choices)
    const own = longPlans(study, choices)[0]!
    const mean = own.reduce((sum, x) => sum + x, 0) / 5
    const variance = own.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / 5
    expect(rows.map(({ right }) => right)).toEqual(own)
    expect(Number(rows[0]!.high) - mean).toBeCloseTo(1.645 * Math.sqrt(variance / 4), 12)
  })

  test('against the mean step the exponent is never below one', () => {
    const rows = [0.9, 0.5, 0.7].map((right, k) => ({ arm: 'plan', length: 3, position: k + 1, right }))
    const [found] = baselineRows(rows)
    expect(found!.first).toBeCloseTo(Math.log(0.9 * 0.5 * 0.7) / (3 * Math.log(0.9)), 12)
    expect(found!.mean).toBeGreaterThan(1)
  })
})
