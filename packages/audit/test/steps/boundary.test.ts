import { libraryOf } from '@lawbook/skills'
import { describe, expect, test } from 'vitest'
import { boundary } from '../../src/steps/boundary.ts'
import { household, householdRequests, requestOf, skillOf } from './texts.ts'

describe('boundary', () => {
  const after = (requests = householdRequests) =>
    new Map(
      boundary()
        .edit(household, requests)
        .library.skills.map((s) => [s.id, s.description]),
    )

  test('takes pointers out, with or without requests', () => {
    expect(after([]).get('bulbs')).toBe('Use this skill when the user wants to replace bulbs.')
    expect(
      boundary()
        .edit(household, [])
        .edits.map(({ before }) => before.id),
    ).toEqual(['bulbs'])
  })

  test('leaves a description that is nothing but a pointer', () => {
    const library = libraryOf([skillOf('old', 'Do not use unless asked by name.')])
    expect(boundary().edit(library, []).edits).toEqual([])
  })

  test('gives words to a skill that loses its own request, none of them of the rival’s listing', () => {
    // "water" leads to garden, the strongest rival, so that word does not count.
    expect(after().get('ledger')).toBe(
      'Use this skill when the user wants to total bills. Knows taxes. Also for: stamps, invoices, owe.',
    )
    const [edit] = boundary()
      .edit(household, householdRequests)
      .edits.filter(({ before }) => before.id === 'ledger')
    expect(edit!.reason).toMatch(/^garden has cosine 0\.\d\d with its requests where its own listing has 0\.00; 3 of/)
  })

  test('leaves a skill that wins its own request, though others have words of it', () => {
    const won = [requestOf('bread', 'knead bread dough for a stamps party with paper hats')]
    expect(after(won).get('bread')).toBe(household.skills[0]!.description)
    expect(after().get('letters')).toBe(household.skills.find(({ id }) => id === 'letters')!.description)
  })

  test('adds at most as many words as it is told', () => {
    const { edits } = boundary({ words: 1 }).edit(household, [
      requestOf('piano', 'bread dough ovens rattle squeak hammer'),
    ])
    expect(edits.map((edit) => edit.kind === 'rewrite' && edit.after.description)).toContain(
      'Tunes a piano. Also for: hammer.',
    )
  })
})
