import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import { checkLedger, type Row, type Verdict } from '@lawbook/schemas'
import type { SkillRequests } from '@lawbook/skill-requests'
import { exposed } from '@lawbook/skills'
import { missTable } from '@lawbook/sweeps'
import { beforeAll, describe, expect, test } from 'vitest'
import { budgetArm } from './budgetEvidence.ts'
import { choices } from './choices.ts'
import experiment from './experiment.ts'
import { judgedNames } from './judge.ts'
import { truth, worlds } from './planted.ts'
import { type Planted, type PlantedExposure, type PlantedText, plantedExposure, skills } from './plantedText.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ladder = [10, 20, 50, 100, 200]
const nothing = {
  wordVectors: { id: 'none', dimensions: 1, vector: () => null },
  sentenceVectors: { id: 'none', dimensions: 1, vector: () => null },
  synonyms: { id: 'none', of: () => [] },
}

/** One planted library through the whole experiment; the budgets are as many characters as 40 and 100 entries have. */
async function ask(kind: PlantedText) {
  const planted = plantedExposure(kind)
  const [first] = planted.library.skills
  const entry = exposed(first!).length
  const { result, tables, evidence } = await runExperiment(experiment, {
    data: { library: planted.library, requests: planted.requests, ...nothing },
    choices: {
      routers: ['bm25', 'tf-idf'],
      ladder,
      eligible: [
        { size: 10, accuracy: 0.6 },
        { size: 200, accuracy: 0.2 },
      ],
      budgets: [40 * entry, 100 * entry + entry - 1],
      budget: 40 * entry,
      draws: ladder.map((size) => ({ size, draws: 100 })),
      orders: 20,
      relistings: 10,
      replicates: 1,
    },
  })
  const measures = new Map(result.measures.map((measure) => [measure.id, measure]))
  const { claims } = await loadRegistry(root)
  const verdicts: Record<string, Verdict> = {}
  for (const claim of claims.filter((one) => one.experiment === experiment.id))
    verdicts[claim.id] = judgeClaim({ claim, measure: measures.get(claim.measure!), fidelity: 'full' }).verdict
  return { planted, entry, tables, evidence, verdicts, value: (id: string) => measures.get(id)?.value ?? null }
}

/** Mean over the judged direct requests. */
function meanOver({ requests, planted }: PlantedExposure, of: (planted: Planted) => number) {
  const own = requests.requests.filter(({ skill, wording }) => wording === 'direct' && requests.split[skill] === 'test')
  return own.reduce((sum, { id }) => sum + of(planted.get(id)!), 0) / own.length
}

/** Accuracy of an arm at a size from the evidence rows. */
function accuracy(rows: readonly Row[], router: string, column: string): number {
  const own = rows.filter((row) => row.router === router && (row.wording ?? 'direct') === 'direct')
  const total = (key: string): number => own.reduce((sum, row) => sum + Number(row[key]), 0)
  return total(column) / total('n')
}

