import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { loadRegistry } from '@lawbook/claims'
import { describe, expect, test } from 'vitest'
import { choices } from './choices.ts'
import { estimateOf } from './estimate.ts'
import experiment from './experiment.ts'
import { explained, formsOf, leftOutError } from './forms.ts'
import { fitGapLaw, gapLawAt, printedGapLaw } from './gapLaw.ts'
import type { GapPoint } from './gapPoints.ts'
import { type Judged, judgedNames, statisticOf } from './judge.ts'
import { type Chances, panelFrom } from './panel.ts'
import { binsOf, regimesOf } from './regimes.ts'
import { meanSynergy, shareWon, wonSlope } from './statistics.ts'
import { leastSynergy, mostSynergy } from './tables.ts'
import { plantedPanel, worldRows, worlds } from './worlds.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Two routers at three pairs; with a state they win half of the headroom, or what `share` says of the gap. */
function tiny(share: (gap: number) => number = () => 0.5): Chances {
  const first = [Float64Array.of(0.9, 0.8, 0.5), Float64Array.of(0.7, 0.6, 0.6)]
  const second = [Float64Array.of(0.2, 0.4, 0.6), Float64Array.of(0.4, 0.1, 0.55)]
  const after = second.map((row, r) => row.map((b, p) => b + share(first[r]![p]! - b) * (1 - b)))
  return {
    gapFirst: first,
    gapSecond: second,
    first,
    second,
    before: second,
    after,
    joint: first.map((row, r) => row.map((a, p) => a * after[r]![p]!)),
    base: first.map((row, r) => row.map((a, p) => a * second[r]![p]!)),
    kins: ['one', 'two'],
    skills: ['x', 'y', 'z'],
  }
}

describe('points and statistics by hand', () => {
  const { large, small, behind } = regimesOf(choices)

  test('regimes keep the sign of the gap', () => {
    expect([0.31, 0.3, 0.1, 0.05, -0.05, -0.1, -0.6].map((gap) => [large(gap), small(gap), behind(gap)])).toEqual([
      [true, false, false],
      [false, false, false],
      [false, false, false],
      [false, true, false],
      [false, true, false],
      [false, false, true],
      [false, false, true],
    ])
  })

  test('bins cover every gap once', () => {
    for (const gap of [-1, -0.1, -0.0999, 0, 0.1, 0.11, 0.9, 1])
      expect(binsOf(choices).filter(({ holds }) => holds(gap))).toHaveLength(1)
  })

  test('the mean over each router’s pairs, then over routers', () => {
    // Large gaps: .7 and .4 of the first router, .5 of the second (.3 is not above the line).
    const panel = panelFrom(tiny())
    expect(panel.agents[0]!.synergy[0]).toBeCloseTo(0.9 * 0.4, 12)
    const own = [(0.9 * 0.4 + 0.8 * 0.3) / 2, 0.6 * 0.45]
    expect(meanSynergy(panel, large)([0, 1], [0, 1, 2])).toBeCloseTo(50 * (own[0]! + own[1]!), 10)
    expect(meanSynergy(panel, large)([0, 1], [2])).toBeNaN()
  })

  test('a fixed share has no slope and is found as it is; a rising one has its own', () => {
    const flat = panelFrom(tiny())
    expect(wonSlope(flat)([0, 1], [0, 1, 2])).toBeCloseTo(0, 12)
    expect(shareWon(flat, () => true)([0, 1], [0, 1, 2])).toBeCloseTo(0.5, 12)
    expect(wonSlope(panelFrom(tiny((gap) => 0.1 + 0.7 * gap)))([0, 1], [0, 1, 2])).toBeCloseTo(0.7, 12)
    // Shares that differ between routers alone make no slope.
    const chances = tiny()
    const joint = chances.joint.map((row, r) => (r === 0 ? row : row.map((_, p) => chances.base[1]![p]!)))
    expect(wonSlope(panelFrom({ ...chances, joint }))([0, 1], [0, 1, 2])).toBeCloseTo(0, 12)
  })

  test('crossed: A of one router, B of another, each from a library of its own', () => {
    const panel = panelFrom(tiny(), { crossed: true })
    expect(panel.agents.map(({ routers }) => routers)).toEqual([
      [0, 1],
      [1, 0],
    ])
    expect(panel.agents[0]!.gap[0]).toBeCloseTo(0.9 - 0.4, 12)
    expect(panel.agents[0]!.synergy[0]).toBeCloseTo(0.9 * (0.7 - 0.4), 12)
    expect(panelFrom(tiny(), { absolute: true }).agents[0]!.gap[2]).toBeCloseTo(0.1, 12)
  })

  test('no interval where the statistic does not exist without one cluster', () => {
    const panel = panelFrom(tiny())
    const found = estimateOf(
      panel,
      meanSynergy(panel, (gap) => gap > 0.6),
      'two',
    )
    expect([found.value, found.i90]).toEqual([expect.closeTo(36, 10), null])
    expect(
      estimateOf(
        panel,
        meanSynergy(panel, (gap) => gap > 0.8),
        'two',
      ).value,
    ).toBeNull()
  })

  test('the envelope is the most and the least of all pairs at a gap', () => {
    for (const gap of [-0.6, -0.2, 0, 0.3, 0.8]) {
      const firsts = Array.from({ length: 2001 }, (_, i) => i / 2000).filter((a) => a - gap >= 0 && a - gap <= 1)
      const most = Math.max(...firsts.map((a) => a * (1 - (a - gap))))
      const least = Math.min(...firsts.map((a) => -a * (a - gap)))
      expect(mostSynergy(gap)).toBeCloseTo(most, 6)
      expect(leastSynergy(gap)).toBeCloseTo(least, 6)
    }
  })
})

