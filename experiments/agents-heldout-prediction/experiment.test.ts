import { fileURLToPath } from 'node:url'
import type { AgentRuns } from '@lawbook/agent-runs'
import { readJson, streamsOf } from '@lawbook/base'
import { judge as judgeClaim } from '@lawbook/claims'
import { resultFiles, runExperiment } from '@lawbook/experiment'
import { checkLedger, type Verdict, validate } from '@lawbook/schemas'
import { describe, expect, test } from 'vitest'
import { choices } from './choices.ts'
import experiment from './experiment.ts'
import { heldOutR2 } from './heldOut.ts'
import { plantSample, worlds } from './planted.ts'
import { crossShape, plantedRuns, sweepShape } from './plantedRuns.ts'
import { crossQuestion, sweepQuestion } from './questions.ts'

const file = fileURLToPath(new URL('claims.json', import.meta.url))
const { claims } = validate('lawbook/claims@1', await readJson(file), file)
const stream = streamsOf('experiment.test')

/** The code is that of the real run; fewer tasks and draws save time. */
const small = { replicates: 1, shuffles: 3, draws: 399 }
const tasks = 32

const planted = (world: string) =>
  plantedRuns(worlds[world]!, { tasks, benchmarks: 9 }, (purpose, ...index) => stream(purpose, world, ...index))

const known = new Map<string, ReturnType<typeof verdictsOf>>()

function verdictsIn(world: string) {
  if (!known.has(world)) known.set(world, verdictsOf(planted(world)))
  return known.get(world)!
}

async function verdictsOf(runs: AgentRuns) {
  const finished = await runExperiment(experiment, { data: { runs }, choices: small })
  const measures = new Map(finished.result.measures.map((measure) => [measure.id, measure]))
  const verdicts: Record<string, Verdict> = Object.fromEntries(
    claims.map((claim) => [
      claim.id.split('/')[1]!,
      judgeClaim({ claim, measure: measures.get(claim.measure ?? ''), fidelity: 'full' }).verdict,
    ]),
  )
  return { finished, verdicts, measures, value: (id: string) => measures.get(id)!.value! }
}

describe('planted figures go through the whole pipeline to a verdict', () => {
  test('one law for all tasks and benchmarks: the form of all three is there', async () => {
    const { verdicts, value } = await verdictsIn('common-law')
    expect(verdicts).toMatchObject({
      'heldout-change-from-resources': 'consistent',
      'heldout-level-from-resources': 'consistent',
      'heldout-benchmark-from-resources': 'consistent',
    })
    expect(value('change-by-own-lines')).toBeGreaterThan(value('change-from-resources'))
  })

  test('levels of their own: the change is predicted and the level is not', async () => {
    const { verdicts } = await verdictsIn('own-levels')
    expect(verdicts['heldout-change-from-resources']).toBe('consistent')
    expect(verdicts['heldout-level-from-resources']).toBe('does-not-carry')
    expect(verdicts['heldout-benchmark-from-resources']).not.toBe('consistent')
  })

  test('no dependence: the form is not there, and no predictor of resources finds anything', async () => {
    const { verdicts, value } = await verdictsIn('no-dependence')
    expect(verdicts['heldout-change-from-resources']).toBe('does-not-carry')
    expect(verdicts['heldout-level-from-resources']).toBe('does-not-carry')
    expect(verdicts['heldout-benchmark-from-resources']).not.toBe('consistent')
    expect(Math.abs(value('change-from-resources'))).toBeLessThan(0.02)
    expect(value('change-in-random-order')).toBeLessThan(0.05)
  })

  test('history tells: the first score predicts change and level, the resources neither', async () => {
    const { verdicts, value } = await verdictsIn('history-tells')
    for (const claim of ['heldout-change-from-resources', 'heldout-level-from-resources'])
      expect(['does-not-carry', 'inconclusive']).toContain(verdicts[claim])
    expect(value('change-with-early-score')).toBeGreaterThan(0.5)
    expect(value('level-with-early-score')).toBeGreaterThan(0.6)
    expect(value('openhands-within-with-capability')).toBeGreaterThan(0.3)
  })

  test('a regression on unpublished configurations stays untested', async () => {
    const { verdicts } = await verdictsIn('common-law')
    expect(verdicts['cross-validated-r2']).toBe('not-testable')
  })
})

