import { bm25 } from './bm25.ts'
import { fuse, type Shares } from './fusion.ts'
import { defineRouter, type Scores } from './router.ts'
import { use } from './use.ts'

const k = 60

/**
 * 1e6 / (60 + rank), rank = 1 + the candidates shown with a higher score: equal scores share the better rank, so no
 * candidate gains from its place. Nothing for a candidate that the list does not match. In millionths, because scores
 * are rounded to 1e-6 and neighbouring ranks far down differ by less. Ranks are counted over the levels of the whole
 * list, found once a request: no sorting a decision.
 */
export const reciprocalRanks: Shares = (scores) => {
  const { levelOf, levels } = levelsOf(scores)
  const better = new Int32Array(levels)
  return (candidates) => {
    better.fill(0)
    for (const j of candidates) if (levelOf[j]! >= 0) better[levelOf[j]!]!++
    let above = 0
    for (let level = 0; level < levels; level++) {
      const here = better[level]!
      better[level] = above
      above += here
    }
    return Float64Array.from(candidates, (j) => (levelOf[j]! < 0 ? 0 : 1e6 / (k + 1 + better[levelOf[j]!]!)))
  }
}

/** The place of each skill's score among the distinct matched ones, 0 the highest; -1 where it is not matched. */
function levelsOf({ values, matched }: Scores): { levelOf: Int32Array; levels: number } {
  const falling = [...new Set(values.filter((_, j) => matched[j] === 1))].sort((a, b) => b - a)
  const level = new Map(falling.map((value, at) => [value, at]))
  return {
    levelOf: Int32Array.from(values, (value, j) => (matched[j] === 1 ? level.get(value)! : -1)),
    levels: falling.length,
  }
}

/** Reciprocal rank fusion of BM25 and USE, ranks taken among the candidates shown: sum of 1 / (60 + rank). */
export const rrfBm25Use = defineRouter({
  id: 'rrf-bm25-use',
  title: 'Reciprocal rank fusion of BM25 and USE',
  short: 'RRF (BM25, USE)',
  kin: 'fused',
  kind: 'listwise',
  cost: 'library',
  needs: ['sentenceVectors'],
  source: 'Cormack, Clarke and Büttcher (2009), Reciprocal rank fusion outperforms Condorcet',
  async build(library, resources) {
    return fuse(library, [bm25.build(library), await use.build(library, resources)], reciprocalRanks)
  },
})
