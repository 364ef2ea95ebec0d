import { describe, expect, it } from 'vitest'
import { noAnchors, readAnchors } from '../../src/authors/anchors.ts'

const read = (description: string) => readAnchors({ description })

describe('readAnchors', () => {
  it('finds verbs in their base form and the ends of the phrases that they govern', () => {
    expect(read('Extracts structured citation fields from a PDF and returns BibTeX entries.')).toMatchObject({
      verbs: ['extract'],
      objects: ['citation fields'],
    })
    expect(read('Use this skill when merging branches, planning a release or copying notes')).toMatchObject({
      verbs: ['merge', 'plan', 'copy'],
      objects: ['branches', 'release', 'notes'],
    })
  })
  it('goes on through lists and stops at prepositions', () => {
    expect(read('Manage invoices, credit notes, and the open orders of suppliers.').objects).toEqual([
      'invoices',
      'credit notes',
      'open orders',
    ])
  })
  it('takes a word for a verb only where a phrase opens', () => {
    expect(read('The test plan review of our team').verbs).toEqual([])
    expect(read('Team rules: review pull requests').verbs).toEqual(['review'])
  })
  it('takes clauses with a limiting word for constraints', () => {
    expect(read('Sort tables. For CSV files only; works offline. Requires a header.').constraints).toEqual([
      'For CSV files only',
      'Requires a header',
    ])
  })
  it('takes no verbs or objects from a clause that says what a skill is not for', () => {
    const anchors = read('Draw charts. Do not use to draw maps; don’t render globes.')
    expect(anchors).toMatchObject({ verbs: ['draw'], objects: ['charts'] })
    expect(anchors.constraints).toEqual(['Do not use to draw maps', 'don’t render globes'])
  })
  it('takes quoted phrases of two words or more for examples, no apostrophes', () => {
    const text = `Plan trips when the user says "book a hotel", 'find a train', “rent a car” or "trip"; the user's own trips.`
    expect(read(text).examples).toEqual(['book a hotel', 'find a train', 'rent a car'])
  })
  it('names each anchor once and finds none in an empty description', () => {
    expect(read('Read files. Read files.')).toMatchObject({ verbs: ['read'], objects: ['files'] })
    expect(read('')).toEqual(noAnchors())
  })
})
