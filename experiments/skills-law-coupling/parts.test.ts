import { streamsOf } from '@lawbook/base'
import { normalCdf } from '@lawbook/estimators'
import { twoWayInterval } from '@lawbook/pipelines'
import { describe, expect, test } from 'vitest'
import { choices } from './choices.ts'
import { beyondArithmetic, correlation, type FamilyPoint, familyPoints, leaveOneOut } from './correlations.ts'
import { kappaOf } from './coupling.ts'
import { departureFrom } from './departures.ts'
import { heldOutError } from './held.ts'
import { independenceOf } from './independent.ts'
import { levelsOf } from './levels.ts'
import { models, narrowing, type Points, shifted } from './models.ts'
import { meanChance } from './scene.ts'
import { cast, planted } from './testing.ts'
import { lawPoints, plantable, plantScene, worldIds } from './worlds.ts'

const points = (after: (b: number, before: number) => number): Points => {
  const b = Float64Array.of(0.04, 0.06, 0.09, 0.12, 0.05)
  const before = Float64Array.of(0.7, 0.4, 0.5, 0.3, 0.6)
  return {
    family: Int32Array.of(0, 0, 1, 2, 3),
    b,
    before,
    after: b.map((one, r) => after(one, before[r]!)),
    weight: Float64Array.of(0.5, 0.5, 1, 1, 1),
  }
}

describe('models of the rescue', () => {
  const laws: [string, number, (b: number, before: number) => number][] = [
    ['narrowing', 1.5, (b, before) => before + 1.5 * b],
    ['odds-shift', 0.8, (_, before) => 1 / (1 + (1 / before - 1) * Math.exp(-0.8))],
    ['common-gain', 0.1, (_, before) => before + 0.1],
    ['common-level', 0.8, () => 0.8],
  ]

  test.each(laws)('%s finds its parameter, and foretells a family left out where it is true', (id, parameter, law) => {
    for (const model of models) {
      const found = model.fit(points(law), null)
      const error = heldOutError(points(law), model)
      if (model.id === id) expect(found).toBeCloseTo(parameter, 8)
      if (model.id === id) expect(error).toBeLessThan(1e-6)
      else expect(error).toBeGreaterThan(0.5)
    }
  })

  test('a family left out has no part in the fit', () => {
    const law = (b: number, before: number): number => before + 1.5 * b
    const own = points(law)
    const broken = { ...own, after: own.after.map((after, r) => (own.family[r] === 2 ? 0.99 : after)) }
    for (const model of models) expect(model.fit(broken, 2)).toBeCloseTo(model.fit(own, 2), 12)
    expect(narrowing.fit(broken, 2)).toBeCloseTo(1.5, 10)
    // Only the broken family is missed when the others foretell it; they are missed when it takes part.
    expect(heldOutError({ ...broken, weight: Float64Array.of(0.5, 0.5, 1, 0, 1) }, narrowing)).toBeLessThan(1e-6)
  })

  test('the error is the root of the mean square over families, or the mean absolute one', () => {
    const three: Points = {
      family: Int32Array.of(0, 1, 2),
      b: Float64Array.of(0.1, 0.1, 0.1),
      before: Float64Array.of(0.1, 0.1, 0.1),
      after: Float64Array.of(0.2, 0.3, 0.7),
      weight: Float64Array.of(1, 1, 1),
    }
    const level = models.find(({ id }) => id === 'common-level')!
    // Each against the mean of the other two: .2 - .5, .3 - .45, .7 - .25.
    expect(heldOutError(three, level)).toBeCloseTo(100 * Math.sqrt((0.09 + 0.0225 + 0.2025) / 3), 10)
    expect(heldOutError(three, level, 'absolute')).toBeCloseTo((100 * (0.3 + 0.15 + 0.45)) / 3, 10)
    expect(heldOutError({ ...three, weight: Float64Array.of(1, 0, 0) }, level)).toBeNaN()
  })

  test('odds beyond any bound end at the bound', () => {
    const odds = models.find(({ id }) => id === 'odds-shift')!
    expect(
      odds.fit(
        points(() => 1),
        null,
      ),
    ).toBeGreaterThan(10)
    expect(shifted(0.2, 4)).toBeCloseTo(0.5, 12)
  })
})