describe('laws', () => {
  const gaps = Float64Array.from({ length: 60 }, (_, i) => i / 60)

  test('the law as printed is 0 at its critical gap and has the printed values', () => {
    const [zero, low, half] = gapLawAt([0.25, 0, 0.5], printedGapLaw)
    expect(zero).toBeCloseTo(0, 12)
    expect(low).toBeCloseTo(-0.0775, 12)
    expect(half).toBeCloseTo(0.265 * (1 - Math.exp(-0.25 / 0.12)), 12)
  })

  test('a planted law on the grid is found, and beats its rivals on pairs that were left out', () => {
    const theta = Float64Array.of(0.5, 0.3, 0.24, 0.12)
    const synergies = gapLawAt(gaps, theta)
    const found = fitGapLaw(gaps, synergies, choices)!
    found.forEach((value, j) => void expect(value).toBeCloseTo(theta[j]!, 10))
    const points = [...gaps].map(
      (gap, pair): GapPoint => ({ router: 0, pair, gap, synergy: synergies[pair]!, room: 0.2 + 0.3 * gap }),
    )
    const errors = formsOf(choices).map((form) => [form.id, leftOutError(form, points, (pair) => `s${pair % 12}`)!])
    const [best] = errors.toSorted((a, b) => Number(a[1]) - Number(b[1]))
    expect(best![0]).toBe('gap-law')
    expect(explained(formsOf(choices)[1]!, points)).toBeCloseTo(1, 10)
  })

  test('a fixed share of headroom beats every law of the gap where it is the truth', () => {
    const stream = streamsOf('test')('headroom')
    const points = Array.from({ length: 200 }, (_, pair): GapPoint => {
      const [a, b] = [stream.uniform(), stream.uniform()]
      return { router: 0, pair, gap: a - b, synergy: 0.4 * a * (1 - b), room: a * (1 - b) }
    })
    const errors = formsOf(choices).map((form) => leftOutError(form, points, (pair) => `s${pair % 20}`)!)
    expect(errors.indexOf(Math.min(...errors))).toBe(formsOf(choices).findIndex(({ id }) => id === 'headroom'))
  })
})

describe('planted worlds', () => {
  /** What a measure is in a world of very many pairs and routers. */
  const truth = (world: string, name: Judged): number => {
    const [kins, skills] = [40, 500].map((n) => Array.from({ length: n }, (_, i) => `number ${i}`)) as [
      string[],
      string[],
    ]
    const shape = { kins, skills }
    const panel = plantedPanel(world, shape, choices, streamsOf('test')('truth', world))
    return statisticOf(name, panel, choices)([...kins.keys()], [...skills.keys()])
  }

  const isBlind = (world: string, measure: string): boolean =>
    world === 'misleading' && measure === 'gap-raises-synergy'

  test('each claim is true or false in the worlds as its record says', async () => {
    const { claims } = await loadRegistry(root)
    const own = claims.filter((claim) => claim.experiment === experiment.id && claim.rivals.length > 0)
    expect(own.map(({ measure }) => measure).toSorted()).toEqual([...judgedNames].toSorted())
    for (const { measure, rivals, holdsIn } of own) {
      const line = measure === 'gap-raises-synergy' ? 0.05 : 1
      for (const world of rivals.filter((one) => !isBlind(one, measure!)))
        expect([world, measure, truth(world, measure as Judged) < -line]).toEqual([world, measure, true])
      for (const world of holdsIn)
        expect([world, measure, truth(world, measure as Judged) > line]).toEqual([world, measure, true])
    }
    // The gap does nothing in `misleading`, and yet the slope rises: the claim is false and the rule cannot tell.
    expect(own.find(({ measure }) => measure === 'gap-raises-synergy')!.rivals).toContain('misleading')
    const lost = [-0.5, 0, 0.2, 0.8].map((gap) => (worlds.misleading!({ first: 0.9, second: 0.4, gap }) * 0.6) / 0.4)
    for (const share of lost) expect(share).toBeCloseTo(-0.3, 12)
    expect(truth('misleading', 'gap-raises-synergy')).toBeGreaterThan(0.1)
    expect(Math.abs(truth('no-state', 'large-gap-synergy'))).toBeLessThan(1)
    expect(Math.abs(truth('fixed-share', 'gap-raises-synergy'))).toBeLessThan(0.1)
  })

  test('every world has its rows, and no synergy is seen where there is none', () => {
    const shape = {
      kins: ['one', 'two', 'three', 'four', 'five'],
      skills: Array.from({ length: 100 }, (_, i) => `skill ${i % 40}`),
    }
    const rows = worldRows(shape, { ...choices, replicates: 12 }, streamsOf('test'))
    expect(rows).toHaveLength(12 * Object.keys(worlds).length * judgedNames.length)
    const wrong = rows.filter(
      ({ world, measure, lo995 }) =>
        Number(lo995) > 0 && (world === 'no-state' || (world === 'fixed-share' && measure === 'gap-raises-synergy')),
    )
    expect(wrong.length).toBeLessThanOrEqual(2)
    expect(worldRows({ kins: [], skills: [] }, choices, streamsOf('test'))).toEqual([])
  })
})
