import { describe, expect, it } from 'vitest'
import { excessOf, fitting, inOrder, roomOf } from '../../src/plan/room.ts'
import { profiles } from '../../src/see/profiles.ts'
import { seen } from '../../src/see/seen.ts'
import { file, libraryOf } from './world.ts'

const library = libraryOf([file('a', 'x'.repeat(60)), file('b', 'y'.repeat(40))])
const excess = (budgetChars: number | null, rest: object = {}) =>
  excessOf(library, seen(library, { ...profiles.none, budgetChars, ...rest }))
const room = (budgetChars: number | null, rest: object = {}) => roomOf(excess(budgetChars, rest))

describe('excessOf', () => {
  it('is what every description in full takes beyond the budget', () => {
    expect([excess(null), excess(150), excess(102), excess(80), excess(20)]).toEqual([null, -48, 0, 22, 82])
    expect(excess(1000, { maxSkills: 1 })).toBe(1)
  })
})

describe('roomOf', () => {
  it('is what is left of the budget with every description in full', () => {
    expect(room(null)).toBe(Number.POSITIVE_INFINITY)
    expect(room(150)).toBe(150 - 102)
    expect(room(102)).toBe(0)
    expect(room(80)).toBe(0)
    expect(room(150, { perSkillChars: 10, perSkillOverhead: 3 })).toBe(150 - 108)
    expect(room(150, { maxSkills: 1 })).toBe(0)
  })
})

const edit = (kind: 'trim' | 'merge' | 'narrow' | 'add', gain: number, chars: number) => ({
  candidate: { kind, chars },
  gain,
})
const none = () => false

describe('fitting', () => {
  it('takes the most helpful, and makes room by what saves most', () => {
    const adds = [edit('add', 0.3, 50), edit('add', 0.2, 50), edit('add', 0.1, 50)]
    const savers = [edit('trim', 0, -20), edit('trim', 0, -45), edit('trim', 0, -5)]
    const options = { most: 3, filling: 0, fills: none }
    expect(fitting([...adds, ...savers], { ...options, room: 150 })).toEqual(adds)
    expect(fitting([...adds, ...savers], { ...options, room: 100 })).toEqual([adds[0], adds[1], savers[1]])
    expect(fitting([...adds, ...savers], { ...options, room: 0 })).toEqual([adds[0], savers[1], savers[0]])
    expect(fitting(adds, { ...options, room: 0 })).toEqual([])
  })

  it('fills up with edits without gain where they are wanted', () => {
    const edits = [edit('add', 0.3, 5), edit('merge', 0, -5), edit('trim', 0, -5), edit('narrow', 0, 0)]
    const fills = ({ candidate }: (typeof edits)[number]) => candidate.kind !== 'trim'
    expect(fitting(edits, { most: 9, filling: 0, room: 99, fills })).toEqual([edits[0], edits[1]])
    expect(fitting(edits, { most: 1, filling: 0, room: 99, fills })).toEqual([edits[0]])
    expect(fitting(edits, { most: 1, filling: 1, room: 99, fills })).toEqual([edits[0], edits[1]])
  })
})

describe('inOrder', () => {
  it('adds words last', () => {
    const edits = [
      edit('add', 9, 1),
      edit('narrow', 1, -1),
      edit('merge', 3, -1),
      edit('narrow', 2, -1),
      edit('trim', 0, -1),
    ]
    expect(inOrder(edits, false).map(({ candidate, gain }) => `${candidate.kind} ${gain}`)).toEqual([
      'trim 0',
      'merge 3',
      'narrow 2',
      'narrow 1',
      'add 9',
    ])
  })

  it('puts what saves most first where the listing is beyond its budget', () => {
    const edits = [edit('trim', 3, -21), edit('trim', 0, -90), edit('merge', 0, -200), edit('trim', 0, -40)]
    expect(inOrder(edits, true).map(({ candidate }) => candidate.chars)).toEqual([-90, -40, -21, -200])
    expect(inOrder(edits, false).map(({ candidate }) => candidate.chars)).toEqual([-21, -90, -40, -200])
  })
})