test('each claim is true or false in the planted worlds as its record says, by what a large world shows', () => {
  const truth = (name: string) => {
    const world = worlds[name]!
    const sweep = plantSample(world, sweepShape(3000), stream('large', name))
    const cross = plantSample(world, crossShape(1500, stream('large', 'costs')), stream('large', name, 'cross'))
    return {
      'change-from-resources': heldOutR2(sweepQuestion(sweep, 'change', 'resources'))(null),
      'level-from-resources': heldOutR2(sweepQuestion(sweep, 'level', 'resources'))(null),
      'benchmark-from-resources': heldOutR2(crossQuestion(cross, 'resources'))(null),
    } as Record<string, number>
  }
  const shown = Object.fromEntries(Object.keys(worlds).map((name) => [name, truth(name)]))
  for (const { id, measure, tolerance, holdsIn, rivals } of claims.filter((claim) => claim.measure !== null)) {
    expect(tolerance.value).toBe(choices.line)
    const names = Object.keys(worlds)
    const holds = names.filter((name) => shown[name]![measure!]! >= tolerance.value!)
    expect([id, ...holdsIn].sort()).toEqual([id, ...holds].sort())
    expect([id, ...rivals].sort()).toEqual([id, ...names.filter((name) => !holds.includes(name))].sort())
  }
})

test('evidence gives the same result as the data', async () => {
  const { finished } = await verdictsIn('own-levels')
  const { result, evidence } = finished
  const replayed = await runExperiment(experiment, {
    choices: small,
    evidence: { tables: evidence, attrition: result.attrition, decisions: result.decisions },
  })
  expect(resultFiles(replayed)).toEqual(resultFiles(finished))
})

describe('the books', () => {
  const observe = (runs: AgentRuns) =>
    experiment.observe({ data: { runs }, uses: {}, choices, stream, progress: () => {} })
  const whole = planted('common-law')
  const change = (at: number, given: object): AgentRuns => ({
    ...whole,
    rows: whole.rows.map((row, i) => (i === at ? { ...row, ...given } : row)),
  })

  test('a score that was not published is missing, whether its row is there or not; a cost of 0 is excluded', async () => {
    const free = whole.rows.findIndex(({ source, metric }) => source === 'hal' && metric === 'cost')
    const runs = change(free, { y: 0 })
    const { attrition, tables } = await observe({
      ...runs,
      rows: runs.rows.map((row, i) => (i === 1 ? { ...row, y: null } : row)).filter((_, i) => i !== 7),
    })
    for (const ledger of attrition) checkLedger(ledger, experiment.id)
    expect(attrition[0]).toMatchObject({ planned: 30 * tasks, used: 30 * tasks - 2, missing: 2 })
    expect(attrition[1]).toMatchObject({ planned: 216, used: 215, missing: 0 })
    expect(attrition[1]!.excluded).toEqual([{ reason: expect.stringContaining('not reported'), n: 1 }])
    expect(tables.budgets).toHaveLength(30 * tasks - 2)
  })

  test('a figure that is given twice, and a score that is no share, are refused', async () => {
    await expect(observe({ ...whole, rows: [...whole.rows, whole.rows[0]!] })).rejects.toMatchObject({
      code: 'LB_DUPLICATE_ID',
    })
    await expect(observe(change(3, { y: 41 }))).rejects.toMatchObject({ code: 'LB_DOMAIN' })
    await expect(
      observe({ ...whole, rows: whole.rows.filter(({ source }) => source !== 'hal') }),
    ).rejects.toMatchObject({ code: 'LB_DANGLING' })
  })

  test('missing scores bound the measure from both sides, and the worse one is called so', async () => {
    const runs = {
      ...whole,
      rows: whole.rows.filter(({ source, model, x }) => source !== 'edgebench' || model !== 'model 1' || x! > 6),
    }
    const { measures } = await verdictsOf(runs)
    const { bounds } = measures.get('change-from-resources')!
    expect(bounds!.worst.value!).toBeLessThan(bounds!.best.value!)
  })
})
