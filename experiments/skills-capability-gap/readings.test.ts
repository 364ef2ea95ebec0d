import { readEvidence } from '@lawbook/pipelines'
import { expect, test } from 'vitest'
import { choices } from './choices.ts'
import { onlyPairs } from './onlyPairs.ts'
import { type Chances, panelFrom } from './panel.ts'
import { chancesOf, primary, type Reading, removed, removedOverPlacebo } from './readings.ts'

test('gaps come from the other wording, steps alone from the judged one, right ends from the closed loop', () => {
  const arm = (name: string, first: number, second: number, together: number) => ({
    router: 'r',
    arm: name,
    steps: `${first} ${second}`,
    together: `${first} ${together}`,
  })
  const evidence = readEvidence({
    pipelines: [{ pipeline: 'p', class: 'tight', length: 2, skills: 'a b', families: 'f f', competitors: 100 }],
    counts: [arm('alone', 10, 40, 45), arm('other', 20, 90, 95), arm('state', 10, 5, 12), arm('plan', 30, 31, 50)],
    ways: [{ router: 'r', ways: '12:0:1:1 20:1:1:1' }],
  })
  // A library of 53 holds the pair's two skills and 51 of the 100 competitors.
  const right = (count: number): number => {
    let chance = 1
    for (let i = 0; i < 51; i++) chance *= Math.max(0, 100 - count - i) / (100 - i)
    return chance
  }
  const reading = { ...primary(choices), size: 53 }
  const router = [{ id: 'r', kin: 'k' }]
  const judged = chancesOf(evidence, router, reading)
  const found = (of: keyof Chances): number => (judged[of] as readonly Float64Array[])[0]![0]!
  expect(found('gapFirst')).toBeCloseTo(right(20), 12)
  expect(found('gapSecond')).toBeCloseTo(right(90), 12)
  expect(found('first')).toBeCloseTo(right(10), 12)
  expect(found('base') / (right(10) * right(40))).toBeCloseTo(1, 9)
  expect(found('joint')).toBeCloseTo(evidence.closedLoop('r', 0, 53)!, 15)
  expect(found('joint')).toBeGreaterThan(right(12))
  const other = chancesOf(evidence, router, { ...reading, gapFrom: 'alone', joint: 'state', base: 'alone' })
  expect([other.gapFirst[0]![0], other.joint[0]![0], other.base[0]![0]]).toEqual([
    expect.closeTo(right(10), 12),
    expect.closeTo(right(12), 12),
    expect.closeTo(right(45), 12),
  ])
})

test('arms without the first skill are held against B alone without it, those over a placebo against the placebo', () => {
  const arm = (name: string, steps: string, together: string, beside = '-') => ({
    router: 'r',
    arm: name,
    steps,
    together,
    beside,
  })
  const evidence = readEvidence({
    pipelines: [{ pipeline: 'p', class: 'tight', length: 2, skills: 'a b', families: 'f f', competitors: 100 }],
    counts: [
      arm('alone', '10 x', '10 x'),
      arm('alone-removed', '10 40', ''),
      arm('other', '20 90', ''),
      arm('state', '10 x', '10 x'),
      arm('state-removed', '', '10 12'),
      arm('plan-removed', '', '30 31'),
      arm('placebo-present', '9 x', '9 x', 'h'),
      arm('placebo-removed', '9 30', '9 33', 'o'),
    ],
    ways: [{ router: 'r', ways: '12:0:1:1' }],
  })
  // A library of 7 holds 5 of the 100 competitors, or of the 99 without the skill that left the placebo.
  const right = (count: number, all = 100): number => {
    let chance = 1
    for (let i = 0; i < 5; i++) chance *= Math.max(0, all - count - i) / (all - i)
    return chance
  }
  const read = (change: Partial<Reading>) => {
    const [agent] = panelFrom(
      chancesOf(evidence, [{ id: 'r', kin: 'k' }], { ...primary(choices), size: 7, ...change }),
    ).agents
    return { synergy: agent!.synergy[0]!, headroom: agent!.headroom[0]! }
  }
  const gone = read(removed)
  expect(gone.synergy).toBeCloseTo(right(12) - right(10) * right(40), 14)
  expect(gone.headroom).toBeCloseTo(right(10) * (1 - right(40)), 14)
  const less = read(removedOverPlacebo)
  expect(less.synergy).toBeCloseTo(right(12) - right(33, 99), 14)
  expect(less.headroom).toBeCloseTo(right(10) * (1 - right(30, 99)), 14)
  expect(read({ joint: 'plan-removed', base: 'product-removed' }).synergy).toBeLessThan(gone.synergy)
  // With the first skill in the library B is never right here, with or without a state.
  expect(read({ joint: 'state', base: 'placebo-present' }).synergy).toBe(0)
  expect(() => read({ joint: 'plan' })).toThrow('no arm plan')
  // What was observed and not kept is unknown, never zero.
  const unknown = readEvidence({
    pipelines: [{ pipeline: 'p', class: 'tight', length: 2, skills: 'a b', families: 'f f', competitors: 100 }],
    counts: [arm('alone', '10 40', ''), arm('other', '20 90', ''), arm('state', '10 5', '')],
    ways: [{ router: 'r', ways: '12:0:1:1' }],
  })
  const reading = { ...primary(choices), size: 7, joint: 'state' as const }
  expect(() => chancesOf(unknown, [{ id: 'r', kin: 'k' }], reading)).toThrow('lacks a chance')
})

test('texts of pipelines that are no pairs are left out', () => {
  expect(
    onlyPairs([{ router: 'r', steps: '1 2;;3', together: '1;5;3' }], ['steps', 'together'], [true, false, true]),
  ).toEqual([{ router: 'r', steps: '1 2;3', together: '1;3' }])
  expect(onlyPairs([{ steps: '1;2;3', beside: 'h-o' }], ['steps'], [true, false, true])).toEqual([
    { steps: '1;3', beside: 'ho' },
  ])
})
