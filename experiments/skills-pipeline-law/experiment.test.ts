import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import { type PlantedPipelines, plantedPipelines } from '@lawbook/pipelines'
import { checkLedger, type Verdict } from '@lawbook/schemas'
import { libraryOf, type Skill } from '@lawbook/skills'
import { describe, expect, test } from 'vitest'
import experiment from './experiment.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const nothing = {
  wordVectors: { id: 'none', dimensions: 1, vector: () => null },
  sentenceVectors: { id: 'none', dimensions: 1, vector: () => null },
  synonyms: { id: 'none', of: () => [] },
}
const pairs = Array.from({ length: 24 }, (_, i) => ({
  class: (['tight', 'loose', 'independent'] as const)[i % 3]!,
  first: 1 + (i % 3),
  alone: 6 + (i % 5),
  state: 2,
  wrong: 14,
  shared: 0,
}))

/** Chains whose step k of K has `beaters(k, K)` competitors before it. */
function planted(name: string, beaters: (k: number, length: number) => number): PlantedPipelines {
  const chains = [3, 3, 3, 3, 3, 3, 5, 5, 5, 5, 5, 5].map((length, i) =>
    Array.from({ length }, (_, k) => {
      const alone = beaters(k, length) + (i % 3)
      return { alone, state: Math.floor(alone / 2) }
    }),
  )
  return plantedPipelines({ skills: 800, pairs, chains, fillers: 8, stream: streamsOf('planted')(name) })
}

/** A number as a word of five letters. */
function letters(n: number): string {
  return Array.from({ length: 5 }, (_, i) => 'bcdfghjklm'[Math.floor(n / [10000, 1000, 100, 10, 1][i]!) % 10]).join('')
}

/**
 * The same with skills that have two words of each step of a chain: against a step alone they lose, against the
 * plan they win.
 */
function compressed({ library, data }: PlantedPipelines): PlantedPipelines {
  const length = library.skills[0]!.description.split(' ').length
  const extra = data.pipelines
    .filter((pipeline) => pipeline.class === null)
    .flatMap(({ id, steps }, c) =>
      Array.from({ length: 6 }, (_, j): Skill => {
        const words = steps.flatMap(({ text }) => text.split(' ').slice(2))
        const filler = Array.from({ length: length - words.length }, (_, i) => `z${letters(1000 * c + 20 * j + i)}q`)
        return {
          id: `misleading@1.0.0:skills/${id}-${j}/SKILL.md`,
          name: `y${letters(100 * c + j)}q`,
          description: [...words, ...filler].join(' '),
          body: '',
          package: 'misleading',
          licence: 'MIT',
          tags: [],
        }
      }),
    )
  return { library: libraryOf([...library.skills, ...extra]), data }
}

async function ask({ library, data }: PlantedPipelines) {
  const { result } = await runExperiment(experiment, {
    data: { library, pipelines: data, vectors: nothing },
    choices: {
      routers: ['bm25', 'tf-idf', 'token-overlap', 'char-ngrams'],
      ladder: [10, 20, 50, 100, 200, 500],
      eligible: [
        { size: 10, accuracy: 0.6 },
        { size: 500, accuracy: 0.1 },
      ],
      permutations: 199,
      replicates: 1,
    },
  })
  const { claims } = await loadRegistry(root)
  const measures = new Map(result.measures.map((measure) => [measure.id, measure]))
  const verdicts: Record<string, Verdict> = {}
  for (const claim of claims.filter((one) => one.experiment === experiment.id))
    verdicts[claim.id.split('/')[1]!] = judgeClaim({
      claim,
      measure: measures.get(claim.measure!),
      fidelity: 'full',
    }).verdict
  return { result, verdicts, value: (id: string) => measures.get(id)?.value ?? null }
}

describe('planted plans go through real routers to a verdict', () => {
  const even = planted('even', () => 8)

  test('steps with beaters of their own: independent, no compression, no shortfall, no shape', async () => {
    const { result, verdicts, value } = await ask(even)
    expect(value('kins')).toBe(3)
    expect(Math.abs(value('gamma')! - 1)).toBeLessThan(0.05)
    expect(Math.abs(value('three-step-shortfall')!)).toBeLessThan(2)
    expect(verdicts['pipeline-adequate']).toBe('consistent')
    expect(verdicts['three-step-shortfall']).not.toBe('consistent')
    expect(verdicts['position-u-shape']).not.toBe('consistent')
    for (const ledger of result.attrition) checkLedger(ledger, experiment.id)
  }, 120_000)

  test('skills that only the whole plan finds: compression, and three steps fall short', async () => {
    const { verdicts, value } = await ask(compressed(even))
    expect(value('gamma')).toBeGreaterThan(1.05)
    expect(Math.abs(value('gamma-alone')! - 1)).toBeLessThan(0.05)
    expect(verdicts['pipeline-compression']).toBe('consistent')
    expect(verdicts['three-step-shortfall']).toBe('consistent')
  }, 120_000)

  test('ends with few beaters: a U; ends with many: none', async () => {
    const end = (k: number, length: number): boolean => k === 0 || k === length - 1
    const easy = await ask(planted('ends easy', (k, length) => (end(k, length) ? 3 : 14)))
    expect(easy.verdicts['position-u-shape']).toBe('consistent')
    expect(easy.value('position-p')).toBeLessThan(0.01)
    const hard = await ask(planted('ends hard', (k, length) => (end(k, length) ? 14 : 3)))
    expect(hard.verdicts['position-u-shape']).toBe('does-not-carry')
  }, 240_000)
})
