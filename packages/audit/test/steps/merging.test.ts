import { libraryOf } from '@lawbook/skills'
import { describe, expect, test } from 'vitest'
import { servedBy } from '../../src/edit/served.ts'
import { alikeBodies } from '../../src/steps/alikeBodies.ts'
import { merging } from '../../src/steps/merging.ts'
import { skillOf } from './texts.ts'

const body =
  'First open the oven and heat it to two hundred degrees. Then knead the dough until it is smooth and let it rest for an hour.'
const almost = `${body} Serve warm.`
const other =
  'Write the address on the envelope, weigh the letter, and buy as many stamps as the table of the post office asks for.'

describe('merging', () => {
  test('makes one entry of a copy, keeps the longer description and the other name', () => {
    const library = libraryOf([
      skillOf('bread', 'Bakes bread.', body),
      skillOf('loaf', 'Bakes bread in an oven.', almost),
      skillOf('post', 'Bakes bread.', other),
    ])
    const { library: after, edits } = merging().edit(library, [])
    expect(after.skills.map(({ id, description }) => [id, description])).toEqual([
      ['bread', 'Bakes bread in an oven. Also called loaf.'],
      ['post', 'Bakes bread.'],
    ])
    expect(servedBy(edits, 'strict')('loaf')).toEqual(['bread'])
    expect(after.skills[0]!.body).toBe(body)
  })

  test('leaves skills of one template apart: alike bodies, other descriptions', () => {
    const library = libraryOf([
      skillOf('baker', 'Talk to a baker.', body),
      skillOf('printer', 'Talk to a printer.', body),
    ])
    expect(merging().edit(library, []).edits).toEqual([])
  })

  test('leaves bodies apart that have less than half in common', () => {
    const longer = `${body} ${other} ${other.replaceAll('the', 'a')}`
    expect(alikeBodies([longer, almost, body])[2]).toEqual([1, 0])
    const library = libraryOf([skillOf('a', 'Bakes bread.', longer), skillOf('b', 'Bakes bread.', body)])
    expect(merging().edit(library, []).edits).toEqual([])
  })

  test('leaves skills without bodies apart', () => {
    expect(merging().edit(libraryOf([skillOf('a', 'Bakes.'), skillOf('b', 'Bakes.')]), []).edits).toEqual([])
  })

  test('merges three copies into the first', () => {
    const library = libraryOf(['a', 'b', 'c'].map((name) => skillOf(name, 'Bakes bread.', body)))
    const { library: after, edits } = merging().edit(library, [])
    expect(after.skills.map(({ id }) => id)).toEqual(['a'])
    expect(['a', 'b', 'c'].map((id) => servedBy(edits, 'strict')(id))).toEqual([['a'], ['a'], ['a']])
  })
})

describe('alikeBodies', () => {
  test('names earlier bodies with enough in common, the likeliest first', () => {
    expect(alikeBodies([body, other, almost, body])).toEqual([[], [], [0], [0, 2]])
  })

  test('takes short and empty bodies', () => {
    expect(alikeBodies(['', 'two words', '', 'two words'])).toEqual([[], [], [], [1]])
  })
})
