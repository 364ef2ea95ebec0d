import { libraryOf } from '@lawbook/skills'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trimming } from '../../src/steps/trimming.ts'
import { household, skillOf } from './texts.ts'

describe('trimming', () => {
  const trimmed = (options = { least: 5, share: 0 }) =>
    trimming(options)
      .edit(household, [])
      .library.skills.map(({ description }) => description)

  test('takes out what five listings open with, and starts the sentence again', () => {
    expect(trimmed()[0]).toBe('Bake bread. Kneads dough and heats ovens.')
    expect(trimmed()[5]).toBe('Tunes a piano.')
  })

  test('keeps an opening that fewer share, in number or as a share', () => {
    expect(trimmed({ least: 6, share: 0 })).toEqual(household.skills.map(({ description }) => description))
    expect(trimmed({ least: 1, share: 0.9 })).toEqual(household.skills.map(({ description }) => description))
  })

  test('takes out words about use only, and never a whole description', () => {
    const library = libraryOf(
      [
        'Use when baking bread, or when the user asks.',
        'Use when asked to.',
        '- Use when you need (a) list',
        'Baking bread.',
        'The user bakes.',
      ].map((text, i) => skillOf(`s${i}`, text)),
    )
    const texts = trimming({ least: 1, share: 0 })
      .edit(library, [])
      .library.skills.map(({ description }) => description)
    expect(texts).toEqual([
      'Baking bread, or when the user asks.',
      'Use when asked to.',
      '- List',
      'Baking bread.',
      'The user bakes.',
    ])
  })

  test('never lengthens', () => {
    const word = fc.constantFrom('use', 'when', 'this', 'skill', 'bread', 'the user wants to', '. ', ': ', '\n- ', '(')
    const libraries = fc
      .array(fc.array(word, { maxLength: 12 }), { minLength: 1, maxLength: 8 })
      .map((all) => libraryOf(all.map((text, i) => skillOf(`s${i}`, text.join(' ')))))
    fc.assert(
      fc.property(libraries, (library) => {
        for (const edit of trimming({ least: 1, share: 0 }).edit(library, []).edits)
          expect(edit.kind === 'rewrite' && edit.after.description.length < edit.before.description.length).toBe(true)
      }),
    )
  })
})
