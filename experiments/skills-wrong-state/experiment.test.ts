import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import { type Executed, misled, type PlantedPair, plantedPipelines, readEvidence } from '@lawbook/pipelines'
import { checkLedger, type Verdict } from '@lawbook/schemas'
import { type Library, libraryOf, type Skill } from '@lawbook/skills'
import { missTable } from '@lawbook/sweeps'
import { beforeAll, describe, expect, test } from 'vitest'
import experiment from './experiment.ts'
import { judgedIds } from './measures.ts'
import { readObserved } from './panel.ts'
import { truth, worlds } from './worlds.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [skills, size] = [600, 20]
const vectors = {
  wordVectors: { id: 'none', dimensions: 1, vector: () => null },
  sentenceVectors: { id: 'none', dimensions: 1, vector: () => null },
  synonyms: { id: 'none', of: () => [] },
}
const passed: Executed = { blind: 'pass', aware: 'pass' }
const refused: Executed = { blind: 'not done', aware: 'not done' }

/** Twelve pairs a class; `of` says what the i-th of a class is beside its class and first step. */
function pairsBy(
  of: (kind: PlantedPair['class'], i: number) => Omit<PlantedPair, 'class' | 'first' | 'shared'>,
): PlantedPair[] {
  return (['tight', 'loose', 'independent'] as const).flatMap((kind) =>
    Array.from({ length: 12 }, (_, i) => ({ class: kind, first: 1 + (i % 2), shared: 0, ...of(kind, i) })),
  )
}

function planted(pairs: readonly PlantedPair[]) {
  return plantedPipelines({ skills, pairs, stream: streamsOf('skills-wrong-state')('planted texts') })
}

/** Planted pairs through real routers and the whole experiment to a verdict. */
async function ask(pairs: readonly PlantedPair[]) {
  const { library, data } = planted(pairs)
  const { result, tables } = await runExperiment(experiment, {
    data: { library, pipelines: data, vectors },
    choices: {
      routers: ['bm25', 'tf-idf', 'random'],
      ladder: [10, size, 100],
      size,
      eligible: [
        { size: 10, accuracy: 0.6 },
        { size: 100, accuracy: 0.2 },
      ],
      replicates: 2,
    },
  })
  const measures = new Map(result.measures.map((measure) => [measure.id, measure]))
  const { claims } = await loadRegistry(root)
  const verdicts: Record<string, Verdict> = {}
  for (const claim of claims.filter((one) => one.experiment === experiment.id))
    verdicts[claim.measure!] = judgeClaim({ claim, measure: measures.get(claim.measure!), fidelity: 'full' }).verdict
  // All skills of the library but the pair's own two compete.
  const miss = missTable(skills + 2 * pairs.length - 2, size - 2)
  const chance = (kind: string, of: (pair: PlantedPair) => number): number => {
    const own = pairs.filter((pair) => pair.class === kind)
    return (100 * own.reduce((sum, pair) => sum + miss[of(pair)]!, 0)) / own.length
  }
  return {
    tables,
    verdicts,
    chance,
    measure: (id: string) => measures.get(id)!,
    value: (id: string) => measures.get(id)!.value!,
  }
}

