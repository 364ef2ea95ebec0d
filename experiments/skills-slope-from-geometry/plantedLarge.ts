import type { Study } from './study.ts'

/** Competitors by similarity bin, in each pool: about the means of the real pools, in the order of `poolIds`. */
const typical = [
  [262, 25, 144, 83, 34, 14, 6, 2, 1],
  [3, 0, 5, 38, 32, 14, 6, 2, 1],
  [7, 0, 18, 60, 34, 14, 6, 2, 1],
  [40, 1, 79, 23, 0, 0, 0, 0, 0],
  [73, 22, 47, 0, 0, 0, 0, 0, 0],
  [139, 2, 1, 0, 0, 0, 0, 0, 0],
  [72, 0, 1, 20, 26, 14, 6, 2, 1],
  [131, 1, 0, 0, 1, 3, 3, 2, 1],
  [40, 6, 44, 29, 14, 6, 3, 1, 0],
  [100, 4, 21, 12, 4, 1, 1, 0, 0],
  [1600, 33, 380, 176, 47, 14, 4, 1, 0],
  [9, 0, 19, 107, 46, 14, 4, 1, 0],
  [778, 17, 6, 0, 0, 0, 0, 0, 0],
  [1863, 58, 524, 259, 80, 28, 9, 3, 1],
]

/**
 * A study without a router's answers, large enough to show what a measure comes to in a planted world when hardly
 * anything is left to chance: so many learned and as many judged requests, every one with the typical pools, in
 * packages of ten that take turns between the folds.
 */
export function plantedLarge(requests: number): Study {
  const repeated = (rows: readonly number[]): Float64Array =>
    Float64Array.from({ length: requests * rows.length }, (_, at) => rows[at % rows.length]!)
  const packages = Int32Array.from({ length: requests }, (_, i) => Math.floor(i / 10))
  const bins = typical[0]!.length
  const counts = repeated(typical[0]!)
  const training = { bins, counts, beats: counts, matched: new Uint8Array(requests).fill(1) }
  return {
    pools: typical.length,
    bins,
    foldOf: Int32Array.from({ length: Math.ceil(requests / 10) }, (_, g) => g % 2),
    learned: packages,
    judged: packages,
    counts: repeated(typical.flat()),
    routers: [{ id: 'none', short: 'none', kin: 'none', training, observed: new Float64Array(0) }],
  }
}
