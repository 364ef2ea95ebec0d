import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import { type DependencyClass, dependencyClasses, type PlantedPair, plantedPipelines } from '@lawbook/pipelines'
import { checkLedger, type Verdict } from '@lawbook/schemas'
import { describe, expect, test } from 'vitest'
import experiment from './experiment.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A planted library of 600 skills needs a short ladder and an easier gate: the code is that of the real run. */
const small = {
  routers: ['bm25', 'tf-idf', 'token-overlap', 'random'],
  ladder: [10, 20, 50],
  size: 10,
  eligible: [{ size: 10, accuracy: 0.4 }],
  replicates: 1,
}

const none = {
  wordVectors: { id: 'none', dimensions: 1, vector: () => null },
  sentenceVectors: { id: 'none', dimensions: 1, vector: () => null },
  synonyms: { id: 'none', of: () => [] },
}

type Counts = Pick<PlantedPair, 'first' | 'alone' | 'state' | 'wrong' | 'shared'>

/** Thirty pairs of all classes through real lexical routers; `counts` says who beats whom in the i-th. */
function planted(counts: (i: number) => Counts) {
  const pairs = Array.from(
    { length: 30 },
    (_, i): PlantedPair => ({ class: dependencyClasses[i % 3] as DependencyClass, ...counts(i) }),
  )
  return plantedPipelines({ skills: 600, pairs, fillers: 24, stream: streamsOf('execution-law')('test') })
}

/**
 * The chance that none of c beaters is among the skills drawn. The own state's source is one of the pair's own, so that 8 of 658
 * are drawn; the placebo's source is in every library beside them, and 7 of 657 are.
 */
function right(c: number, drawn: number): number {
  let chance = 1
  for (let k = 0; k < drawn; k++) chance *= (650 + drawn - c - k) / (650 + drawn - k)
  return chance
}

async function found(counts: (i: number) => Counts) {
  const { library, data } = planted(counts)
  const { result, tables } = await runExperiment(experiment, {
    data: { library, pipelines: data, vectors: none },
    choices: small,
  })
  const measures = new Map(result.measures.map((measure) => [measure.id, measure]))
  const { claims } = await loadRegistry(root)
  const verdicts: Record<string, Verdict> = Object.fromEntries(
    claims
      .filter((claim) => claim.experiment === experiment.id)
      .map((claim) => [
        claim.id.replace('skill-laws/', ''),
        judgeClaim({ claim, measure: measures.get(claim.measure ?? ''), fidelity: 'full' }).verdict,
      ]),
  )
  return { result, tables, verdicts, measure: (id: string) => measures.get(id)! }
}

