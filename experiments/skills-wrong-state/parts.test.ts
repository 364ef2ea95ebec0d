import { streamsOf } from '@lawbook/base'
import type { Pipelines } from '@lawbook/pipelines'
import { checkLedger } from '@lawbook/schemas'
import { describe, expect, test } from 'vitest'
import { wrongStateLedgers } from './books.ts'
import { changeOf, passShare, qualityOf, shareOf, survivalDifference } from './effects.ts'
import { type ExecutedPair, executedRows, readExecuted } from './executed.ts'
import { judge } from './measures.ts'
import { type Chances, nearestAlone, ofRouter, type Panel } from './panel.ts'
import { plantedPanel, truth, worlds } from './worlds.ts'

const kinds = ['tight', 'loose', 'independent'] as const
const yes = { blind: true, aware: true }
const astray = { blind: true, aware: false }
const no = { blind: false, aware: false }
const pair = (skill: string, kind: ExecutedPair['class'], wrong: ExecutedPair['wrong']): ExecutedPair => ({
  pipeline: `${skill}-${kind}`,
  class: kind,
  skill,
  first: `before ${skill}`,
  nearest: `beside ${skill}`,
  own: yes,
  none: kind === 'tight' ? no : yes,
  wrong,
})

describe('quality of a second step', () => {
  const one = pair('sort', 'tight', [astray, yes])
  const chances: Chances = { none: 0.5, own: 0.8, placebo: 0.4, wrong: [0.2, 0.6] }

  test('after wrong states it is their mean, each with its own product', () => {
    expect(qualityOf(one, chances, 'wrong', 'routing')).toBeCloseTo(0.4)
    expect(qualityOf(one, chances, 'wrong', 'blind')).toBeCloseTo(0.4)
    expect(qualityOf(one, chances, 'wrong', 'aware')).toBeCloseTo(0.3)
    expect(passShare(one, 'wrong', 'aware')).toBe(0.5)
  })

  test('on the inputs alone a tight pair has none, however well it is routed; nothing was executed after a placebo', () => {
    expect(qualityOf(one, chances, 'none', 'aware')).toBe(0)
    expect(qualityOf(one, chances, 'none', 'routing')).toBe(0.5)
    expect(qualityOf(one, chances, 'own', 'aware')).toBe(0.8)
    expect(qualityOf(one, chances, 'placebo', 'aware')).toBeNaN()
  })
})

describe('means and intervals', () => {
  const pairs = ['a', 'b', 'c', 'd'].flatMap((skill, i) => [
    pair(skill, 'tight', [i < 1 ? yes : no, yes]),
    pair(skill, 'loose', [i < 3 ? yes : no, yes]),
  ])
  const chances = (lost: number): Chances[] =>
    pairs.map((_, i) => ({ none: 0.5, own: 0.5, placebo: 0.5, wrong: [0.5 - lost - 0.01 * i, 0.5 - lost - 0.01 * i] }))
  const routers = ['one', 'two'].map((kin) => ({ id: kin, short: kin, kin }))
  const panel: Panel = { pairs, routers, chances: [chances(0.1), chances(0.2)] }

  test('routers and pairs count alike, and both are resampled', () => {
    const { value, i90, n, resampled } = changeOf(panel, 'tight', 'routing', 'own')
    expect(value).toBeCloseTo(-18)
    expect(n).toBe(4)
    expect(resampled).toBe(
      'second-step skills (4), first-step skills (4), nearest wrong skills (4), kins of routers (2): the farthest limit of all',
    )
    expect(i90![1] - i90![0]).toBeGreaterThan(10)
    expect(changeOf(ofRouter(panel, 1), 'tight', 'routing', 'own').value).toBeCloseTo(-23)
  })

  test('pairs that share the skill behind their wrong state are one witness', () => {
    const shared = {
      ...panel,
      routers: [routers[0]!],
      pairs: pairs.map((one, i) => ({ ...one, nearest: `${i >> 2}` })),
    }
    const only = changeOf(shared, 'tight', 'routing', 'own', ['second-step skills'])
    const both = changeOf(shared, 'tight', 'routing', 'own')
    expect(both.i995![1]).toBeGreaterThan(only.i995![1] + 1)
  })

  test('products that survive: loose less tight, without routers, over all wrong states or the nearest', () => {
    const { value, i995, resampled } = survivalDifference(pairs, 'aware')
    expect(value).toBe(25)
    expect(i995![0]).toBeLessThan(25)
    expect(resampled).toBe('second-step skills (4)')
    expect(survivalDifference(nearestAlone(panel).pairs, 'aware').value).toBe(50)
  })

  test('where all clusters say the same there is no interval; without pairs or routers no value', () => {
    expect(shareOf(pairs, 'tight', () => 1)).toMatchObject({ value: 100, i90: null, i995: null })
    expect(shareOf(pairs, 'independent', () => 1)).toMatchObject({ value: null, n: 0 })
    expect(changeOf({ ...panel, routers: [], chances: [] }, 'tight', 'routing', 'own').value).toBeNull()
  })
})

