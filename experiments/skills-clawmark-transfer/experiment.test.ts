import { fileURLToPath } from 'node:url'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { defineExperiment, runExperiment } from '@lawbook/experiment'
import type { Verdict } from '@lawbook/schemas'
import { libraryOf, type Skill } from '@lawbook/skills'
import { observeWith, plantedBench, transferChoices } from '@lawbook/transfer'
import { expect, test } from 'vitest'
import experiment from './experiment.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const word = (stem: string, i: number): string =>
  `${stem}${String.fromCharCode(97 + Math.floor(i / 10), 97 + (i % 10))}q`
const skill = (name: string, description: string): Skill => ({
  ...{ id: `p@1:${name}/SKILL.md`, name, description, body: '', package: 'p', licence: 'MIT', tags: [] },
})
const tasks = Array.from({ length: 20 }, (_, i) => ({
  ...{ id: `t${i}`, domain: `d${i % 4}`, text: `${word('alpha', i)} wanted` },
  card: skill(word('card', i), i < 15 ? word('alpha', i) : word('other', i)),
}))

async function ask(vacuous: number, findable: boolean) {
  const { data, ...rest } = experiment
  const asked = defineExperiment({
    ...rest,
    data: data!,
    observe: observeWith((library) => {
      const same = { library, edits: [] }
      const described = new Map(tasks.map(({ card }, i) => [card.id, word('alpha', i)]))
      const skills = library.skills.map((one) => ({ ...one, description: described.get(one.id) ?? one.description }))
      return { raw: [same], authors: [findable ? { library: libraryOf(skills), edits: [] } : same], ours: [same, same] }
    }),
  })
  const { result, tables } = await runExperiment(asked, {
    data: {
      ...{ library: libraryOf([]), requests: [], bench: plantedBench({ tasks, vacuous }) },
      wordVectors: { id: 'none', dimensions: 1, vector: () => null },
    },
    choices: { ...transferChoices, routers: ['bm25'], replicates: 2 },
  })
  const measures = new Map(result.measures.map((measure) => [measure.id, measure]))
  const { claims } = await loadRegistry(root)
  const verdicts: Record<string, Verdict> = {}
  for (const claim of claims.filter((one) => one.experiment === experiment.id))
    verdicts[claim.id] = judgeClaim({ claim, measure: measures.get(claim.measure ?? ''), fidelity: 'full' }).verdict
  return { tables, verdicts, value: (id: string) => measures.get(id)!.value }
}

test('the floor counts what doing nothing passes, and a gain is above it', async () => {
  const { value, verdicts } = await ask(1, true)
  expect(value('floor')).toBeCloseTo(25, 9)
  expect(value('level-before')).toBeCloseTo(75 + 25 * 0.25, 9)
  expect(value('library')).toBeCloseTo(25 * 0.75, 9)
  expect(verdicts['skill-laws/clawmark-before']).toBe('not-testable')
  expect(['consistent', 'direction-only']).toContain(verdicts['skill-laws/clawmark-direction'])
})

test('a library that is not edited gains nothing, and no word says that it does', async () => {
  const { value, verdicts, tables } = await ask(0, false)
  expect(value('library')).toBe(0)
  expect(Object.values(verdicts).every((verdict) => ['inconclusive', 'not-testable'].includes(verdict))).toBe(true)
  expect(tables.power![0]).toMatchObject({ tasks: 20, gain: 6.1 })
})
