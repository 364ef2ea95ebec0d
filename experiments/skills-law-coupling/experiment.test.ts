import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { judge, loadRegistry } from '@lawbook/claims'
import { type Finished, runExperiment } from '@lawbook/experiment'
import { type PlantedPair, plantedPipelines } from '@lawbook/pipelines'
import type { Claim } from '@lawbook/schemas'
import { beforeAll, describe, expect, test } from 'vitest'
import { choices } from './choices.ts'
import experiment from './experiment.ts'
import { cast, evidenceRows, planted, routingResult } from './testing.ts'
import { plantable, truth, type WorldId, worldIds } from './worlds.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const few = { replicates: 2, correlated: 3, permutations: 99 }

let claim: Claim
beforeAll(async () => {
  const { claims } = await loadRegistry(root)
  claim = claims.find(({ id }) => id === 'skill-laws/slope-predicts-rescue')!
})

const measureOf = ({ result }: Finished, id: string) => result.measures.find((one) => one.id === id)!
const verdictOf = (finished: Finished, id = 'coupling') =>
  judge({ claim, measure: measureOf(finished, id), fidelity: 'full' }).verdict

const throughEvidence = (world: WorldId, families: number, alike: boolean): Promise<Finished> =>
  runExperiment(experiment, {
    evidence: { tables: evidenceRows(planted(world, families, alike)), attrition: [], decisions: 0 },
    choices: few,
  })

describe('planted routers come to a verdict', () => {
  test('where a state narrows the library, b ln kappa is found and kappa is what was planted', async () => {
    const found = await throughEvidence('narrowing', 12, false)
    expect(measureOf(found, 'families').value).toBe(12)
    expect(verdictOf(found)).toBe('consistent')
    expect(Math.abs(measureOf(found, 'kappa').value! - choices.kappa)).toBeLessThan(0.8)
    const { value, parts } = measureOf(found, 'coupling-unguarded')
    expect(value).toBe(Math.min(...parts!.map((part) => part.value!)))
    const judged = found.tables.contrasts!.filter((row) => row.ground === 'present')
    expect(judged.map((row) => row.rival)).toEqual(['odds-shift', 'common-gain', 'common-level'])
    const [level] = found.tables.levels!.filter((row) => row.class === 'all' && row.size === choices.size)
    const routers = found.tables.routers!
    for (const arm of ['alone', 'placebo', 'state'])
      expect(level![arm]).toBeCloseTo(routers.reduce((sum, row) => sum + Number(row[arm]), 0) / routers.length, 10)
    const [lo, hi] = measureOf(found, 'kappa').i90!
    expect(lo < choices.kappa && choices.kappa < hi).toBe(true)
  })

  test.each(['odds-shift', 'common-gain', 'common-level'] as const)('%s is denied', async (world) => {
    expect(verdictOf(await throughEvidence(world, 12, false))).toBe('does-not-carry')
  })

  test('where a state does nothing, nothing is decided', async () => {
    expect(verdictOf(await throughEvidence('no-rescue', 12, false))).toBe('inconclusive')
  })

  test('seven families decide nothing, whatever the number', async () => {
    const found = await throughEvidence('narrowing', 7, false)
    expect(verdictOf(found)).toBe('inconclusive')
    expect(measureOf(found, 'coupling-unguarded').i90).not.toBeNull()
    expect(measureOf(found, 'coupling').value).toBe(measureOf(found, 'coupling-unguarded').value)
    expect(measureOf(found, 'coupling').i90).toBeNull()
  })

  test('families that find the same steps hard are counted, and what they are worth is printed', async () => {
    const found = await throughEvidence('common-level', 12, true)
    expect(verdictOf(found)).toBe('does-not-carry')
    expect(measureOf(found, 'participation-ratio').value).toBeLessThan(4)
  })

  test('each ground reads its own arms', async () => {
    const rows = evidenceRows(planted('common-level', 7, false))
    const steps = (router: unknown, arm: string) =>
      String(rows.counts.find((row) => row.router === router && row.arm === arm)!.steps)
    // Where both sources are away the state does nothing; where both are present half the pairs are lost after the placebo.
    const counts = rows.counts.map((row) => {
      if (row.arm === 'state-removed') return { ...row, steps: steps(row.router, 'placebo-removed') }
      const lost = String(row.steps)
        .split(';')
        .map((cell, p) => (p % 2 === 0 ? '0 x' : cell))
      return row.arm === 'placebo-present' ? { ...row, steps: lost.join(';') } : row
    })
    const tables = { ...rows, counts }
    const found = await runExperiment(experiment, { evidence: { tables, attrition: [], decisions: 0 }, choices: few })
    const level = (ground: string) =>
      found.tables.levels!.find((row) => row.ground === ground && row.class === 'all' && row.size === choices.size)!
    expect(level('removed').state).toBe(level('removed').placebo)
    expect(level('removed').better).toBe(0)
    expect(Number(level('present').placebo)).toBeLessThan(Number(level('kept').placebo))
    expect(level('kept').placebo).toBe(level('removed').placebo)
    expect(Number(level('kept').state)).toBeGreaterThan(Number(level('kept').placebo))
    const never = (ground: string) => found.tables.never!.find((row) => row.ground === ground && row.class === 'all')!
    expect([never('present').placebo, never('kept').placebo, never('present').state]).toEqual([0.5, 0, 0])
    const kappa = measureOf(found, 'kappa')
    const on = (option: string) => kappa.alternatives!.find((one) => one.option === option)!.value!
    expect(on('both in no library')).toBe(1)
    expect(on('own one always, the other by chance')).toBeLessThan(kappa.value!)
  })
})