describe('what was executed', () => {
  const skill = (name: string) => ({
    family: 'order',
    skill: { id: name, name, description: '', body: '', package: 'p', licence: 'MIT', tags: [] },
  })
  const step = (name: string) => ({ skill: name, text: '', other: '', state: '', accepted: [] })
  const right = { blind: 'pass', aware: 'pass' } as const
  const data = {
    skills: [skill('sort'), skill('filter')],
    pipelines: [
      {
        id: 'one',
        class: 'tight',
        steps: [step('sort'), step('filter')],
        own: right,
        none: { blind: 'not done', aware: 'not done' },
        wrong: [
          { skill: 'filter', state: '', executed: { blind: 'pass', aware: 'error' } },
          { skill: 'filter', state: '', executed: { blind: 'not done', aware: 'not done' } },
        ],
        completions: [],
      },
      {
        id: 'two',
        class: 'loose',
        steps: [step('sort'), step('filter')],
        own: right,
        none: { blind: 'pass', aware: 'fail' },
        wrong: [],
        completions: [],
      },
    ],
    attrition: [],
  } as const satisfies Pipelines

  test('refusals and checks that failed themselves never pass; a pair without a wrong state is left out', () => {
    const rows = executedRows(data)
    expect(rows[0]).toMatchObject({ skill: 'filter', wrong0Family: 'order', wrong0Aware: 'error' })
    expect(rows[1]).toMatchObject({ wrong0Skill: null, wrong0Aware: null })
    expect(readExecuted(rows)).toEqual([
      {
        pipeline: 'one',
        class: 'tight',
        skill: 'filter',
        first: 'sort',
        nearest: 'filter',
        own: yes,
        none: no,
        wrong: [astray, no],
      },
    ])
  })

  test('the books balance and count them', () => {
    const ledgers = wrongStateLedgers(data)
    for (const ledger of ledgers) checkLedger(ledger, 'here')
    expect(ledgers[0]).toMatchObject({ planned: 2, used: 1, missing: 1 })
    expect(ledgers[2]).toMatchObject({ planned: 2, used: 0, failed: 1, excluded: [{ n: 1 }] })
  })
})

describe('planted worlds', () => {
  /** Pairs in which a wrong state does anything between all and nothing, and loses on the mean. */
  const panelOf = (pairs: number, skills: number): Panel => {
    const all = kinds.flatMap((kind) =>
      Array.from({ length: pairs }, (_, i) => pair(`s${i % skills}`, kind, [yes, yes])),
    )
    const chances = all.map((_, i): Chances => {
      const own = (i % 10) / 10
      return { none: 0.5, own, placebo: 0.5, wrong: [0.6 * own, (i % 7) / 20] }
    })
    return {
      pairs: all,
      routers: ['0', '1'].map((id) => ({ id, short: id, kin: 'one' })),
      chances: [chances, chances.map((one) => ({ ...one, own: one.own * 0.9 }))],
    }
  }
  const plant = (panel: Panel, world: string): Panel =>
    plantedPanel(panel, world, streamsOf('skills-wrong-state')('part', world))

  test.each(Object.keys(worlds))('%s has the effects that it is said to have, whatever was observed', (world) => {
    const { pairs, chances } = plant(panelOf(8000, 8000), world)
    for (const kind of kinds) {
      const changes = chances.flatMap((row) =>
        row.filter((_, i) => pairs[i]!.class === kind).map(({ own, wrong }) => (wrong[0]! + wrong[1]!) / 2 - own),
      )
      const change = (100 * changes.reduce((sum, value) => sum + value, 0)) / changes.length
      expect([kind, Math.abs(change - truth(`routing-${kind}`, world)) < 1.2]).toEqual([kind, true])
    }
  })

  test('pairs differ as much as they did: the interval of a world without effect is no narrower than the evidence', () => {
    const width = ({ i90 }: { i90: readonly [number, number] | null }): number => i90![1] - i90![0]
    const seen = panelOf(120, 24)
    for (const id of ['routing-tight', 'routing-loose'] as const) {
      const ratio = width(judge(plant(seen, 'no-effect'))[id]) / width(judge(seen)[id])
      expect(ratio).toBeGreaterThan(0.9)
    }
  })

  test('go through the judged measures', () => {
    const found = judge(plant(panelOf(120, 24), 'all-lose'))
    expect(found['routing-tight'].value).toBeLessThan(-3)
    expect(judge(plant(panelOf(120, 24), 'as-claimed'))['survival-by-dependency'].value).toBeGreaterThan(10)
  })
})
