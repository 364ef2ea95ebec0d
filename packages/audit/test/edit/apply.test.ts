import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, applySteps, revertEdits } from '../../src/edit/apply.ts'
import type { Edit, LibraryStep } from '../../src/edit/edit.ts'
import { library, skill } from '../library.ts'

const [resize, crop, mail] = [
  skill('resize', 'Change the size of images.'),
  skill('crop', 'Cut the edges of images.'),
  skill('mail', 'Send a letter by e-mail.'),
]
const all = library(resize, crop, mail)
const why = { step: 'test', reason: 'because' }
const shorter: Edit = { ...why, kind: 'rewrite', before: resize, after: { ...resize, description: 'Resize images.' } }
const gone: Edit = { ...why, kind: 'remove', before: mail }
const merged: Edit = {
  ...why,
  kind: 'merge',
  before: crop,
  intoBefore: resize,
  after: { ...resize, description: 'Resize or crop images.' },
  serves: true,
}
const parts: Edit = {
  ...why,
  kind: 'split',
  before: crop,
  parts: [skill('crop-a', 'Cut the left edge.'), skill('crop-b', 'Cut the right edge.')],
}

describe('applyEdits', () => {
  it('rewrites, removes, merges and splits', () => {
    const names = (edits: readonly Edit[]): string[] => applyEdits(all, edits).skills.map(({ id }) => id)
    expect(applyEdits(all, [shorter]).skills.find(({ id }) => id === 'resize')?.description).toBe('Resize images.')
    expect(names([gone])).toEqual(['crop', 'resize'])
    expect(names([merged])).toEqual(['mail', 'resize'])
    expect(names([parts])).toEqual(['crop-a', 'crop-b', 'mail', 'resize'])
  })

  it('leaves the library as it was', () => {
    const before = structuredClone(all)
    applyEdits(all, [shorter, gone])
    expect(all).toEqual(before)
  })

  it('refuses an edit that was made for another text, and one of a skill that is not there', () => {
    expect(() => applyEdits(applyEdits(all, [shorter]), [shorter])).toThrow(
      /expects the skill resize .* reads otherwise/,
    )
    expect(() => applyEdits(library(resize), [gone])).toThrow(/mail as it was recorded, but it is not in the library/)
  })

  it('is taken back by revertEdits, in every order that fits', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([shorter, gone, parts], { minLength: 0 }), (edits) => {
        expect(revertEdits(applyEdits(all, edits), edits)).toEqual(all)
      }),
    )
    expect(revertEdits(applyEdits(all, [merged, gone]), [merged, gone])).toEqual(all)
  })
})

describe('applySteps', () => {
  it('gives each step what the last one left, and all edits together', () => {
    const removing = (id: string): LibraryStep => ({
      id: `remove ${id}`,
      title: id,
      source: 'test',
      edit(given) {
        const before = given.skills.find((candidate) => candidate.id === id)!
        const edit: Edit = { ...why, kind: 'remove', before }
        return { library: applyEdits(given, [edit]), edits: [edit] }
      },
    })
    const { library: left, edits } = applySteps(all, [removing('crop'), removing('mail')], [])
    expect(left.skills.map(({ id }) => id)).toEqual(['resize'])
    expect(edits).toHaveLength(2)
    expect(revertEdits(left, edits)).toEqual(all)
  })
})