describe('a wrong state that brings competitors, and products that survive in loose pairs', () => {
  let found: Awaited<ReturnType<typeof ask>>
  beforeAll(async () => {
    found = await ask(
      pairsBy((kind, i) => ({
        state: kind === 'tight' ? 6 + (i % 3) : 22,
        alone: 22,
        wrong: kind === 'tight' ? 40 + i : 26 + (i % 4),
        none: kind === 'tight' ? refused : passed,
        afterWrong: kind === 'tight' ? misled : kind === 'loose' && i % 2 === 0 ? misled : passed,
      })),
    )
  }, 60_000)

  test('the routing part is the planted one, and its sign decides', () => {
    for (const kind of ['tight', 'loose', 'independent'] as const) {
      const known = found.chance(kind, ({ wrong }) => wrong) - found.chance(kind, ({ state }) => state)
      expect(found.value(`routing-${kind}`)).toBeCloseTo(known, 6)
    }
    expect(found.verdicts).toMatchObject({
      'routing-tight': 'direction-only',
      'routing-loose': 'does-not-carry',
      'routing-independent': 'direction-only',
    })
  })

  test('products that survive in loose pairs alone speak for the law', () => {
    expect(found.value('survival-by-dependency')).toBe(50)
    expect(found.verdicts['survival-by-dependency']).toBe('consistent')
  })

  test('what a tight pair loses under the aware check it does not lose under the blind one', () => {
    const right = found.chance('tight', ({ state }) => state)
    const alternative = (choice: string): number | null =>
      found.measure('quality-tight').alternatives!.find((one) => one.choice === choice)!.value
    expect(found.value('quality-tight')).toBeCloseTo(-right, 6)
    expect(alternative('outcome')).toBeCloseTo(found.chance('tight', ({ wrong }) => wrong) - right, 6)
    // On the inputs alone a tight pair has no product, so that nothing is lost after a wrong first step.
    expect(alternative('outcome and contrast')).toBe(0)
    expect(found.value('blind-less-aware-tight')).toBe(100)
    expect(found.value('blind-less-aware-loose')).toBe(50)
  })

  test('levels: no state, the placebo and the wrong state are at the planted chances', () => {
    const level = (state: string): number =>
      Number(
        found.tables.routing!.find((row) => row.class === 'loose' && row.state === state && row.size === size)!.value,
      )
    expect(level('none')).toBeCloseTo(
      found.chance('loose', ({ alone }) => alone),
      6,
    )
    // The skill that left the placebo is in the library too, and beats nobody: one fewer is drawn.
    expect(Math.abs(level('placebo') - 100 * missTable(skills + 69, size - 3)[22]!)).toBeLessThan(1)
    expect(level('wrong')).toBeCloseTo(
      found.chance('loose', ({ wrong }) => wrong),
      6,
    )
  })
})

test('a null world: a wrong state moves nobody, and nothing is decided', async () => {
  const { value, verdicts, tables } = await ask(
    pairsBy((_, i) => ({ state: 22 + (i % 5), alone: 22 + (i % 5), wrong: 22 + (i % 5) })),
  )
  for (const id of judgedIds) {
    expect([id, Math.abs(value(id)) < 1e-9]).toEqual([id, true])
    expect(verdicts[id]).toBe('inconclusive')
  }
  expect(tables.law!.find(({ outcome, against }) => outcome === 'routing' && against === 'own')!.kappaStar).toBeNull()
}, 60_000)

test('products that survive in tight pairs and not in loose ones: the law does not carry', async () => {
  const { value, verdicts } = await ask(
    pairsBy((kind, i) => ({
      state: 22,
      alone: 22,
      wrong: 24,
      afterWrong: (kind === 'tight') === i % 6 > 0 ? passed : misled,
    })),
  )
  expect(value('survival-by-dependency')).toBeCloseTo(-200 / 3, 6)
  expect(verdicts['survival-by-dependency']).toBe('does-not-carry')
}, 60_000)

test('a pair without a wrong state is in no number, and the books say so', async () => {
  const { library, data } = planted(pairsBy((_, i) => ({ state: 10, alone: 22, wrong: 30 + i })))
  const pipelines = { ...data, pipelines: data.pipelines.map((pair, i) => (i === 0 ? { ...pair, wrong: [] } : pair)) }
  const { result, tables } = await runExperiment(experiment, {
    data: { library, pipelines, vectors },
    choices: { routers: ['bm25'], ladder: [10, size], size, eligible: [{ size: 10, accuracy: 0.6 }], replicates: 1 },
  })
  for (const ledger of result.attrition) checkLedger(ledger, experiment.id)
  expect(result.attrition[0]).toMatchObject({ planned: 36, used: 35, missing: 1 })
  expect(result.attrition[1]).toMatchObject({ planned: 72, used: 35, missing: 37 })
  expect(tables.products!.filter((row) => row.class === 'tight').map((row) => row.pairs)).toEqual(Array(6).fill(11))
  expect(result.measures.find(({ id }) => id === 'routing-tight')!.n).toBe(11)
}, 60_000)

