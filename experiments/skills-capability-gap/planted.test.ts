import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import { plantedPipelines } from '@lawbook/pipelines'
import type { Verdict } from '@lawbook/schemas'
import { describe, expect, test } from 'vitest'
import experiment from './experiment.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [skills, size] = [1000, 20]
/** First steps are planted too hard for the real line at 500 skills. */
const eligible = [{ size: 10, accuracy: 0.5 }]

/** No planted router reads vectors or synonyms. */
const vectors = {
  wordVectors: { id: 'none', dimensions: 1, vector: () => null },
  sentenceVectors: { id: 'none', dimensions: 1, vector: () => null },
  synonyms: { id: 'none', of: () => [] },
}

/** Steps of 40 pairs: how many skills beat the first and the second, from pairs level to pairs far apart. */
const steps = Array.from({ length: 40 }, (_, i) => ({
  first: [2, 12, 30, 60][i % 4]!,
  alone: 24 + 8 * (Math.floor(i / 4) % 10),
}))

/** Pairs whose executed state leaves so many of the beaters of the second step; beaters are shared as by chance. */
function dataWith(world: string, left: (step: { first: number; alone: number }) => number) {
  const pairs = steps.map((step, i) => ({
    ...step,
    class: (['tight', 'loose', 'independent'] as const)[i % 3]!,
    state: left(step),
    wrong: step.alone,
    shared: Math.round((step.first * step.alone) / skills),
  }))
  const { library, data } = plantedPipelines({ skills, pairs, stream: streamsOf('skills-capability-gap')(world) })
  return { library, pipelines: data, vectors }
}

async function verdictsIn(world: string, left: (step: { first: number; alone: number }) => number) {
  const run = await runExperiment(experiment, {
    data: dataWith(world, left),
    choices: { routers: ['bm25', 'tf-idf'], ladder: [10, 20, 50], size, eligible, replicates: 2 },
  })
  const { claims } = await loadRegistry(root)
  const own = claims.filter((claim) => claim.experiment === experiment.id)
  const verdicts = own.map((claim): [string, Verdict] => {
    const measure = run.result.measures.find(({ id }) => id === claim.measure)
    return [claim.id.replace('skill-laws/', ''), judgeClaim({ claim, measure, fidelity: 'full' }).verdict]
  })
  return { run, verdicts: Object.fromEntries(verdicts) }
}

describe('planted pairs go through real routers to a verdict', () => {
  test('independent steps: the synergy is zero in every regime and no claim of a synergy gets a yes', async () => {
    const { run, verdicts } = await verdictsIn('independent', ({ alone }) => alone)
    for (const name of ['large-gap-synergy', 'small-gap-synergy'])
      expect(Math.abs(run.result.measures.find(({ id }) => id === name)?.value ?? 99)).toBeLessThan(0.2)
    expect(verdicts['large-gap-synergy']).not.toBe('direction-only')
    expect(verdicts['small-gap-synergy']).not.toBe('direction-only')
    expect(verdicts['gap-raises-synergy']).not.toBe('consistent')
  })

  test('a state that carries the missing words only where the gap is large', async () => {
    const { run, verdicts } = await verdictsIn('rising', ({ first, alone }) =>
      first < 20 ? Math.max(2, alone - 3 * Math.max(0, alone - first - 20)) : alone,
    )
    expect(verdicts).toMatchObject({ 'gap-raises-synergy': 'consistent', 'large-gap-synergy': 'direction-only' })
    expect(verdicts['small-gap-synergy']).not.toBe('direction-only')
    expect([verdicts['gap-law'], verdicts['gap-law-r2']]).toEqual(['not-testable', 'not-testable'])
    // Without a channel nothing of it is left.
    const none = run.tables.regimes!.find((one) => one.regime === 'large' && one.condition === 'none')!
    expect(Math.abs(Number(none.value))).toBeLessThan(0.2)
    const executed = run.tables.regimes!.find((one) => one.regime === 'large' && one.condition === 'executed')!
    expect(Number(executed.value)).toBeGreaterThan(5)
  })

  test('a state that helps most where the gap is small', async () => {
    const { verdicts } = await verdictsIn('falling', ({ first, alone }) =>
      Math.round(alone * Math.min(0.95, Math.max(0.05, (alone - first) / 100))),
    )
    expect(verdicts).toMatchObject({
      'gap-raises-synergy': 'does-not-carry',
      'large-gap-synergy': 'direction-only',
      'small-gap-synergy': 'direction-only',
    })
  })
})
