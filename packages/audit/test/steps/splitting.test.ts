import { libraryOf } from '@lawbook/skills'
import { describe, expect, test } from 'vitest'
import { splitting } from '../../src/steps/splitting.ts'
import { skillOf } from './texts.ts'

const two = 'Bakes bread and rolls. Heats ovens for bread and rolls. Posts letters. Buys stamps for letters.'
const library = libraryOf([skillOf('house', two), skillOf('other', 'Tunes a piano.')])

describe('splitting', () => {
  test('cuts where the parts have least in common', () => {
    const { library: after, edits } = splitting({ characters: 60, similarity: 0.9 }).edit(library, [])
    expect(after.skills.map(({ id, description }) => [id, description])).toEqual([
      ['house#1', 'Bakes bread and rolls. Heats ovens for bread and rolls.'],
      ['house#2', 'Posts letters. Buys stamps for letters.'],
      ['other', 'Tunes a piano.'],
    ])
    expect(edits[0]!.reason).toBe(`its ${two.length} characters fall into two parts whose cosine is 0.000`)
  })

  test('leaves short descriptions and those of one need', () => {
    expect(splitting({ characters: 200, similarity: 1 }).edit(library, []).edits).toEqual([])
    const one = libraryOf([skillOf('bread', 'Bakes bread and rolls at night. Heats ovens for bread and rolls.')])
    expect(splitting({ characters: 20, similarity: 0.02 }).edit(one, []).edits).toEqual([])
  })
})
