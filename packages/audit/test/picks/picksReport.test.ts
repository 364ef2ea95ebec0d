import { describe, expect, it } from 'vitest'
import type { AgentPick } from '../../src/auditLibrary.ts'
import { kappaDefined } from '../../src/picks/agreement.ts'
import { picksReport } from '../../src/picks/picksReport.ts'
import { planted, skill } from '../ask/planted.ts'

const library = { skills: ['a', 'b', 'c', 'd'].map((id) => skill(id)) }
const pick = (text: string, picked: string | null, more: Partial<AgentPick> = {}): AgentPick => ({
  ...{ id: text, text, offered: null, picked },
  ...more,
})
const given = (...routers: Parameters<typeof planted>[]) => ({
  routers: routers.map(([scores, id]) => planted(scores, id)),
  source: 'picks.jsonl',
})

describe('picks that an agent has made', () => {
  it('have outcomes where what was expected is known, and absorbers, worst first', async () => {
    const picks = [
      ...[pick('1', 'a', { expected: 'a' }), pick('2', 'b', { expected: 'a' }), pick('3', 'b', { expected: 'c' })],
      ...[pick('4', 'c', { expected: 'b' }), pick('5', null, { expected: 'a' }), pick('6', 'b', { expected: null })],
      ...[pick('7', null, { expected: null }), pick('8', 'd')],
    ]
    const report = await picksReport(library, picks, given())
    expect(report).toMatchObject({ source: 'picks.jsonl', picks: 8 })
    expect(report.outcome).toMatchObject({
      ...{ right: { value: 0.2, n: 5 }, wrong: { value: 0.6, n: 5 }, missed: { value: 0.2, n: 5 } },
      ...{ acceptable: { n: 0 }, firedForNothing: { value: 0.5, n: 2 } },
    })
    expect(report.absorbs).toEqual([
      { id: 'b', wrong: 2, from: ['a', 'c'] },
      { id: 'c', wrong: 1, from: ['b'] },
    ])
    expect(report.notes).toContain('1 of 8 picks do not say what was expected; nobody judged them')
  })

  it('have no outcome where nothing says what was expected', async () => {
    const report = await picksReport(library, [pick('1', 'a')], given())
    expect(report).toMatchObject({ outcome: null, absorbs: [] })
    expect(await picksReport(library, [], given([{}]))).toMatchObject({ picks: 0, outcome: null, agreement: [] })
  })

  it('name as never picked only what was offered', async () => {
    const some = [pick('1', 'a', { offered: ['a', 'b'] }), pick('2', null, { offered: ['a', 'c'] })]
    expect((await picksReport(library, some, given())).neverPicked).toEqual(['b', 'c'])
    expect((await picksReport(library, [...some, pick('3', 'c')], given())).neverPicked).toEqual(['b', 'd'])
  })

  it('agree with routers, by share and by Cohen’s kappa, the best first', async () => {
    const picks = [pick('1', 'a'), pick('2', 'a'), pick('3', 'b'), pick('4', 'b'), pick('5', null)]
    const { agreement } = await picksReport(
      library,
      picks,
      given(
        [{ 1: { a: 1 }, 2: { b: 1 }, 3: { b: 1 } }, 'poor'],
        [{ 1: { a: 1 }, 2: { a: 2, b: 1 }, 3: { b: 1 }, 4: { a: 1 } }, 'good'],
        [{ 1: { a: 1 }, 2: { a: 1 }, 3: { a: 1 }, 4: { a: 1 } }, 'always a'],
      ),
    )
    expect(agreement.every(kappaDefined)).toBe(true)
    // good: 3 of 4; by chance 1/2 · 3/4 + 1/2 · 1/4 = 1/2. always a: 2 of 4, and 1/2 by chance. poor abstains once: 2 of
    // 4; by chance 1/2 · 1/4 + 1/2 · 2/4 = 3/8.
    expect(agreement).toMatchObject([
      { router: 'good', agree: { value: 0.75, n: 4 }, kappa: 0.5 },
      { router: 'always a', agree: { value: 0.5, n: 4 }, kappa: 0 },
      { router: 'poor', agree: { value: 0.5, n: 4 }, kappa: expect.closeTo(0.2, 9) },
    ])
  })

  it('are held against routers among what was offered, and ties are shared', async () => {
    const scores = { 1: { d: 9, a: 2, b: 1 }, 2: { b: 1, c: 1, d: 1 } }
    const picks = [pick('1', 'a', { offered: ['a', 'b'] }), pick('2', 'b', { offered: ['b', 'c'] })]
    const { agreement } = await picksReport(library, picks, given([scores]))
    // Shares: 1 and 1/2. By chance a is met with 1/2 · 1/2 and b with 1/2 · 1/4.
    expect(agreement[0]).toMatchObject({ agree: { value: 0.75, n: 2 }, kappa: expect.closeTo(0.6, 9) })
  })

  it('are left out of the agreement, with a note, where they cannot be compared', async () => {
    const picks = [
      ...[pick('1', 'z'), pick('2', 'a', { offered: ['b', 'c'] }), pick('3', 'a', { offered: ['a'], expected: 'b' })],
      pick('4', 'a', { offered: ['a', 'gone'] }),
    ]
    const report = await picksReport(library, picks, given([{ 1: { a: 1 } }]))
    expect(report.agreement).toEqual([])
    expect(report.notes.join('\n')).toContain('1 picks are of a skill that is not in the library')
    expect(report.notes.join('\n')).toContain('1 picks are of a skill that was not offered')
    expect(report.notes.join('\n')).toContain('in 1 picks the expected skill was not offered')
    expect(report.notes.join('\n')).toContain('no pick can be held against a router')
  })

  it('have no kappa where nobody ever picks but one skill', async () => {
    const { agreement } = await picksReport(
      library,
      [pick('1', 'a'), pick('2', 'a')],
      given([{ 1: { a: 1 }, 2: { a: 1 } }]),
    )
    expect(agreement[0]).toMatchObject({ agree: { value: 1, n: 2 }, kappa: 0 })
    expect(kappaDefined(agreement[0]!)).toBe(false)
    expect(agreement[0]!.agree.low).toBeLessThan(0.5)
  })

  it('do not depend on their order', async () => {
    const picks = [
      ...[pick('1', 'a', { expected: 'b' }), pick('2', 'b', { expected: 'b' }), pick('3', 'c', { expected: 'a' })],
      ...[pick('4', 'c', { expected: 'b' }), pick('5', null, { expected: null })],
    ]
    const routers = given([{ 1: { a: 1, b: 1, c: 1 }, 2: { b: 1 }, 4: { c: 1, d: 1 } }])
    expect(await picksReport(library, [...picks].reverse(), routers)).toEqual(
      await picksReport(library, picks, routers),
    )
  })
})
