import { fileURLToPath } from 'node:url'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { defineExperiment, runExperiment } from '@lawbook/experiment'
import type { Verdict } from '@lawbook/schemas'
import { libraryOf, type Skill } from '@lawbook/skills'
import { observeWith, plantedBench, transferChoices } from '@lawbook/transfer'
import { describe, expect, test } from 'vitest'
import experiment from './experiment.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const skill = (name: string, description: string): Skill => ({
  ...{ id: `p@1:${name}/SKILL.md`, name, description, body: '', package: 'p', licence: 'MIT', tags: [] },
})
const n = 40
/** A word of letters for a number: digits would be words of their own. */
const word = (stem: string, i: number): string =>
  `${stem}${String.fromCharCode(97 + Math.floor(i / 10), 97 + (i % 10))}q`
/** A task says three words; half of the cards share two of them, the others none, and a decoy shares one with every task. */
const tasks = Array.from({ length: n }, (_, i) => ({
  ...{
    id: `t${i}-001`,
    domain: `d${i % 5}`,
    text: `need ${word('alpha', i)} ${word('beta', i)} gamma; write workspace/out.txt`,
  },
  card: skill(word('card', i), i % 2 === 0 ? `${word('alpha', i)} ${word('beta', i)}` : word('other', i)),
}))
const decoys = Array.from({ length: 5 }, (_, i) => skill(word('decoy', i), 'gamma'))

type Edit = Parameters<typeof observeWith>[0]
/** Listings of cards after an edit; ours stay as they are. */
const editing =
  (describe: (card: Skill, i: number) => string): Edit =>
  (library) => {
    const described = new Map(tasks.map(({ card }, i) => [card.id, describe(card, i)]))
    const edited = libraryOf(
      library.skills.map((one) => ({ ...one, description: described.get(one.id) ?? one.description })),
    )
    const same = { library, edits: [] }
    return { raw: [same], authors: [{ library: edited, edits: [] }], ours: [same, same] }
  }

async function ask(edit: Edit, vacuous = 0) {
  const { data, ...rest } = experiment
  const asked = defineExperiment({ ...rest, data: data!, observe: observeWith(edit) })
  const { result, tables, evidence } = await runExperiment(asked, {
    data: {
      library: libraryOf(decoys),
      requests: [],
      bench: plantedBench({ tasks, vacuous }),
      wordVectors: { id: 'none', dimensions: 1, vector: () => null },
    },
    choices: { ...transferChoices, routers: ['bm25', 'tf-idf'], replicates: 2 },
  })
  const measures = new Map(result.measures.map((measure) => [measure.id, measure]))
  const { claims } = await loadRegistry(root)
  const verdicts: Record<string, Verdict> = {}
  for (const claim of claims.filter((one) => one.experiment === experiment.id))
    verdicts[claim.id] = judgeClaim({ claim, measure: measures.get(claim.measure ?? ''), fidelity: 'full' }).verdict
  return { tables, evidence, verdicts, value: (id: string) => measures.get(id)?.value ?? null, measures, result }
}

describe('edits that make cards findable', () => {
  test('the gain is the share of cards that were not found before, and the verdicts say so', async () => {
    const { value, verdicts, tables } = await ask(editing((_, i) => `${word('alpha', i)} ${word('beta', i)}`))
    expect(value('level-before')).toBeCloseTo(50, 9)
    expect(value('library')).toBeCloseTo(50, 9)
    expect(value('our-library')).toBeCloseTo(0, 9)
    expect(value('routed-before')).toBeCloseTo(50, 9)
    expect(value('floor')).toBe(0)
    expect(value('ceiling')).toBe(100)
    expect(verdicts['skill-laws/clawbench-direction']).toBe('consistent')
    expect(verdicts['skill-laws/clawbench-gain']).toBe('direction-only')
    expect(verdicts['skill-laws/clawbench-before']).toBe('not-testable')
    expect(tables.arms).toHaveLength(18 * 3)
  })
})

test('edits that hide cards are told', async () => {
  const { value, verdicts } = await ask(editing((_, i) => word('hidden', i)))
  expect(value('library')).toBeCloseTo(-50, 9)
  expect(verdicts['skill-laws/clawbench-direction']).toBe('does-not-carry')
  expect(verdicts['skill-laws/clawbench-gain']).toBe('does-not-carry')
})

test('no edit: no change, and nothing is claimed from it', async () => {
  const { value, verdicts, result } = await ask(
    editing(({ description }) => description),
    1,
  )
  expect(value('library')).toBe(0)
  expect(verdicts['skill-laws/clawbench-direction']).toBe('inconclusive')
  expect(verdicts['lawbook/clawbench-our-edits']).toBe('inconclusive')
  expect(result.attrition[0]).toMatchObject({ planned: n, used: n })
})