test('the claim is true or false in the planted worlds as its record says', () => {
  expect([...claim.rivals, ...claim.holdsIn].sort()).toEqual([...worldIds].sort())
  const here = plantable(planted('narrowing', 7, true), choices.kappa)
  for (const routers of [here, cast(12).routers])
    for (const world of worldIds)
      expect([world, truth(world, routers, choices.kappa) > 1e-6]).toEqual([world, claim.holdsIn.includes(world)])
})

describe('planted texts go through real routers', () => {
  const ids = ['bm25', 'tf-idf', 'naive-bayes']
  const nothing = {
    wordVectors: { id: 'none', dimensions: 1, vector: () => null },
    sentenceVectors: { id: 'none', dimensions: 1, vector: () => null },
    synonyms: { id: 'none', of: () => [] },
  }
  const ask = (state: (alone: number) => number, b: number) => {
    const pairs = Array.from({ length: 18 }, (_, i): PlantedPair => {
      const alone = 24 + i
      const about = { first: 3 + i, alone, state: state(alone), wrong: 45 + i, shared: 0 }
      return { class: (['tight', 'loose', 'independent'] as const)[i % 3]!, ...about }
    })
    const { library, data } = plantedPipelines({ skills: 1100, pairs, stream: streamsOf('coupling')('texts') })
    return runExperiment(experiment, {
      data: { library, pipelines: data, vectors: nothing },
      uses: { routing: routingResult(ids.map((id) => ({ id, b }))) },
      choices: { ...few, routers: ids },
    })
  }

  test('a state that carries the missing word: the planted rescue', async () => {
    const found = await ask((alone) => Math.floor(alone / 4), 0.1)
    for (const { placebo, state, ratio, difference, asIfSize } of found.tables.routers!) {
      expect(Number(difference)).toBeCloseTo(Number(state) - Number(placebo), 8)
      expect(Number(ratio)).toBeCloseTo(Number(state) / Number(placebo), 8)
      expect(Number(ratio)).toBeGreaterThan(4)
      // A quarter of the beaters: as if the library were about a quarter as large.
      expect(Math.abs(Number(asIfSize) - choices.size / 4)).toBeLessThan(4)
    }
    // The planted first skills stand before no second one, and no pair is lost in a library of its own two.
    for (const row of found.tables.never!) expect(row.state).toBe(0)
    const gain = found.tables.routers!.reduce((sum, row) => sum + Number(row.difference) / ids.length, 0)
    expect(measureOf(found, 'kappa').value).toBeCloseTo(Math.exp(gain / 0.1), 0)
    expect(verdictOf(found)).toBe('inconclusive')
    expect(found.result.attrition.at(-1)).toMatchObject({ planned: 18, used: 18 })
  }, 60_000)

  test('a state that carries nothing rescues nobody', async () => {
    const found = await ask((alone) => alone, 0.1)
    for (const { difference } of found.tables.routers!) expect(Math.abs(Number(difference))).toBeLessThan(0.01)
    expect(Math.abs(measureOf(found, 'kappa').value! - 1)).toBeLessThan(0.1)
    expect(verdictOf(found)).toBe('inconclusive')
  }, 60_000)

  test('a router without a slope is refused, and so is a missing result', async () => {
    const { library, data } = plantedPipelines({ skills: 200, stream: streamsOf('coupling')('none') })
    const options = { data: { library, pipelines: data, vectors: nothing }, choices: { ...few, routers: ids } }
    const uses = { routing: routingResult([{ id: 'bm25', b: 0.1 }]) }
    await expect(runExperiment(experiment, { ...options, uses })).rejects.toMatchObject({ code: 'LB_DANGLING' })
    await expect(runExperiment(experiment, options)).rejects.toMatchObject({ code: 'LB_DATA_MISSING' })
  })
})
