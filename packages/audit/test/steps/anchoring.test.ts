import { describe, expect, test } from 'vitest'
import { addedTo } from '../../src/steps/addedWords.ts'
import { anchoring } from '../../src/steps/anchoring.ts'
import { household, householdRequests, requestOf } from './texts.ts'

describe('anchoring', () => {
  test('adds what users of a skill say and its listing lacks; the others stay as they are', () => {
    const { library, edits } = anchoring({ words: 3 }).edit(household, householdRequests)
    expect(edits.map(({ before }) => before.id)).toEqual(['bread', 'ledger', 'letters'])
    const bread = library.skills[0]!
    expect(bread.description).toBe(`${household.skills[0]!.description} Also for: loaf, rolls, sourdough.`)
    expect(edits[0]!.reason).toBe(
      'people ask with words that the listing lacks: 3 added, 0 of them in other listings, from 1 of its requests',
    )
    expect(library.skills.slice(1, 3)).toEqual(household.skills.slice(1, 3))
  })

  test('counts the words that are there already', () => {
    const once = anchoring({ words: 2 }).edit(household, householdRequests).library
    expect(anchoring({ words: 2 }).edit(once, householdRequests).edits).toEqual([])
    expect(anchoring({ words: 3 }).edit(once, householdRequests).library.skills[0]!.description).toMatch(
      /Also for: loaf, rolls, sourdough\.$/,
    )
  })

  test('adds six words at most where a skill has four requests or more', () => {
    const words = ['sourdough', 'loaf', 'rolls', 'crust', 'rye', 'yeast', 'buns', 'pretzels']
    const ask = (times: number) =>
      Array.from({ length: times }, (_, i) => requestOf('bread', `${words.join(' and ')} ${i}`))
    const lengthFor = (times: number): number =>
      addedTo(anchoring().edit(household, ask(times)).library.skills[0]!.description).length
    expect([3, 4].map(lengthFor)).toEqual([8, 6])
  })

  test('ignores requests for skills that are not there', () => {
    expect(anchoring().edit(household, [requestOf('nobody', 'loaf and rolls')]).edits).toEqual([])
  })
})
