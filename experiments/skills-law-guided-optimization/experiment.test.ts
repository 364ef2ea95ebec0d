import { fileURLToPath } from 'node:url'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { defineExperiment, runExperiment } from '@lawbook/experiment'
import type { Verdict } from '@lawbook/schemas'
import { missTable } from '@lawbook/sweeps'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Steps } from './arms.ts'
import experiment from './experiment.ts'
import { judgedIds } from './judge.ts'
import { observeWith } from './observe.ts'
import { idle, noCorrection, plantedData, removing, repeating, skills } from './planted.ts'
import { truth, worlds } from './worlds.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const planted = plantedData()
const [size, elsewhere] = [50, 20]
const nothing: Steps = {
  authors: ['a', 'b', 'c', 'd'].map(idle),
  ours: ['e', 'f', 'g', 'h'].map(idle),
  ...{ hub: noCorrection, twoLevel: () => noCorrection, readings: {} },
}

/** The planted library through the whole experiment, with planted steps. */
async function ask(steps: Partial<Steps>) {
  const { uses: _, data: __, ...rest } = experiment
  const asked = defineExperiment({ ...rest, data: experiment.data!, observe: observeWith({ ...nothing, ...steps }) })
  const { beaters: ___, ...data } = planted
  const { result, tables, evidence } = await runExperiment(asked, {
    data: { ...data, wordVectors: { id: 'none', dimensions: 1, vector: () => null } },
    choices: {
      ...{ routers: ['bm25', 'tf-idf'], ladder: [10, 20, size, 100], size, adversarial: [10], elsewhere },
      eligible: [
        { size: 10, accuracy: 0.6 },
        { size: 100, accuracy: 0.1 },
      ],
      ...{ placebos: 1, flips: 99, replicates: 1 },
    },
  })
  const measures = new Map(result.measures.map((measure) => [measure.id, measure]))
  const { claims } = await loadRegistry(root)
  const verdicts: Record<string, Verdict> = {}
  for (const claim of claims.filter((one) => one.experiment === experiment.id))
    verdicts[claim.id] = judgeClaim({ claim, measure: measures.get(claim.measure!), fidelity: 'full' }).verdict
  return { tables, evidence, verdicts, value: (id: string) => measures.get(id)?.value ?? null, measures }
}

/** The mean of what each request's chance changes by, in points. */
function expected(
  after: (skill: string, beaters: readonly string[]) => number | null,
  pool = skills,
  at = size,
): number {
  const miss = missTable(pool - 1, at - 1)
  const { requests } = planted.requests
  const changes = requests.map(({ id, skill }) => {
    const beaters = planted.beaters.get(id)!
    return (after(skill, beaters) ?? miss[beaters.length]!) - miss[beaters.length]!
  })
  return (100 * changes.reduce((sum, change) => sum + change, 0)) / changes.length
}

