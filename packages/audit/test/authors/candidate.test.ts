import { describe, expect, it } from 'vitest'
import { noAnchors } from '../../src/authors/anchors.ts'
import { candidateReview } from '../../src/authors/candidate.ts'
import { type Reading, releasedReading } from '../../src/authors/reading.ts'
import { library, skill } from '../library.ts'

const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ')
const strong: Reading = { ...releasedReading, anchors: () => ({ ...noAnchors(), verbs: ['w0', 'w1', 'w2'] }) }
// With the name, 25 words of which `shared` are the library's: Jaccard = shared/(50 - shared).
const review = (shared: number, reading = strong) =>
  candidateReview(
    library(skill('w0', words(1, 25))),
    skill('w0x', `${words(0, shared)} ${words(100, 124 - shared)}`),
    reading,
  )

describe('candidateReview', () => {
  it('rejects what overlaps by .72', () => {
    const near = candidateReview(library(skill('w0', words(1, 18))), skill('x', words(0, 18)), strong)
    expect(near).toMatchObject({ decision: 'reject', overlap: 0.947, nearest: 'w0' })
  })
  it('is exact at .72 and at .5', () => {
    // 18 of 25 words, then 1 of 2.
    const at = (own: number, all: number) =>
      candidateReview(library(skill('w0', words(1, all))), skill('w1', words(0, own)), strong)
    expect(at(18, 25)).toMatchObject({ decision: 'reject', overlap: 0.72 })
    expect(at(17, 25)).toMatchObject({ decision: 'review', overlap: 0.68 })
    expect(at(5, 10)).toMatchObject({ decision: 'review', overlap: 0.5 })
    expect(at(5, 11)).toMatchObject({ decision: 'approve', overlap: 0.455 })
  })
  it('sends weakly anchored ones to review, from .45 on not', () => {
    expect(review(4)).toMatchObject({ decision: 'approve', anchorStrength: 0.64 })
    expect(review(4, { ...releasedReading, anchors: noAnchors })).toMatchObject({
      decision: 'review',
      anchorStrength: 0.1,
    })
  })
  it('rejects an id that is taken and knows no nearest where nothing is shared', () => {
    const one = library(skill('w0', 'fish'))
    const bare: Reading = { ...releasedReading, anchors: noAnchors }
    expect(candidateReview(one, { ...skill('w0', 'stone'), name: 'rock' }, bare)).toMatchObject({
      decision: 'reject',
      overlap: 0,
      nearest: null,
    })
  })
})
