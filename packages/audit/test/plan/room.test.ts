import { describe, expect, it } from 'vitest'
import { fitting, inOrder, roomOf } from '../../src/plan/room.ts'
import { profiles } from '../../src/see/profiles.ts'
import { seen } from '../../src/see/seen.ts'
import { file, libraryOf } from './world.ts'

const library = libraryOf([file('a', 'x'.repeat(60)), file('b', 'y'.repeat(40))])
const room = (budgetChars: number | null, rest: object = {}) =>
  roomOf(library, seen(library, { ...profiles.none, budgetChars, ...rest }))

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
    const options = { most: 3, fills: none }
    expect(fitting([...adds, ...savers], { ...options, room: 150 })).toEqual(adds)
    expect(fitting([...adds, ...savers], { ...options, room: 100 })).toEqual([adds[0], adds[1], savers[1]])
    expect(fitting([...adds, ...savers], { ...options, room: 0 })).toEqual([adds[0], savers[1], savers[0]])
    expect(fitting(adds, { ...options, room: 0 })).toEqual([])
  })

  it('fills up with edits without gain where they are wanted', () => {
    const edits = [edit('add', 0.3, 5), edit('merge', 0, -5), edit('trim', 0, -5), edit('narrow', 0, 0)]
    const fills = ({ candidate }: (typeof edits)[number]) => candidate.kind !== 'trim'
    expect(fitting(edits, { most: 9, room: 99, fills })).toEqual([edits[0], edits[1]])
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
    expect(inOrder(edits).map(({ candidate, gain }) => `${candidate.kind} ${gain}`)).toEqual([
      'trim 0',
      'merge 3',
      'narrow 2',
      'narrow 1',
      'add 9',
    ])
  })
})
