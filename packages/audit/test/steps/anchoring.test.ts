import { describe, expect, test } from 'vitest'
import { anchoring } from '../../src/steps/anchoring.ts'
import { household, householdRequests, requestOf } from './texts.ts'

describe('anchoring', () => {
  test('adds what users of a skill say and its listing lacks; the others stay as they are', () => {
    const { library, edits } = anchoring({ words: 3 }).edit(household, householdRequests)
    expect(edits.map(({ before }) => before.id)).toEqual(['bread', 'ledger', 'letters'])
    const bread = library.skills[0]!
    expect(bread.description).toBe(`${household.skills[0]!.description} Also for: loaf, rolls, sourdough.`)
    expect(edits[0]!.reason).toBe('the listing lacks 3 words that its 1 requests use; 0 of them are in other listings')
    expect(library.skills.slice(1, 3)).toEqual(household.skills.slice(1, 3))
  })

  test('counts the words that are there already', () => {
    const once = anchoring({ words: 2 }).edit(household, householdRequests).library
    expect(anchoring({ words: 2 }).edit(once, householdRequests).edits).toEqual([])
    expect(anchoring({ words: 3 }).edit(once, householdRequests).library.skills[0]!.description).toMatch(
      /Also for: loaf, rolls, sourdough\.$/,
    )
  })

  test('ignores requests for skills that are not there', () => {
    expect(anchoring().edit(household, [requestOf('nobody', 'loaf and rolls')]).edits).toEqual([])
  })
})
