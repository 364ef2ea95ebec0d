import type { Stream, StreamFactory } from '@lawbook/base'
import { normalCdf, normalQuantile } from '@lawbook/estimators'
import type { Progress } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { lineWeights, missTable } from '@lawbook/sweeps'
import { worldRow } from '@lawbook/worlds'
import type { GeometryChoices } from './choices.ts'
import { judge, judgedNames } from './judge.ts'
import { slopesOf } from './slopes.ts'
import type { Study } from './study.ts'

/**
 * A world says with which probability a competitor in bin k beats the right skill of a request of ease z ~ N(0, 1):
 * `learned` in the pools that kernels learn from, `judged` in the pools that are predicted. `place` is k / (K - 1), in
 * [0, 1].
 */
export type World = {
  readonly learned: (z: number, place: number) => number
  readonly judged: (z: number, place: number) => number
}

/** How much nearer competitors have the advantage, in standard deviations, from bin 0 to the last. Set by hand. */
const advantage = (place: number): number => 2 * place

/** Signal detection (mu, tau): a request of ease z is beaten with Phi(advantage - mu - tau z). */
const detection = (mu: number, tau: number, reach = advantage) => {
  return (z: number, place: number): number => normalCdf(reach(place) - mu - tau * z)
}

/** Zipf-1 ranks: P(rank >= r) falls as 1 - b ln(r / least); rank r of 1,000 is a beat rate r / 1,000. */
const zipf = (b: number) => {
  return (z: number, place: number): number => {
    // ln r is uniform, so that P(r) = b / r; a share of requests is never beaten.
    const logRank = normalCdf(-z) / b - 1 / b + Math.log(1000)
    return logRank < -2
      ? 1e-6
      : normalCdf(normalQuantile(Math.min(0.98, Math.exp(logRank) / 1000)) + advantage(place) - 0.3)
  }
}

/**
 * In the first three worlds similarity governs who beats, as the predictor assumes. In `shuffled` kernels learn from
 * similarities dealt out anew, in `no-geometry` similarity says nothing of beating and pools do not differ but by
 * chance, and in `stronger-elsewhere` it counts for twice as much in the judged pools as where kernels learned, so that
 * they move b about half as far as they should. What each measure comes to in a large draw is in experiment.test.ts.
 */
export const worlds: Readonly<Record<string, World>> = {
  detection: same(detection(3.4, 1.2)),
  'narrow-detection': same(detection(2.4, 0.7)),
  zipf: same(zipf(0.12)),
  shuffled: { learned: detection(3.1, 1.2, () => 0), judged: detection(3.4, 1.2) },
  'no-geometry': same(detection(3.1, 1.2, () => 0)),
  'stronger-elsewhere': { learned: detection(3.4, 1.2, (place) => advantage(place) / 2), judged: detection(3.4, 1.2) },
}

function same(world: World['judged']): World {
  return { learned: world, judged: world }
}

/**
 * A study with the targets, pools, bins and packages of the real one and beats drawn from a world. Ease is alike within
 * packages and between routers. Pools are drawn apart: that two pools share competitors is left out, which makes the
 * observed slopes a little noisier than they are.
 */
export function plantedStudy(study: Study, world: World, choices: GeometryChoices, stream: Stream): Study {
  const { bins, pools, learned, judged, foldOf } = study
  const place = (k: number): number => k / (bins - 1)
  const routers = Array.from({ length: choices.plantedRouters }, (_, r) => `router ${r + 1}`)
  const [first] = study.routers
  const shared = Float64Array.from(foldOf, () => stream.normal())
  const ease = (packages: Int32Array): Float64Array[] => {
    const [c, q] = [choices.packageCorrelation, choices.requestCorrelation]
    const own = Array.from(packages, () => stream.normal())
    return routers.map(() =>
      Float64Array.from(
        packages,
        (g, i) => Math.sqrt(c) * shared[g]! + Math.sqrt(q) * own[i]! + Math.sqrt(1 - c - q) * stream.normal(),
      ),
    )
  }
  const [learnedEase, judgedEase] = [ease(learned), ease(judged)]
  const slope = slopeOfRank(choices.ladder)
  return {
    ...study,
    routers: routers.map((id, r) => {
      const counts = first!.training.counts
      const beats = counts.map((n, at) =>
        binomial(n, world.learned(learnedEase[r]![Math.floor(at / bins)]!, place(at % bins)), stream),
      )
      const observed = new Float64Array(foldOf.length * pools)
      judged.forEach((g, i) => {
        const rates = Float64Array.from({ length: bins }, (_, k) => world.judged(judgedEase[r]![i]!, place(k)))
        for (let p = 0; p < pools; p++) {
          let [beaten, all] = [0, 0]
          for (let k = 0; k < bins; k++) {
            const n = study.counts[(i * pools + p) * bins + k]!
            all += n
            beaten += n * rates[k]!
          }
          observed[g * pools + p]! += slope(binomial(all, beaten / all, stream), all)
        }
      })
      const training = { bins, counts, beats, matched: new Uint8Array(learned.length).fill(1) }
      return { id, short: id, kin: id, observed, training }
    }),
  }
}

/** A rank's share in b, exactly, by the number of competitors. */
function slopeOfRank(ladder: readonly number[]): (beaten: number, competitors: number) => number {
  const weights = lineWeights(ladder).b
  const tables = new Map<number, Float64Array>()
  return (beaten, competitors) => {
    let table = tables.get(competitors)
    if (table === undefined) {
      table = new Float64Array(competitors + 1)
      for (const [n, size] of ladder.entries())
        for (const [r, right] of missTable(competitors, size - 1).entries()) table[r]! += weights[n]! * right
      tables.set(competitors, table)
    }
    return table[beaten]!
  }
}

/** Binomial(n, p) by its geometric gaps, or by those of the failures where p is above 1/2. */
function binomial(n: number, p: number, stream: Stream): number {
  if (p > 0.5) return n - binomial(n, 1 - p, stream)
  if (n === 0 || p <= 0) return 0
  const scale = 1 / Math.log1p(-p)
  let hits = -1
  for (let j = -1; j < n; hits++) j += 1 + Math.floor(Math.log(1 - stream.uniform()) * scale)
  return hits
}

/** Every world through the judged measures: the rows from which power, false alarms and recognition are counted. */
export function plantedRows(study: Study, choices: GeometryChoices, stream: StreamFactory, progress: Progress): Row[] {
  return Object.entries(worlds).flatMap(([world, planted], done) => {
    progress(done, Object.keys(worlds).length, `planted world ${world}`)
    return Array.from({ length: choices.replicates }, (_, replicate) => {
      const drawn = plantedStudy(study, planted, choices, stream('world', world, replicate))
      const { measures } = judge(drawn, slopesOf(drawn, choices))
      return judgedNames.map((measure) => worldRow(world, replicate, measure, measures[measure]))
    }).flat()
  })
}
