import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import type { Claim } from '@lawbook/schemas'
import { describe, expect, test } from 'vitest'
import { binOf, binsOf } from './bins.ts'
import { choices } from './choices.ts'
import experiment from './experiment.ts'
import { calibrationSlope, type JudgedName, rmseRatio } from './judge.ts'
import { fitKernel } from './kernel.ts'
import { measureOf } from './measures.ts'
import { hypergeometricOracle, predictedOracle } from './oracles.ts'
import { plantedStudy, worlds } from './planted.ts'
import { plantedLarge } from './plantedLarge.ts'
import { plantedText } from './plantedText.ts'
import { foldsOf, poolIds, poolsOf } from './pools.ts'
import { profilesOf, slopePredictor } from './predict.ts'
import { slopeOver } from './routed.ts'
import { slopesOf } from './slopes.ts'
import type { Study } from './study.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const noSynonyms = { id: 'none', of: () => [] }
const noVectors = { id: 'none', dimensions: 1, vector: () => null }

async function verdictsIn(beaters: 'near' | 'anyone') {
  const { result, tables } = await runExperiment(experiment, {
    data: { ...plantedText(beaters), synonyms: noSynonyms, wordVectors: noVectors, sentenceVectors: noVectors },
    choices: { routers: ['bm25', 'tf-idf'], replicates: 1, plantedRouters: 1 },
  })
  const { claims } = await loadRegistry(root)
  const measures = new Map(result.measures.map((measure) => [measure.id, measure]))
  const verdicts = Object.fromEntries(
    claims
      .filter((claim) => claim.experiment === experiment.id)
      .map((claim) => [
        claim.id,
        judgeClaim({ claim, measure: measures.get(claim.measure ?? ''), fidelity: 'full' }).verdict,
      ]),
  )
  return { verdicts, measures, tables }
}

describe('planted texts go through real routers to a verdict', () => {
  test('where similar skills are the ones that beat, geometry predicts the slope', async () => {
    const { verdicts, measures } = await verdictsIn('near')
    expect(measures.get('rmse-ratio')!.value).toBeLessThan(0.35)
    expect(verdicts['lawbook/slope-from-geometry-error']).toBe('reproduced')
    // Rates of a kind are drawn to the common shape, so shifts are predicted a little too small, yet not beyond the claim.
    expect(measures.get('calibration-slope')!.value).toBeGreaterThan(0.795)
    expect(measures.get('calibration-slope')!.value).toBeLessThan(1.255)
  })

  test('where anyone beats, geometry has nothing to tell', async () => {
    const { verdicts, measures } = await verdictsIn('anyone')
    expect(measures.get('rmse-ratio')!.value).toBeGreaterThan(0.5)
    expect(verdicts['lawbook/slope-from-geometry-error']).not.toBe('reproduced')
  })
})

describe('pools and folds', () => {
  const { library } = plantedText('anyone')
  const folds = foldsOf(library)

  test('no package is in two folds, and folds are about equal', () => {
    const sizes = [0, 1].map((fold) => library.skills.filter((skill) => folds.get(skill.package) === fold).length)
    expect(Math.abs(sizes[0]! - sizes[1]!)).toBeLessThan(library.skills.length / 10)
  })

  test('the target competes in no pool; quarters part the fold, nearest first', () => {
    const similarity = Float64Array.from({ length: 900 }, (_, j) => ((j * 37) % 101) / 101)
    const field = {
      skills: Int32Array.from({ length: 500 }, (_, j) => j),
      servers: Int32Array.from({ length: 400 }, (_, j) => 500 + j),
      nearness: similarity,
    }
    const pools = poolsOf(7, field, similarity)
    expect(pools).toHaveLength(poolIds.length)
    for (const pool of pools) {
      expect(pool.includes(7)).toBe(false)
      expect(new Set(pool).size).toBe(pool.length)
      expect(pool.length).toBeGreaterThanOrEqual(99)
    }
    const [near, second] = [pools[2]!, pools[3]!].map((pool) => Array.from(pool, (j) => similarity[j]!))
    expect(Math.min(...near!)).toBeGreaterThanOrEqual(Math.max(...second!))
  })

  test('bins hold what their edges say', () => {
    const bins = binsOf(Float64Array.of(0, 0, 0.1, 0.2, 0.3, 0.4), [0.2, 0.5, 0.8])
    expect([0, 0.05, 0.19, 0.2, 0.29, 0.3, 0.9].map((s) => binOf(bins, s))).toEqual([0, 1, 1, 2, 2, 3, 3])
  })
})

