import { libraryOf } from '@lawbook/skills'
import { describe, expect, test } from 'vitest'
import { addedTo, candidateWords, withWords } from '../../src/steps/addedWords.ts'
import { listingIndex } from '../../src/steps/listingIndex.ts'
import { skillOf } from './texts.ts'

const library = libraryOf([
  skillOf('a', 'bakes bread'),
  skillOf('b', 'sells flour, sugar'),
  skillOf('c', 'sells sugar'),
  skillOf('d', 'sells hats'),
])
const index = listingIndex(library)
const wordsFor = (...texts: string[]) => candidateWords(texts, 0, index).map(({ word }) => word)

describe('candidateWords', () => {
  test('takes what the listing lacks: no stop words, no fillers, no numbers, nothing it has in another form', () => {
    expect(wordsFor('Every week I will be baking the breads with 12 apples')).toEqual(['apples'])
  })

  test('puts words of other listings first, of these the rarest, and equal ones in order', () => {
    expect(wordsFor('zebra sugar apple flour')).toEqual(['flour', 'sugar', 'apple', 'zebra'])
  })

  test('puts words of more requests before all others', () => {
    expect(wordsFor('flour and zebra', 'zebra zebra', 'sugar')).toEqual(['zebra', 'flour', 'sugar'])
  })

  test('leaves out what one request of many tells, and in a large library what no listing says', () => {
    expect(wordsFor('flour and zebra', 'zebra', 'sugar', 'hats')).toEqual(['zebra'])
    const many = Array.from({ length: 500 }, (_, i) => skillOf(`s${i}`, i === 1 ? 'sells flour' : 'bakes bread'))
    const large = listingIndex(libraryOf(many))
    const stated = (...texts: string[]) => candidateWords(texts, 0, large).map(({ word }) => word)
    expect(stated('flour and zebra')).toEqual(['flour'])
    expect(stated('flour and zebra', 'zebra')).toEqual(['zebra', 'flour'])
  })

  test('leaves out names that no listing has, and keeps those that one has', () => {
    const texts = ['The order is for Nadia, with Flour in sacks.txt', 'Has Nadia got her sacks.txt back from Flour?']
    expect(wordsFor(...texts)).toEqual(['flour', 'order'])
  })

  test('counts a word once a request, and its forms as one', () => {
    const [first] = candidateWords(['hat hats', 'my hat’s brim'], 0, index)
    expect(first).toMatchObject({ word: 'hat', asked: 2, listed: 1 })
    expect(first!.idf).toBeCloseTo(Math.log(5 / 2), 12)
  })
})

describe('withWords', () => {
  test('appends a clause, closes the sentence before it, and lets the clause grow', () => {
    const once = withWords('Bakes bread', ['flour'], [])
    expect(once).toBe('Bakes bread. Also for: flour.')
    expect(withWords(once, ['sugar', 'hats'], [])).toBe('Bakes bread. Also for: flour, sugar, hats.')
    expect(addedTo(once)).toEqual(['flour'])
    expect(addedTo('Bakes bread.')).toEqual([])
  })

  test('gives an empty description one, and adds nothing where there is nothing to add', () => {
    expect(withWords('', ['flour'], [])).toBe('Also for: flour.')
    expect(withWords('Bakes bread', [], [])).toBe('Bakes bread')
  })

  test('never puts four words of a request in a row', () => {
    const text = 'weigh flour sugar butter carefully'
    expect(withWords('Bakes.', ['weigh', 'flour', 'sugar', 'butter', 'hats'], [text])).toBe(
      'Bakes. Also for: weigh, flour, sugar, hats.',
    )
    expect(withWords('Bakes. Also for: weigh, flour, sugar.', ['butter'], [text])).toBe(
      'Bakes. Also for: weigh, flour, sugar.',
    )
  })
})
