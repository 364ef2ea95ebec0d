import { describe, expect, it } from 'vitest'
import type { PairCard } from '../../src/authors/pairCard.ts'
import { pairsTo } from '../../src/authors/pairReview.ts'
import { pairAction, pairConfidence, skillAction, toManage, toNarrow, toRemove } from '../../src/authors/rules.ts'
import type { SkillCard } from '../../src/authors/skillCard.ts'

const quiet: SkillCard = {
  anchorStrength: 1,
  weakness: 0,
  abstraction: 0,
  competition: 0,
  familyConflict: 0,
  blackHoleRisk: 0,
  routingFragility: 0,
  rewritePriority: 0,
  accuracy: 1,
}
const card = (scores: Partial<SkillCard>): SkillCard => ({ ...quiet, ...scores })

const apart: PairCard = {
  left: 0,
  right: 1,
  sameFamily: false,
  similarity: 0,
  competitionRisk: 0,
  anchorOverlap: 0,
  overlap: 0,
  mergeScore: 0,
  splitSignal: 0,
  weakDrag: 0,
  strongTow: 0,
}
const pair = (scores: Partial<PairCard>): PairCard => ({ ...apart, ...scores })

describe('toManage', () => {
  it('needs a priority of .32 and one of three signs', () => {
    const priority = 0.32
    expect(toManage(card({ rewritePriority: priority }))).toBe(false)
    for (const [sign, from] of [
      ['abstraction', 0.45],
      ['blackHoleRisk', 0.22],
      ['weakness', 0.18],
    ] as const) {
      expect(toManage(card({ rewritePriority: priority, [sign]: from }))).toBe(true)
      expect(toManage(card({ rewritePriority: priority, [sign]: from - 0.001 }))).toBe(false)
      expect(toManage(card({ rewritePriority: priority - 0.001, [sign]: from }))).toBe(false)
    }
  })
})

describe('toRemove', () => {
  const worst = { blackHoleRisk: 0.55, abstraction: 0.5, anchorStrength: 0.199 }
  it('needs all three scores at their thresholds and no protection', () => {
    expect(toRemove(card(worst), false)).toBe(true)
    expect(toRemove(card(worst), true)).toBe(false)
    expect(toRemove(card({ ...worst, blackHoleRisk: 0.549 }), false)).toBe(false)
    expect(toRemove(card({ ...worst, abstraction: 0.499 }), false)).toBe(false)
    expect(toRemove(card({ ...worst, anchorStrength: 0.2 }), false)).toBe(false)
  })
})

describe('toNarrow', () => {
  it('holds from a black-hole risk of .45, or for abstract and weak skills', () => {
    expect(toNarrow(card({ blackHoleRisk: 0.45 }))).toBe(true)
    expect(toNarrow(card({ blackHoleRisk: 0.449 }))).toBe(false)
    expect(toNarrow(card({ abstraction: 0.5, weakness: 0.3 }))).toBe(true)
    expect(toNarrow(card({ abstraction: 0.5, weakness: 0.299 }))).toBe(false)
    expect(toNarrow(card({ abstraction: 0.499, weakness: 0.3 }))).toBe(false)
  })
})

describe('skillAction', () => {
  const worst = card({
    rewritePriority: 0.32,
    blackHoleRisk: 0.55,
    abstraction: 0.5,
    anchorStrength: 0.1,
    weakness: 0.9,
  })
  it('is the first rule that holds, and nothing for skills that need no attention', () => {
    expect(skillAction(worst, false)).toBe('remove')
    expect(skillAction(worst, true)).toBe('narrow')
    expect(skillAction(card({ rewritePriority: 0.32, weakness: 0.9 }), false)).toBe('rewrite')
    expect(skillAction({ ...worst, rewritePriority: 0.319 }, false)).toBe(null)
  })
})

describe('pairAction', () => {
  it('needs a merge score of .22 and one of three signs', () => {
    expect(pairAction(pair({ mergeScore: 0.22 }))).toBe(null)
    expect(pairAction(pair({ mergeScore: 0.22, competitionRisk: 0.22 }))).toBe('boundary')
    expect(pairAction(pair({ mergeScore: 0.22, competitionRisk: 0.219, overlap: 0.199 }))).toBe(null)
    expect(pairAction(pair({ mergeScore: 0.22, overlap: 0.2 }))).toBe('boundary')
    expect(pairAction(pair({ mergeScore: 0.22, sameFamily: true }))).toBe('boundary')
    expect(pairAction(pair({ mergeScore: 0.219, competitionRisk: 1, overlap: 1, sameFamily: true }))).toBe(null)
  })
  it('merges within a family from an overlap of .32', () => {
    expect(pairAction(pair({ mergeScore: 0.22, sameFamily: true, overlap: 0.32 }))).toBe('merge')
    expect(pairAction(pair({ mergeScore: 0.22, sameFamily: true, overlap: 0.319 }))).toBe('boundary')
    expect(pairAction(pair({ mergeScore: 0.22, sameFamily: false, overlap: 0.32 }))).toBe('boundary')
  })
  it('is as sure as the larger of merge score and risk', () => {
    expect(pairConfidence(pair({ mergeScore: 0.3, competitionRisk: 0.2 }))).toBe(0.3)
    expect(pairConfidence(pair({ mergeScore: 0.3, competitionRisk: 0.4 }))).toBe(0.4)
  })
})

describe('pairsTo', () => {
  it('gives the pairs of one action, the surest first, equals in order', () => {
    const far = { mergeScore: 0.3, competitionRisk: 0.4 }
    const near = { mergeScore: 0.75, competitionRisk: 1 }
    const twins = { ...near, sameFamily: true, overlap: 0.9 }
    const pairs = [far, twins, near, near].map((scores, right) => pair({ ...scores, right }))
    expect(pairsTo('boundary', pairs).map(({ right }) => right)).toEqual([2, 3, 0])
    expect(pairsTo('merge', pairs).map(({ right }) => right)).toEqual([1])
  })
})