describe('kernels', () => {
  test('two planted kinds are found again', () => {
    const stream = streamsOf('kernel-test')('kinds')
    const truth = [
      [0.002, 0.03],
      [0.1, 0.5],
    ] as const
    const rows = 400
    const counts = Float64Array.from({ length: rows * 2 }, (_, at) => (at % 2 === 0 ? 300 : 40))
    const beats = counts.map((n, at) => {
      const rate = truth[Math.floor(at / 2) % 4 === 0 ? 1 : 0]![at % 2]!
      return Array.from({ length: n }, () => (stream.uniform() < rate ? 1 : 0)).reduce<number>(
        (sum, hit) => sum + hit,
        0,
      )
    })
    const matched = Uint8Array.from({ length: rows }, (_, i) => (i < 20 ? 0 : 1))
    const all = Array.from({ length: rows }, (_, i) => i)
    const kernel = fitKernel({ bins: 2, counts, beats, matched }, all, { kinds: 2, prior: 1 }, 100)
    expect(kernel.missing).toBeCloseTo(0.05, 12)
    expect(kernel.weights[1]).toBeCloseTo(0.25, 2)
    for (const [c, rates] of truth.entries())
      for (const [k, rate] of rates.entries()) expect(Math.abs(kernel.rates[c * 2 + k]! / rate - 1)).toBeLessThan(0.12)
  })

  test('the predicted slope is the least-squares slope of the mixture', () => {
    const kernel = {
      bins: 2,
      rates: Float64Array.of(0.01, 0.2, 0.1, 0.6),
      weights: Float64Array.of(0.7, 0.3),
      missing: 0.1,
    }
    expect(slopePredictor([10, 20, 50, 100])(kernel, profilesOf([90, 10], 2), 0)).toBeCloseTo(
      predictedOracle(kernel, [90, 10]),
      12,
    )
  })

  test('observed slopes are exact', () => {
    const beats = (j: number): number => (j < 3 ? 1 : j < 5 ? 0.5 : 0)
    const pool = Int32Array.from({ length: 12 }, (_, j) => j)
    expect(slopeOver([2, 4])({ matched: true, beats }, pool)[0]).toBeCloseTo(hypergeometricOracle(3, 2, 12, [2, 4]), 12)
    expect(slopeOver([2, 4])({ matched: false, beats }, pool)[0]).toBe(0)
  })
})

