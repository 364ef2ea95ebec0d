import { describe, expect, it } from 'vitest'
import type { Asked, Half } from '../../src/plan/asked.ts'
import type { Candidate, Kind } from '../../src/plan/candidates.ts'
import { choose } from '../../src/plan/choose.ts'
import type { Contest } from '../../src/plan/contest.ts'
import type { Finalist } from '../../src/plan/finalists.ts'
import { type Field, walk } from '../../src/plan/walk.ts'
import { file } from './world.ts'

const skills = [file('s0', 'Zero.'), file('s1', 'One.'), file('s2', 'Two.')]
const request = (id: string, right: number, half: Half): Asked => ({
  ...{ id, text: id, skill: `s${right}`, acceptable: [], right, half, quarter: 0 },
})
/** Skill 2 comes first with 5, the right one has 1. */
const contest = (right: number): Contest => ({ own: 1, at: Int32Array.of(2, right), scores: Float64Array.of(5, 1) })
const candidate = (at: number, kind: Kind, chars: number): Candidate => ({
  edit: {
    kind: 'rewrite',
    step: 't',
    reason: 'r',
    before: skills[at]!,
    after: { ...skills[at]!, description: 'New.' },
  },
  ...{ kind, taken: [at], chars },
})
const finalist = (at: number, kind: Kind, chars: number, chosenBy: readonly Half[]): Finalist => ({
  ...{ candidate: candidate(at, kind, chars), gain: 0.5, chosenBy },
})

/** Requests with what the new entry of each finalist scores for them. */
function fieldOf(finalists: readonly Finalist[], rows: readonly (readonly [Asked, readonly number[]])[]): Field {
  const touched = rows.map(([{ right }, scores], i) => {
    const entries = { edits: scores.map((_, edit) => edit), scores }
    return [i, [{ contest: contest(right), entries }]] as const
  })
  return { finalists, requests: rows.map(([row]) => row), touched: new Map(touched) }
}
const options = { skills: 3, room: 1000, scarce: false }

describe('walk', () => {
  it('judges an edit by the half that did not choose it', () => {
    const add = finalist(0, 'add', 10, [0])
    const rows = [
      [request('a', 0, 0), [9]],
      [request('b', 0, 1), [1]],
    ] as const
    expect(walk([add], fieldOf([add], rows), options)).toEqual([])
    const other = { ...add, chosenBy: [1] as const }
    expect(walk([other], fieldOf([other], rows), options)[0]!.measured!.gain).toMatchObject({ value: 1, n: 1 })
    const both = { ...add, chosenBy: [0, 1] as const }
    expect(walk([both], fieldOf([both], rows), options)[0]!.measured!.gain).toMatchObject({ value: 0.5, n: 2 })
  })

  it('leaves out what harms, and what adds words for nothing', () => {
    const harm = finalist(2, 'narrow', -100, [0])
    const rows = [[request('a', 2, 1), [0]]] as const
    const field = fieldOf([harm], rows)
    const losing = {
      ...field,
      touched: new Map([
        [
          0,
          [
            {
              contest: { own: 5, at: Int32Array.of(2, 1), scores: Float64Array.of(5, 1) },
              entries: { edits: [0], scores: [0] },
            },
          ],
        ],
      ]),
    }
    expect(walk([harm], losing, options)).toEqual([])
    for (const [edit, kept] of [
      [finalist(0, 'narrow', -50, [0]), 1],
      [finalist(0, 'add', -5, [0]), 0],
      [finalist(0, 'trim', 5, [0]), 0],
    ] as const)
      expect(walk([edit], fieldOf([edit], [[request('a', 0, 1), [1]]]), options)).toHaveLength(kept)
  })

  it('measures each edit after those before it', () => {
    const [first, second] = [finalist(2, 'narrow', -90, [0]), finalist(0, 'add', 9, [0])]
    const rows = [[request('a', 0, 1), [0, 9]]] as const
    const field = fieldOf([first, second], rows)
    expect(walk([first, second], field, options).map(({ measured }) => measured!.gain.value)).toEqual([1])
    expect(walk([second, first], field, options).map(({ measured }) => measured?.gain.value)).toEqual([1, undefined])
  })

  it('lets the listing grow no more than there is room', () => {
    const [trim, add] = [finalist(1, 'trim', -10, [0]), finalist(0, 'add', 15, [0])]
    const field = fieldOf([trim, add], [[request('a', 0, 1), [0, 9]]])
    expect(walk([trim, add], field, { ...options, scarce: true, room: 5 })).toHaveLength(2)
    expect(walk([trim, add], field, { ...options, scarce: true, room: 4 })).toHaveLength(1)
    expect(walk([add, trim], field, { ...options, scarce: true, room: 5 })).toHaveLength(1)
  })

  it('has nothing to tell of an edit that no request can show', () => {
    const trim = finalist(1, 'trim', -10, [0])
    const field = fieldOf([trim], [[request('a', 0, 1), []]])
    expect(walk([trim], field, { ...options, scarce: true })).toMatchObject([{ measured: null }])
    expect(walk([trim], field, options)).toEqual([])
  })
})

describe('choose', () => {
  const round = (right: number, ...scores: readonly number[]) => ({
    ...{ request: request(`r${right}`, right, 0), contest: contest(right), ownWords: 1 },
    entries: { edits: scores.map((_, edit) => edit), scores },
  })
  const few = { skills: 3, most: 5 }

  it('takes what helps most first, and nothing that does not help', () => {
    const candidates = [candidate(0, 'add', 9), candidate(1, 'add', 9), candidate(2, 'narrow', -9)]
    const rounds = [round(0, 9, 0, 6), round(0, 9, 0, 6), round(1, 0, 0, 6), round(1, 0, 9, 6)]
    const chosen = choose(candidates, rounds, few)
    expect(chosen.map(({ candidate: { taken }, gain }) => [taken[0], gain])).toEqual([
      [0, 0.5],
      [1, 0.25],
    ])
    expect(choose([candidates[2]!], [{ ...round(1), entries: { edits: [0], scores: [6] } }], few)).toEqual([])
  })

  it('asks anew what each brings beside those that are chosen', () => {
    const chosen = choose([candidate(0, 'add', 9), candidate(2, 'narrow', -9)], [round(0, 9, 0)], few)
    expect(chosen.map(({ candidate: { taken } }) => taken)).toEqual([[2]])
  })

  it('takes no two edits of one skill, and of equal ones the shorter', () => {
    const chosen = choose([candidate(0, 'add', 9), candidate(0, 'add', 4)], [round(0, 9, 9)], few)
    expect(chosen.map(({ candidate: { chars } }) => chars)).toEqual([4])
  })

  it('counts little what a request gains by its own words', () => {
    const own = { ...round(0, 9, 0), ownWords: 0.025 }
    const chosen = choose([candidate(0, 'add', 9), candidate(1, 'add', 9)], [own, round(1, 0, 5)], few)
    expect(chosen.map(({ gain }) => gain)).toEqual([0.25, 0.0125])
  })
})