describe('planted texts go through real routers to a verdict', () => {
  test('a state that carries the missing words rescues as much as planted', async () => {
    const counts = (i: number) => ({ first: 2 + (i % 4), alone: 24 + i, state: 2 + (i % 3), wrong: 60, shared: 0 })
    const { measure, verdicts, tables } = await found(counts)
    expect(verdicts).toMatchObject({
      'rescue-about-four': 'direction-only',
      'state-helps-difficult': 'consistent',
      'realised-above-product': 'consistent',
    })
    // Difficult are the ten pairs with most beaters.
    const hard = Array.from({ length: 10 }, (_, k) => counts(20 + k))
    const own = hard.reduce((total, { state }) => total + right(state, 8), 0)
    const placebo = hard.reduce((total, { alone }) => total + right(alone, 7), 0)
    expect(measure('rescue').value!).toBeCloseTo(own / placebo, 1)
    expect(measure('state-helps').value!).toBeCloseTo((100 * (own - placebo)) / 10, 0)
    expect(measure('rescue').alternatives!.length).toBeGreaterThan(10)
    expect(tables.pairs!.filter(({ router, difficult }) => router === 'mean' && difficult === 1).length).toBe(10)
  }, 60_000)

  test('a class without a channel has a ratio of one on either ground, the others are rescued', async () => {
    const counts = (i: number) => {
      const alone = 24 + i
      return {
        first: 2 + (i % 4),
        alone,
        state: dependencyClasses[i % 3] === 'independent' ? alone : 3,
        wrong: 60,
        shared: 0,
      }
    }
    const { tables } = await found(counts)
    expect(tables.classes!.length).toBe(12)
    const independent = Array.from({ length: 10 }, (_, k) => right(counts(3 * k + 2).alone, 8))
    const fewer = Array.from({ length: 10 }, (_, k) => right(counts(3 * k + 2).alone, 7))
    const sum = (chances: readonly number[]): number => chances.reduce((total, chance) => total + chance, 0)
    for (const { pairs, ground, value, ...row } of tables.classes!) {
      if (row.class !== 'independent') expect(Number(value)).toBeGreaterThan(1.3)
      // In a library of ten one draw less is something, and known.
      else if (pairs === 'all')
        expect(Number(value)).toBeCloseTo(ground === 'both in' ? sum(independent) / sum(fewer) : 1, 1.5)
    }
  }, 60_000)

  test('a state that carries nothing rescues nothing, and the control shows what sharing a library does', async () => {
    const counts = (i: number) => ({
      first: 12 + (i % 4),
      alone: 24 + i,
      state: 24 + i,
      wrong: 60,
      shared: 12 + (i % 4),
    })
    const { measure, verdicts } = await found(counts)
    // The placebo's source is held too, one skill less is drawn: in a library of ten that is something, and known.
    const hard = Array.from({ length: 10 }, (_, k) => counts(20 + k))
    const own = hard.reduce((total, { state }) => total + right(state, 8), 0)
    const placebo = hard.reduce((total, { alone }) => total + right(alone, 7), 0)
    // A few pairs share a word with their placebo by accident; planted counts have no other noise.
    expect(measure('rescue').value!).toBeCloseTo(own / placebo, 1.5)
    expect(Math.abs(measure('state-helps').value! - (100 * (own - placebo)) / 10)).toBeLessThan(1)
    const removed = measure('rescue').alternatives!.find(({ option }) => option.startsWith('without the skills'))!
    expect(removed.value!).toBeCloseTo(1, 1.5)
    // Who beats the first step beats the second: both are right whenever the second is.
    expect(measure('residual-alone').value!).toBeGreaterThan(1)
    expect(measure('realised-above-product').value!).toBeCloseTo(measure('residual-alone').value!, 1)
    expect(verdicts['realised-above-product']).toBe('consistent')
  }, 60_000)

  test('steps that share nothing are multiplicative without a channel', async () => {
    const { measure } = await found((i) => ({ first: 1 + (i % 3), alone: 24 + i, state: 5, wrong: 60, shared: 0 }))
    expect(Math.abs(measure('residual-alone').value!)).toBeLessThan(0.5)
  }, 60_000)
})

describe('the books', () => {
  test('balance, and a leaking state is counted, left out of the main numbers and kept as an alternative', async () => {
    const { library, data } = planted((i) => ({ first: 2, alone: 24 + i, state: 3, wrong: 60, shared: 0 }))
    const nameOf = new Map(data.skills.map(({ skill }) => [skill.id, skill.name]))
    // The first pair's state says the name of the second skill.
    const pipelines = data.pipelines.map((one, i) =>
      i > 0
        ? one
        : {
            ...one,
            steps: one.steps.map((step, k) =>
              k === 0 ? { ...step, state: `${step.state} ${nameOf.get(one.steps[1]!.skill)}` } : step,
            ),
          },
    )
    const run = async (pipelinesNow: typeof data.pipelines) =>
      await runExperiment(experiment, {
        data: { library, pipelines: { ...data, pipelines: pipelinesNow }, vectors: none },
        choices: { ...small, routers: ['bm25', 'token-overlap'] },
      })
    const { result, tables } = await run(pipelines)
    for (const ledger of result.attrition) checkLedger(ledger, experiment.id)
    expect(result.attrition.at(-1)).toMatchObject({ planned: 30, used: 29 })
    const measure = (id: string) => result.measures.find((one) => one.id === id)!
    expect(measure('leaking-states').value).toBe(1)
    expect(measure('realised-above-product').n).toBe(29)
    expect(measure('departure').n).toBe(30)
    const withThem = measure('realised-above-product').alternatives!.find(({ choice }) => choice === 'leaks')!
    expect(withThem.value).not.toBe(measure('realised-above-product').value)
    expect(tables.states!.reduce((sum, row) => sum + Number(row.leaks), 0)).toBe(1)
  }, 60_000)
})