describe('libraries that hold the skill that left the wrong state', () => {
  const pairs = pairsBy((_, i) => ({ state: 10, alone: 22, wrong: 30 + i }))
  const competitors = skills + 2 * pairs.length - 2
  const { library, data } = planted(pairs)
  // Pair 0 is misled by a skill that its wrong state brings up, pair 1 by one that it does not.
  const words = data.pipelines[0]!.wrong[0]!.state.split(' ')
  const beater = library.skills.find(({ description }) => words.every((word) => description.includes(word)))!

  /** Observe with one skill more among the executable ones, and with other wrong skills for the first pairs. */
  async function observed({ more, rest, wrong }: { more: Skill; rest: Library; wrong: Record<number, string> }) {
    const { tables } = await experiment.observe({
      data: {
        library: rest,
        pipelines: {
          ...data,
          skills: [...data.skills, { skill: more, family: 'family-0' }],
          pipelines: data.pipelines.map((pair, i) =>
            wrong[i] === undefined ? pair : { ...pair, wrong: [{ ...pair.wrong[0]!, skill: wrong[i] }] },
          ),
        },
        vectors,
      },
      uses: {},
      choices: { ...experiment.choices, routers: ['bm25'], ladder: [10, size], size },
      stream: streamsOf(experiment.id),
      progress: () => {},
    })
    return { tables, read: readObserved(tables, { ...experiment.choices, eligible: [{ size: 10, accuracy: 0.6 }] }) }
  }

  test('one that its own state brings before the right one makes it never right there', async () => {
    const { tables, read } = await observed({
      more: beater,
      rest: libraryOf(library.skills.filter(({ id }) => id !== beater.id)),
      wrong: { 0: beater.id, 1: data.pipelines[9]!.steps[1]!.skill },
    })
    const [byChance] = read.panel(read.routers, size, 'own skills').chances
    const [judged] = read.panel(read.routers, size).chances
    expect(byChance![0]!.wrong[0]).toBeCloseTo(missTable(competitors, size - 2)[pairs[0]!.wrong]!, 9)
    expect(judged![0]!.wrong[0]).toBe(0)
    // The right state does not bring it up: one of those that cannot beat is certain, and one fewer is drawn.
    expect(judged![0]!.own).toBeCloseTo(missTable(competitors - 1, size - 3)[pairs[0]!.state]!, 9)
    expect(judged![1]!.wrong[0]).toBeCloseTo(missTable(competitors - 1, size - 3)[pairs[1]!.wrong]!, 9)
    // The planted wrong skill of the others is the right first one, which is in every library anyway.
    expect(judged![2]!.wrong).toEqual(byChance![2]!.wrong)
    // The placebo is read with the skill that left it: the first skill of another pair, which beats nobody here.
    const evidence = readEvidence(tables)
    expect(judged![0]!.placebo).toBe(evidence.step('bm25', 'placebo-present', 0, 1, size))
    expect(judged![0]!.placebo).toBeCloseTo(missTable(competitors - 1, size - 3)[pairs[0]!.alone]!, 2)
  }, 60_000)

  test('a tied one stands before in the very orders in which the shared counts have it before', async () => {
    const own = data.skills.find(({ skill }) => skill.id === data.pipelines[0]!.steps[1]!.skill)!.skill
    const twin = { ...own, id: 'planted@1.0.0:skills/twin/SKILL.md', name: 'othernames' }
    const { tables, read } = await observed({ more: twin, rest: library, wrong: { 0: twin.id } })
    const counts = (arm: string): number[] => {
      const cell = String(tables.counts!.find((row) => row.arm === arm)!.steps).split(';')[0]!
      return cell.split(' ')[1]!.split('/').map(Number)
    }
    for (const [arm, shared] of [
      ['wrong', 'wrong-0'],
      ['state', 'state'],
      ['alone', 'alone'],
    ] as const) {
      const orders = counts(shared)
      const [least, most] = [Math.min(...orders), Math.max(...orders)]
      // Nothing but the twin ties.
      expect([orders.length, most - least]).toEqual([8, 1])
      const bits = orders.reduce((sum, count, o) => sum + (count - least) * (1 << o), 0)
      const before = String(tables.present!.find((row) => row.arm === arm)!.before).split(';')
      expect([arm, Number(before[0])]).toEqual([arm, bits])
      if (arm === 'wrong') {
        const ahead = orders.filter((count) => count === least).length / 8
        const chance = read.panel(read.routers, size).chances[0]![0]!.wrong[0]
        expect(chance).toBeCloseTo(ahead * missTable(competitors, size - 3)[least]!, 9)
      }
    }
  }, 60_000)
})

test('each claim is true or false in the planted worlds as its record says', async () => {
  const { claims } = await loadRegistry(root)
  const own = claims.filter((one) => one.experiment === experiment.id)
  expect(own.map(({ measure }) => measure).sort()).toEqual([...judgedIds].sort())
  for (const claim of own) {
    const id = judgedIds.find((one) => one === claim.measure)!
    expect([...claim.rivals, ...claim.holdsIn].sort()).toEqual(Object.keys(worlds).sort())
    // On another library a value can be tested by its direction alone.
    const sign = claim.kind === 'value' && String(claim.number).startsWith('-') ? -1 : 1
    for (const world of Object.keys(worlds))
      expect([id, world, sign * truth(id, world) > 0]).toEqual([id, world, claim.holdsIn.includes(world)])
  }
})