describe('means and intervals', () => {
  test('a mean without a skill is the mean of the other pairs, pairs left out aside', () => {
    const scene = planted('narrowing', 4, true)
    const holed = { ...scene, before: scene.before.map((row) => row.map((chance, p) => (p % 7 === 3 ? NaN : chance))) }
    const levels = levelsOf(holed)
    const others = [...scene.clusters.keys()].filter((p) => scene.clusters[p] !== 'skill-5')
    levels.points({ skill: 5 }).before.forEach((mean, r) => {
      expect(mean).toBeCloseTo(meanChance(holed.before[r]!, others), 12)
    })
    expect(Array.from(levels.points({ family: 2 }).weight)).toEqual([1, 1, 0, 1])
  })

  test('are those of twoWayInterval', () => {
    const scene = planted('narrowing', 9, true)
    const shared = twoWayInterval({
      statistic: (families, pairs) => {
        const own = families.map((f) => {
          const router = scene.routers[f]!
          return { b: router.b, gain: meanChance(scene.after[f]!, pairs) - meanChance(scene.before[f]!, pairs) }
        })
        const sum = (of: (one: (typeof own)[number]) => number): number => own.reduce((all, one) => all + of(one), 0)
        return Math.exp(sum(({ b, gain }) => b * gain) / sum(({ b }) => b * b))
      },
      kins: scene.families,
      clusterOf: scene.clusters,
      clusterName: 'second-step skills',
      sided: 'two',
      transform: { forward: Math.log, inverse: Math.exp },
    })
    const own = kappaOf(scene)!
    expect(own.nested.value).toBeCloseTo(shared.nested.value, 8)
    for (const of of ['i90', 'i995'] as const)
      for (const end of [0, 1] as const) expect(own.nested[of][end]).toBeCloseTo(shared.nested[of][end], 6)
  })
})

describe('how many families the routers are worth', () => {
  test('as many as there are where they find other pairs hard, few where the same', () => {
    const apart = independenceOf(planted('narrowing', 12, false))
    expect(apart.families).toBe(12)
    expect(apart.ratio).toBeGreaterThan(9)
    const alike = independenceOf(planted('narrowing', 12, true))
    expect(alike.families).toBe(12)
    expect(alike.ratio).toBeLessThan(4)
  })

  test('one where they are the same router', () => {
    const scene = planted('narrowing', 5, true)
    expect(independenceOf({ ...scene, alone: scene.alone.map(() => scene.alone[0]!) }).ratio).toBeCloseTo(1, 8)
    expect(independenceOf({ ...scene, alone: scene.alone.map((row) => row.map(() => 0.5)) }).ratio).toBe(1)
  })
})

describe('departures', () => {
  test('are none from a law that is followed, and as large as planted', () => {
    const followed = points((b, before) => before + 1.5 * b)
    expect(departureFrom(followed, narrowing)).toBeCloseTo(0, 8)
    const level = models.find(({ id }) => id === 'common-level')!
    const apart = points((b) => normalCdf(b < 0.06 ? 0.2 : -0.2))
    expect(departureFrom({ ...apart, weight: Float64Array.of(1, 0, 1, 0, 0) }, level)).toBeCloseTo(0.2, 8)
  })

  test('in planted worlds come back', () => {
    const { families, routers } = cast(60)
    const even = routers.map((router) => ({ ...router, b: 0.08 }))
    const like = { clusters: Array.from({ length: 400 }, (_, p) => `skill-${p}`), size: 100, competitors: 1200 }
    const own = { ...choices, stateShare: 0, difficulty: 0.1 }
    const stream = streamsOf('test')('departures')
    const scene = plantScene({ world: 'narrowing', routers: even, families, like, choices: own, stream })
    const spread = Math.hypot(choices.familySpread, choices.routerSpread)
    expect(Math.abs(departureFrom(levelsOf(scene).points(), narrowing) - spread)).toBeLessThan(0.03)
  })
})