describe('planted libraries go through real routers to a verdict', () => {
  let described: Awaited<ReturnType<typeof ask>>
  beforeAll(async () => {
    described = await ask('described')
  }, 60_000)

  test('names that carry nothing: descriptions are worth all accuracy', () => {
    expect(described.verdicts['skill-laws/exposure-matters']).toBe('consistent')
    expect(described.verdicts['skill-laws/description-gap']).toBe('direction-only')
    const miss = missTable(skills - 1, 99)
    const full = meanOver(described.planted, ({ all, hint }) => (hint ? 1 : miss[all]!))
    const name = meanOver(described.planted, ({ hint }) => (hint ? 1 : 0))
    expect(described.value('exposure-effect')).toBeCloseTo(100 * (full - name), 1)
    expect(described.value('description-gap')).toBeCloseTo(100 * (1 - name / full), 1)
  })

  test('descriptions that carry next to nothing: an effect of less than three points is denied', async () => {
    const { planted, verdicts, value } = await ask('named')
    const miss = missTable(skills - 1, 99)
    const lost = meanOver(planted, ({ all, hint }) => (hint ? 1 - miss[all]! : 0))
    expect(lost).toBeGreaterThan(0.002)
    expect(value('exposure-effect')).toBeCloseTo(100 * lost, 1)
    expect(verdicts['skill-laws/exposure-matters']).toBe('does-not-carry')
    expect(verdicts['skill-laws/description-gap']).not.toBe('does-not-carry')
  }, 60_000)

  test('a budget breaks the curve where the lengths say, and as far as they say', () => {
    const { planted, entry, tables, evidence } = described
    for (const [budget, inFull] of [
      [40 * entry, 40],
      [100 * entry + entry - 1, 100],
    ] as const) {
      const rows = tables.budgets!.filter((row) => row.budget === budget)
      expect(rows.map(({ breakSize }) => Math.floor(Number(breakSize)))).toEqual(ladder.map(() => inFull))
      for (const size of ladder) {
        const row = rows.find((one) => one.size === size)!
        expect(row.listed).toBeCloseTo(Math.min(1, inFull / size), 9)
        // Right iff the right skill is listed in full and no beater is, or its name is the hint: names match nothing else.
        const k = Math.min(size, inFull)
        const miss = missTable(skills - 1, k - 1)
        const known = meanOver(planted, ({ all, hint }) => (hint ? 1 : (k / size) * miss[all]!))
        for (const router of ['bm25', 'tf-idf'])
          expect(Math.abs(accuracy(evidence.budgets!, router, `${budgetArm(budget)}.${size}`) - known)).toBeLessThan(
            size > inFull ? 0.02 : 2e-4,
          )
      }
    }
    expect(described.value('budget-bend')).toBeLessThan(-5)
  })

  test('a word of the package makes two levels better than one, by the planted gain', async () => {
    const { planted, evidence, value, verdicts } = await ask('grouped')
    for (const size of ladder) {
      const miss = missTable(skills - 1, size - 1)
      for (const router of ['bm25', 'tf-idf']) {
        const flat = accuracy(evidence.exposure!, router, `full.${size}`)
        const two = accuracy(evidence.structure!, router, `two-level-package.${size}`)
        expect(flat).toBeCloseTo(
          meanOver(planted, ({ all, hint }) => (hint ? 1 : miss[all]!)),
          4,
        )
        expect(two).toBeCloseTo(
          meanOver(planted, ({ inside, hint }) => (hint ? 1 : miss[inside]!)),
          4,
        )
      }
    }
    // Listed anew from the drawn skills, the same word of the package still settles the unit.
    const miss = missTable(skills - 1, 99)
    const known = meanOver(planted, ({ inside, hint }) => (hint ? 1 : miss[inside]!))
    const flat = meanOver(planted, ({ all, hint }) => (hint ? 1 : miss[all]!))
    for (const router of ['bm25', 'tf-idf']) {
      expect(Math.abs(accuracy(evidence.structure!, router, 'refitted.100') - flat)).toBeLessThan(0.02)
      expect(Math.abs(accuracy(evidence.structure!, router, 'relisted-package.100') - known)).toBeLessThan(0.02)
    }
    expect(value('structure-effect')).toBeGreaterThan(15)
    expect(value('structure-difference')).toBe(value('structure-effect'))
    expect(verdicts['skill-laws/structure-matters']).toBe('consistent')
  }, 60_000)
})

describe('the books', () => {
  const observe = async (changes: Partial<SkillRequests>) => {
    const { library, requests } = plantedExposure('described')
    const { attrition } = await experiment.observe({
      data: { library, requests: { ...requests, ...changes }, ...nothing },
      uses: {},
      choices: {
        ...choices,
        routers: ['random'],
        ladder: [10, 100],
        eligible: [{ size: 10, accuracy: 0.6 }],
        draws: [{ size: 10, draws: 1 }],
      },
      stream: streamsOf(experiment.id),
      progress: () => {},
    })
    for (const ledger of attrition) checkLedger(ledger, experiment.id)
    return attrition[0]!
  }

  test('a request whose skill is in no half is missing, and is counted', async () => {
    const { requests } = plantedExposure('described')
    const { [requests.requests[0]!.skill]: _, ...split } = requests.split
    const n = requests.requests.length
    expect(await observe({ split })).toMatchObject({ planned: n, used: n - 2, missing: 2 })
  })

  test('a request that the data set lost without a word breaks them', async () => {
    await expect(observe({ planned: 2 * skills + 1 })).rejects.toMatchObject({ code: 'LB_BOOKS' })
  })
})

test('each claim is true or false in the planted worlds as its record says', async () => {
  const { claims } = await loadRegistry(root)
  for (const claim of claims.filter((one) => one.experiment === experiment.id)) {
    const name = judgedNames.find((one) => one === claim.measure)!
    expect([...claim.rivals, ...claim.holdsIn].sort()).toEqual(Object.keys(worlds).sort())
    for (const world of Object.keys(worlds)) {
      const value = truth(name, world, choices.size)
      // On another library the size of a value cannot be tested: its direction is what is true or false.
      expect([name, world, claim.kind === 'value' ? value > 0 : value >= 3]).toEqual([
        name,
        world,
        claim.holdsIn.includes(world),
      ])
    }
  }
})
