import { bm25 } from './bm25.ts'
import { fuse, type Shares } from './fusion.ts'
import { defineRouter } from './router.ts'
import { use } from './use.ts'

/**
 * (value - mean) / sd over the candidates shown, unmatched ones with their value 0 (what BM25 gives to a text that
 * shares nothing); sd divides by their number. All 0 where the sd is 0.
 */
export const zScores: Shares =
  ({ values }) =>
  (candidates) => {
    const shown = Float64Array.from(candidates, (j) => values[j]!)
    let sum = 0
    for (const value of shown) sum += value
    const mean = sum / shown.length
    let squares = 0
    for (const value of shown) squares += (value - mean) * (value - mean)
    const sd = Math.sqrt(squares / shown.length)
    // Equal values can leave a mean that is off by its last digit; scores are multiples of 1e-6.
    if (sd < 1e-9) return shown.fill(0)
    for (let at = 0; at < shown.length; at++) shown[at] = (shown[at]! - mean) / sd
    return shown
  }

/** The sum of the z-scores of BM25 and USE, mean and sd taken over the candidates shown. */
export const zsumBm25Use = defineRouter({
  id: 'zsum-bm25-use',
  title: 'Sum of z-scores of BM25 and USE',
  short: 'z-sum (BM25, USE)',
  kin: 'fused',
  kind: 'listwise',
  cost: 'library',
  needs: ['sentenceVectors'],
  source: 'Fox and Shaw (1994), Combination of multiple searches; z-scores as in Savoy (2004)',
  async build(library, resources) {
    return fuse(library, [bm25.build(library), await use.build(library, resources)], zScores)
  },
})