describe('correlations', () => {
  const odds = (falling: boolean): FamilyPoint[] =>
    [0.04, 0.06, 0.08, 0.1, 0.12].map((b, k) => {
      const before = 0.2 + 0.1 * (falling ? 4 - k : k)
      return { b, before, after: shifted(before, 3) }
    })

  test('with the ratio have the sign of arithmetic where the odds of all shift alike', () => {
    expect(correlation(odds(true), 'ratio')).toBeGreaterThan(0.9)
    expect(correlation(odds(false), 'ratio')).toBeLessThan(-0.9)
    // Nothing is left of either when shifts, which are all alike, move among families.
    for (const falling of [true, false])
      for (const method of ['pearson', 'spearman'] as const) {
        const options = { method, draws: 999, stream: streamsOf('test')('p') }
        expect(beyondArithmetic(odds(falling), 'ratio', options)).toBe(1)
      }
  })

  test('beyond arithmetic are found where shifts follow b', () => {
    const coupled = odds(false).map((point) => ({ ...point, after: shifted(point.before, Math.exp(20 * point.b)) }))
    const options = { method: 'pearson', draws: 999, stream: streamsOf('test')('p') } as const
    expect(beyondArithmetic(coupled, 'difference', options)).toBeCloseTo(1 / 120, 10)
    const sure = coupled.map((point, f) => (f === 0 ? { ...point, after: 1 } : point))
    expect(beyondArithmetic(sure, 'difference', options)).toBeNull()
  })

  test('leave each family out once', () => {
    const straight = odds(true).map((point) => ({ ...point, after: point.before + point.b }))
    const bent = straight.map((point, f) => (f === 4 ? { ...point, after: point.before } : point))
    const [least, most] = leaveOneOut(bent, 'difference', 'pearson')!
    expect(most).toBeCloseTo(1, 10)
    expect(least).toBeLessThan(correlation(bent, 'difference')!)
    expect(correlation(straight.slice(0, 2), 'difference')).toBeNull()
    expect(
      correlation(
        straight.map((point) => ({ ...point, after: point.before })),
        'difference',
      ),
    ).toBeNull()
  })
})

describe('planted worlds', () => {
  test('have one mean gain over families, but for the one without a rescue', () => {
    const { routers } = cast(9)
    const gain = Math.log(choices.kappa) * (routers.reduce((sum, { b }) => sum + b, 0) / routers.length)
    for (const world of worldIds) {
      const { before, after } = lawPoints(world, routers, choices.kappa)
      const found = after.reduce((sum, one, r) => sum + (one - before[r]!) / routers.length, 0)
      expect(found).toBeCloseTo(world === 'no-rescue' ? 0 : gain, 10)
    }
  })

  test('show their law when there are many pairs', () => {
    const { families, routers } = cast(5)
    const clusters = Array.from({ length: 6000 }, (_, p) => `skill-${p}`)
    const like = { clusters, size: 100, competitors: 1200 }
    const own = { ...choices, familySpread: 0, routerSpread: 0 }
    for (const world of worldIds) {
      const stream = streamsOf('test')(world)
      const found = familyPoints(plantScene({ world, routers, families, like, choices: own, stream }))
      const law = lawPoints(world, routers, choices.kappa)
      found.forEach(({ before, after }, f) => {
        expect(Math.abs(before - law.before[f]!)).toBeLessThan(0.02)
        expect(Math.abs(after - law.after[f]!)).toBeLessThan(0.02)
      })
    }
  })

  test('leave room for the gain', () => {
    const scene = planted('common-level', 6, true)
    const sure = { ...scene, before: scene.before.map((row) => row.map(() => 1)) }
    for (const { before, b } of plantable(sure, choices.kappa))
      expect(before + b * Math.log(choices.kappa)).toBeLessThan(1)
  })
})
