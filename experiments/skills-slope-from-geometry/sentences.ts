import { roundScore } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { exposed, type SentenceVectors } from '@lawbook/skills'
import { type Bins, binsOf, tally } from './bins.ts'
import type { GeometryChoices } from './choices.ts'
import type { Geometry, Place } from './geometry.ts'
import { fitKernel, type Training } from './kernel.ts'
import { poolIds } from './pools.ts'
import { profilesOf, slopePredictor } from './predict.ts'
import type { Decided } from './routed.ts'

/** The similarity of one target to every skill and server. */
export type SentenceSimilarity = (place: Place) => Float64Array

/** Cosines of sentence vectors of listings, negative ones as 0; null where a listing has no vector. */
export function sentenceSimilarity(geometry: Geometry, vectors: SentenceVectors): SentenceSimilarity | null {
  const known = geometry.union.skills.map((skill) => vectors.vector(exposed(skill)))
  if (known.some((vector) => vector === null)) return null
  const rows = new Map(
    geometry.places.map(({ target }) => [
      target,
      Float64Array.from(known, (vector) => Math.max(0, roundScore(dot(known[target]!, vector!)))),
    ]),
  )
  return ({ target }) => rows.get(target)!
}

/**
 * The same predictions from another similarity: cosines of sentence vectors (`sentenceSimilarity`), in the same pools.
 * One row a pool, the mean over judged targets of both folds; no row where a listing has no vector.
 */
export function sentencePredictions(
  router: string,
  geometry: Geometry,
  decisions: readonly Decided[],
  similarityOf: SentenceSimilarity | null,
  choices: GeometryChoices,
): Row[] {
  if (similarityOf === null) return []
  const rowsOf = (half: Place['half']): number[] =>
    [...geometry.asked.keys()].filter(
      (row) => geometry.asked[row]!.wording === choices.wording && geometry.placeOf(row).half === half,
    )
  const [learned, judged] = [rowsOf('calibration'), rowsOf('test')]
  const similarities = new Map(learned.map((row) => [row, similarityOf(geometry.placeOf(row))]))
  const bins = binsOf(
    Float64Array.from(
      learned.flatMap((row) => [...geometry.placeOf(row).pools[0]!].map((j) => similarities.get(row)![j]!)),
    ),
    choices.quantiles,
  )
  const training = trainingOf(bins, learned, geometry, decisions, similarities)
  const foldOf = (row: number): number => geometry.folds.get(geometry.placeOf(row).owner)!
  const kernels = [0, 1].map((fold) =>
    fitKernel(
      training,
      [...learned.keys()].filter((i) => foldOf(learned[i]!) !== fold),
      choices,
      choices.steps,
    ),
  )
  const predict = slopePredictor(choices.ladder)
  const sums = new Float64Array(poolIds.length)
  for (const row of judged) {
    const place = geometry.placeOf(row)
    const similarity = similarityOf(place)
    place.pools.forEach((pool, p) => {
      sums[p]! += predict(kernels[foldOf(row)]!, profilesOf(tally(bins, pool, similarity), bins.count), 0)
    })
  }
  return poolIds.map((pool, p) => ({ router, pool, predicted: sums[p]! / judged.length }))
}

function trainingOf(
  bins: Bins,
  rows: readonly number[],
  geometry: Geometry,
  decisions: readonly Decided[],
  similarities: ReadonlyMap<number, Float64Array>,
): Training {
  const counts = new Float64Array(rows.length * bins.count)
  const beats = new Float64Array(rows.length * bins.count)
  rows.forEach((row, i) => {
    const pool = geometry.placeOf(row).pools[0]!
    counts.set(tally(bins, pool, similarities.get(row)!), i * bins.count)
    beats.set(
      tally(bins, pool, similarities.get(row)!, (j) => decisions[row]!.beats(j)),
      i * bins.count,
    )
  })
  return { bins: bins.count, counts, beats, matched: Uint8Array.from(rows, (row) => (decisions[row]!.matched ? 1 : 0)) }
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!
  return sum
}
