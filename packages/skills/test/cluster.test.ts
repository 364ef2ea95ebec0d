import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageLinkage } from '../src/cluster.ts'

/** The definition, step by step: merge the pair of clusters with the highest mean similarity while it is enough. */
function stepByStep(s: Float64Array, n: number, threshold: number): number[] {
  const clusters = Array.from({ length: n }, (_, i) => [i])
  for (;;) {
    let best = { mean: Number.NEGATIVE_INFINITY, a: -1, b: -1 }
    for (let a = 0; a < clusters.length; a++) {
      for (let b = a + 1; b < clusters.length; b++) {
        const pairs = clusters[a]!.flatMap((i) => clusters[b]!.map((j) => s[i * n + j]!))
        const mean = pairs.reduce((sum, x) => sum + x, 0) / pairs.length
        if (mean > best.mean) best = { mean, a, b }
      }
    }
    if (!(best.mean >= threshold)) break
    clusters[best.a]!.push(...clusters.splice(best.b, 1)[0]!)
  }
  return Array.from({ length: n }, (_, i) => Math.min(...clusters.find((cluster) => cluster.includes(i))!))
}

/** Similarity matrices with a different value for every pair. */
const matrix = fc.integer({ min: 2, max: 8 }).chain((n) => {
  const pairs = (n * (n - 1)) / 2
  const values = fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: pairs, maxLength: pairs })
  return values.map((list) => {
    const s = new Float64Array(n * n).fill(1)
    for (let i = 0, at = 0; i < n; i++) for (let j = i + 1; j < n; j++) s[i * n + j] = s[j * n + i] = list[at++]!
    return { s, n }
  })
})

describe('averageLinkage', () => {
  it('gives the clusters of the step-by-step definition', () => {
    fc.assert(
      fc.property(matrix, fc.double({ min: 0, max: 1, noNaN: true }), ({ s, n }, threshold) => {
        expect([...averageLinkage(s, n, threshold)]).toEqual(stepByStep(s, n, threshold))
      }),
      { numRuns: 500 },
    )
  })

  it('merges at the threshold itself and not above it', () => {
    const s = new Float64Array([1, 0.5, 0.5, 1])
    expect([...averageLinkage(s, 2, 0.5)]).toEqual([0, 0])
    expect([...averageLinkage(s, 2, 0.500001)]).toEqual([0, 1])
  })
})