describe('the judge', () => {
  test('a perfect prediction has no error and slope 1; the constant has ratio 1', () => {
    const observed = Float64Array.of(0.06, 0.09, 0.05, 0.04, 0.1, 0.13, 0.09, 0.07)
    expect(rmseRatio(4, observed, observed, [0, 1])).toBe(0)
    expect(calibrationSlope(4, observed, observed, [0, 1])).toBeCloseTo(1, 12)
    const constant = observed.map((_, at) => observed[at < 4 ? 0 : 4]!)
    expect(rmseRatio(4, observed, constant, [0, 1])).toBeCloseTo(1, 12)
    // A predictor that only knows which router is worse is not calibrated across pools.
    const halved = observed.map((b, at) => (at < 4 ? 0.06 : 0.1) + (b - (at < 4 ? 0.06 : 0.1)) / 2)
    expect(calibrationSlope(4, observed, halved, [0, 1])).toBeCloseTo(2, 12)
  })

  test('leaving a package out is asking again without its requests, in both roles', () => {
    const study = toy()
    const few = { ...choices, kinds: 2, steps: 400, moreSteps: 400, ladder: [2, 4] }
    const left = 1
    const kept = (packages: Int32Array): number[] => [...packages.keys()].filter((i) => packages[i] !== left)
    const pick = (values: Float64Array, rows: readonly number[], width: number): Float64Array =>
      Float64Array.from(rows.flatMap((i) => [...values.subarray(i * width, (i + 1) * width)]))
    const [learned, judged] = [kept(study.learned), kept(study.judged)]
    const without: Study = {
      ...study,
      learned: study.learned.filter((g) => g !== left),
      judged: study.judged.filter((g) => g !== left),
      counts: pick(study.counts, judged, study.pools * study.bins),
      routers: study.routers.map((router) => ({
        ...router,
        observed: router.observed.map((b, at) => (Math.floor(at / study.pools) === left ? 0 : b)),
        training: {
          ...router.training,
          counts: pick(router.training.counts, learned, study.bins),
          beats: pick(router.training.beats, learned, study.bins),
          matched: new Uint8Array(learned.length).fill(1),
        },
      })),
    }
    const [replicate, again] = [slopesOf(study, few)(left), slopesOf(without, few)(null)]
    again.observed.forEach((b, p) => {
      expect(replicate.observed[p]).toBeCloseTo(b, 10)
    })
    again.level.forEach((b, p) => {
      expect(Math.abs(replicate.level[p]! - b)).toBeLessThan(1e-4)
    })
    expect(Math.abs(slopesOf(study, few)(null).level[1]! - again.level[1]!)).toBeGreaterThan(1e-3)
  })

  test('in a large draw of each planted world the claims hold where they say so, and fail in the rival worlds', async () => {
    const { claims } = await loadRegistry(root)
    const own = claims.filter((claim) => claim.experiment === experiment.id)
    const verdictOf = (claim: Claim, values: Readonly<Record<string, number>>) => {
      const value = values[claim.measure!]!
      const point = { value, i90: [value, value + 1e-9], i995: [value - 1e-9, value + 2e-9] } as const
      const main = { measures: { 'rmse-ratio': point, 'calibration-slope': point }, packages: 9, df: 8, requests: 1000 }
      const measure = measureOf(claim.measure as JudgedName, main, 2, [])
      return judgeClaim({ claim, measure, fidelity: 'full' }).verdict
    }
    for (const [world, planted] of Object.entries(worlds)) {
      const drawn = plantedStudy(
        plantedLarge(3000),
        planted,
        { ...choices, packageCorrelation: 0 },
        streamsOf('large')(world),
      )
      const { observed, predicted } = slopesOf(drawn, choices)(null)
      const values = {
        'rmse-ratio': rmseRatio(drawn.pools, observed, predicted, [0, 1]),
        'calibration-slope': calibrationSlope(drawn.pools, observed, predicted, [0, 1]),
      }
      for (const claim of own) {
        if (claim.holdsIn.includes(world))
          expect([claim.id, world, verdictOf(claim, values)]).toEqual([claim.id, world, 'reproduced'])
        if (claim.rivals.includes(world))
          expect([claim.id, world, verdictOf(claim, values)]).toEqual([claim.id, world, 'contradicted'])
      }
    }
    for (const claim of own)
      for (const world of [...claim.rivals, ...claim.holdsIn]) expect(Object.keys(worlds)).toContain(world)
  }, 60_000)
})

/** Four packages in two folds, one router, two bins, two pools. */
function toy(): Study {
  const learned = Int32Array.from({ length: 48 }, (_, i) => i % 4)
  const judged = Int32Array.from({ length: 24 }, (_, i) => i % 4)
  const counts = Float64Array.from({ length: 96 }, (_, at) => (at % 2 === 0 ? 200 : 30))
  // Package 1 is harder than the other one of its fold.
  const beats = counts.map((n, at) =>
    Math.round(
      n * (at % 2 === 0 ? 0.01 : 0.1) * (1 + (Math.floor(at / 2) % 4 === 1 ? 3 : 0) + (Math.floor(at / 8) % 3)),
    ),
  )
  return {
    pools: 2,
    bins: 2,
    foldOf: Int32Array.of(0, 0, 1, 1),
    learned,
    judged,
    counts: Float64Array.from({ length: 24 * 4 }, (_, at) => [80, 20, 30, 40 + (Math.floor(at / 4) % 5)][at % 4]!),
    routers: [
      {
        id: 'one',
        short: 'one',
        kin: 'one',
        observed: Float64Array.of(0.3, 0.6, 0.2, 0.5, 0.4, 0.7, 0.1, 0.3),
        training: { bins: 2, counts, beats, matched: new Uint8Array(48).fill(1) },
      },
    ],
  }
}