describe('steps that help those whose requests they read', () => {
  let asked: Awaited<ReturnType<typeof ask>>
  const chosen = new Set(planted.library.skills.filter((_, j) => j % 4 === 0).map(({ id }) => id))
  const isTest = (skill: string): boolean => planted.requests.split[skill] === 'test'
  beforeAll(async () => {
    const known = planted.requests.requests.filter(({ skill }) => chosen.has(skill))
    asked = await ask({
      authors: [idle('a'), repeating('b', known), idle('c'), idle('d')],
      ours: [idle('e'), idle('f'), idle('g'), repeating('h')],
    })
  }, 120_000)

  test('the authors’ gain is the planted one, and all of it is the share of the step that made it', () => {
    const gain = expected((skill) => (chosen.has(skill) ? 1 : null))
    expect(gain).toBeGreaterThan(5)
    expect(asked.value('gain')).toBeCloseTo(gain, 1)
    expect(asked.value('boundary-share')).toBeCloseTo(gain, 1)
    expect(asked.value('removal-share')).toBeCloseTo(0, 9)
    expect(asked.value('hijack')).toBeCloseTo(-gain, 1)
    expect(asked.verdicts['skill-laws/optimised-accuracy']).toBe('direction-only')
    expect(asked.verdicts['skill-laws/optimised-hijack']).toBe('direction-only')
    expect(asked.verdicts['skill-laws/abstract-removal-share']).not.toBe('direction-only')
  })

  test('ours gain for the half that was read and nothing for the other, over all requests', () => {
    const gain = expected((skill) => (isTest(skill) ? 1 : null))
    expect(asked.value('edits-gain')).toBeCloseTo(gain, 1)
    expect(asked.verdicts['lawbook/edits-help-heldout']).toBe('reproduced')
    const mean = asked.tables.touched!.filter((row) => row.optimiser === 'ours' && row.router === 'mean')
    expect(mean.map(({ touch, n }) => [touch, n])).toEqual([
      ['edited', skills],
      ['untouched', skills],
    ])
    expect(mean[0]!.value).toBeCloseTo(2 * gain, 1)
    expect(mean[1]!.value).toBeCloseTo(0, 1)
  })

  test('the other fold edits the other half', () => {
    const gain = expected((skill) => (isTest(skill) ? null : 1))
    const other = asked.measures
      .get('edits-gain')!
      .alternatives!.find(({ option }) => option.startsWith('the one that'))
    expect(other!.value).toBeCloseTo(gain, 1)
  })

  test('words of other skills help nobody: they go to competitors', () => {
    expect(asked.value('placebo-difference')).toBeGreaterThan(asked.value('edits-gain')!)
    expect(asked.verdicts['lawbook/edits-beat-placebo']).toBe('reproduced')
  })

  test('in the other library as well', () => {
    const there = asked.measures.get('kept-elsewhere')!.alternatives!.find(({ option }) => option === 'gain there')!
    const miss = missTable(39, elsewhere - 1)
    const lost = [1, 2, 3, 4].reduce((sum, beaten) => sum + (1 - miss[beaten]!) / 4, 0)
    expect(there.value).toBeCloseTo(50 * lost, 1)
    expect(asked.verdicts['lawbook/gain-survives-new-library']).toBe('reproduced')
  })
})

describe('removal that would help if its requests left the denominator', () => {
  test('is denied: requests of removed skills stay, and lose what they had', async () => {
    const gone = new Set(planted.library.skills.filter((_, j) => j % 4 === 3).map(({ id }) => id))
    const asked = await ask({ authors: [idle('a'), idle('b'), removing('c', (skill) => gone.has(skill)), idle('d')] })
    const after = (skill: string, beaters: readonly string[]): number =>
      gone.has(skill) ? 0 : missTable(skills - 1, size - 1)[beaters.filter((id) => !gone.has(id)).length]!
    const [all, left] = [expected(after), expected((skill, own) => (gone.has(skill) ? null : after(skill, own)))]
    expect(left).toBeGreaterThan(3)
    expect(asked.value('gain')).toBeCloseTo(all, 1)
    expect(asked.value('removal-share')).toBeCloseTo(all, 1)
    expect(asked.verdicts['skill-laws/optimised-accuracy']).not.toBe('direction-only')
    const went = asked.evidence.touched!.filter(({ touch }) => touch === 'gone')
    expect(went.every((row) => row['after.right'] === 0)).toBe(true)
  }, 120_000)
})

test('steps that do nothing change nothing and nobody decides', async () => {
  const { value, verdicts } = await ask({})
  for (const id of judgedIds) expect([id, value(id) ?? 0]).toEqual([id, 0])
  for (const [claim, verdict] of Object.entries(verdicts))
    expect([claim, ['inconclusive', 'not-testable'].includes(verdict)]).toEqual([claim, true])
}, 120_000)

test('each claim is true or false in the planted worlds as its record says', async () => {
  const { claims } = await loadRegistry(root)
  const own = claims.filter((one) => one.experiment === experiment.id)
  expect(own.map(({ measure }) => measure).sort()).toEqual([...judgedIds].sort())
  for (const claim of own) {
    const id = judgedIds.find((one) => one === claim.measure)!
    expect([...claim.rivals, ...claim.holdsIn].sort()).toEqual(Object.keys(worlds).sort())
    for (const world of Object.keys(worlds)) {
      const value = truth(id, world)
      // On another library the size of a value cannot be tested: its direction is what is true or false.
      const line = claim.kind === 'value' ? 0 : (claim.tolerance.value ?? 0)
      const holds = claim.kind === 'value' && Number(claim.number) < 0 ? value < 0 : value > line
      expect([claim.id, world, holds]).toEqual([claim.id, world, claim.holdsIn.includes(world)])
    }
  }
})
