import { fileURLToPath } from 'node:url'
import { figure, rateMissing } from '@lawbook/agent-runs'
import { streamsOf } from '@lawbook/base'
import { judge, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import { checkLedger, type Measure } from '@lawbook/schemas'
import { describe, expect, test } from 'vitest'
import { type AxisId, axisNames, sweeps, unitsBy } from './axes.ts'
import { choices } from './choices.ts'
import experiment from './experiment.ts'
import { observedFrom } from './observed.ts'
import { lawsOf, plantWorld, worlds } from './planted.ts'
import { plantedRuns } from './plantedRuns.ts'
import { seriesOf } from './read.ts'
import type { TaskSeries } from './series.ts'
import { rowsOf } from './sources.ts'
import { partsOf } from './units.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const few = { replicates: 2 }

const finish = (change: number, unrecorded = false) =>
  runExperiment(experiment, { data: { runs: plantedRuns({ change, unrecorded }) }, choices: few })

async function verdictsOf(measures: readonly Measure[]): Promise<Record<string, string>> {
  const { claims } = await loadRegistry(root)
  const own = claims.filter((claim) => claim.experiment === experiment.id)
  return Object.fromEntries(
    own.map((claim) => [
      claim.id.replace('agent-summary/axis-', ''),
      judge({ claim, measure: measures.find(({ id }) => id === claim.measure), fidelity: 'full' }).verdict,
    ]),
  )
}

const everyAxis = (verdict: string) => ({
  'inference-compute': verdict,
  'context-raw': verdict,
  'context-managed': verdict,
  'tool-depth': verdict,
  'agent-count': verdict,
})

describe('planted runs through the whole experiment', () => {
  test('where success rises along every sweep, every claim is agreed to', async () => {
    const { result } = await finish(0.3)
    expect(await verdictsOf(result.measures)).toEqual(everyAxis('reproduced'))
    for (const ledger of result.attrition) checkLedger(ledger, 'test')
  })

  test('where it falls, every claim is denied', async () => {
    const { result } = await finish(-0.3)
    expect(await verdictsOf(result.measures)).toEqual(everyAxis('contradicted'))
  })

  test('where it is flat, nothing is decided', async () => {
    const { result } = await finish(0)
    expect(await verdictsOf(result.measures)).toEqual(everyAxis('inconclusive'))
  })

  test('late runs without record, published as failures, make a fall that is not there', async () => {
    const { result, tables } = await finish(0, true)
    expect((await verdictsOf(result.measures))['context-raw']).toBe('inconclusive')
    const measure = (id: string) => result.measures.find((one) => one.id === id)!
    const axis = measure('raw-context-slope')
    const published = axis.alternatives!.find(({ option }) => option.startsWith('as published, the judge'))!
    expect(published.value!).toBeLessThan(axis.value! - 2)
    expect(measure('search-step-published').i995![1]).toBeLessThan(0)
    expect(measure('search-step-recorded').i90![1]).toBeGreaterThan(0)
    // All missing ones failed, or succeeded: the truth is between.
    expect(axis.bounds!.worst.value!).toBeLessThan(axis.value!)
    expect(axis.bounds!.best.value!).toBeGreaterThan(axis.value!)
    const tests = (reading: string) =>
      tables.tests!.find((row) => row.benchmark === 'search' && row.model === 'Qwen3-235B' && row.reading === reading)!
    expect(tests('as-published').holm).toBeLessThan(0.05)
    expect(tests('recorded').holm).toBeGreaterThan(0.05)
    const ledger = result.attrition.find(({ stage }) => stage.includes('/search/sequential/Qwen3-235B'))!
    expect(ledger.missing).toBe(80)
    expect(ledger.excluded).toEqual([{ reason: 'another prompt than at the other budgets', n: 200 }])
    expect(ledger.used).toBe(120 * 5 + 80 * 4)
  })
})

test('replaying the evidence gives the same bytes', async () => {
  const first = await finish(0.1, true)
  const { attrition, decisions } = first.result
  const again = await runExperiment(experiment, {
    evidence: { tables: first.evidence, attrition, decisions },
    choices: few,
  })
  expect(again.files).toEqual(first.files)
  expect(again.result).toEqual(first.result)
})

describe('input that is wrong', () => {
  const runs = plantedRuns({ change: 0, unrecorded: false })
  const run = (rows: typeof runs.rows) => runExperiment(experiment, { data: { runs: { ...runs, rows } }, choices: few })

  test('a share above one, no place, two figures in one place, a source read in secondary form, a source that is gone', async () => {
    const at = runs.rows.findIndex(({ source }) => source === 'swe-gym')
    const changed = (change: object) => runs.rows.map((row, i) => (i === at ? { ...row, ...change } : row))
    await expect(run(changed({ y: 20.6 }))).rejects.toMatchObject({ code: 'LB_DOMAIN' })
    await expect(run(changed({ x: 0 }))).rejects.toMatchObject({ code: 'LB_DOMAIN' })
    await expect(run(changed({ x: 2 }))).rejects.toMatchObject({ code: 'LB_DUPLICATE_ID' })
    const sources = runs.sources.map((one) => (one.id === 'r2e-gym' ? { ...one, depth: 'secondary' as const } : one))
    await expect(runExperiment(experiment, { data: { runs: { ...runs, sources } } })).rejects.toMatchObject({
      code: 'LB_DOMAIN',
    })
    await expect(run(runs.rows.filter(({ source }) => source !== 'edgebench'))).rejects.toMatchObject({
      code: 'LB_DANGLING',
    })
  })
})

describe('planted worlds', () => {
  test('the claims name worlds in which they are true, and false', async () => {
    const { evidence } = await finish(0.2)
    const observed = observedFrom(evidence)
    const laws = lawsOf(observed)
    const draws = 100
    const slopes = new Map<string, number[]>()
    for (const [world, planted] of Object.entries(worlds).filter(([, { unrecorded }]) => !unrecorded))
      for (let i = 0; i < draws; i++) {
        const found = plantWorld(observed, laws, planted, choices, streamsOf('truth')(world, i))
        for (const axis of Object.keys(axisNames) as AxisId[]) {
          const parts = partsOf(axis, found, unitsBy[axis][0]!)
          const mean = parts.reduce((sum, { contrast }) => sum + contrast.value, 0) / parts.length
          slopes.set(`${world} ${axis}`, [...(slopes.get(`${world} ${axis}`) ?? []), mean])
        }
      }
    for (const axis of Object.keys(axisNames) as AxisId[]) {
      const of = (world: string) => {
        const values = slopes.get(`${world} ${axis}`)!
        const mean = values.reduce((sum, value) => sum + value, 0) / draws
        const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
        return { mean, se: Math.sqrt(squares / (draws - 1) / draws) }
      }
      expect(of('all-rise').mean, axis).toBeGreaterThan(5 * of('all-rise').se)
      expect(of('falls').mean, axis).toBeLessThan(-5 * of('falls').se)
      for (const world of ['flat', 'mixed'])
        expect(Math.abs(of(world).mean), `${world} ${axis}`).toBeLessThan(4 * of(world).se)
    }
  })

  test('the claims name these worlds, and no other', async () => {
    const { claims } = await loadRegistry(root)
    const own = claims.filter((claim) => claim.experiment === experiment.id)
    expect(own).toHaveLength(5)
    for (const { rivals, holdsIn } of own) {
      expect(rivals).toEqual(['falls', 'flat', 'mixed'])
      expect(holdsIn).toEqual(['all-rise'])
      for (const world of [...rivals, ...holdsIn]) expect(worlds[world]).toBeDefined()
    }
  })
})

test('every sweep of the table has a reason, and rows or a making of its own', () => {
  for (const { id, why } of sweeps) {
    expect(why.length).toBeGreaterThan(10)
    expect(id in rowsOf || id === 'gab-tokens').toBe(true)
  }
})

test('a judge score is marked where the execution rate of its run is missing, and then is no recorded one', () => {
  const own = { source: 'general-agentbench', setting: 'sequential', benchmark: 'mcpbench', model: 'Qwen3-Next', x: 80 }
  const rows = [
    ...plantedRuns({ change: 0, unrecorded: false }).rows,
    figure({ ...own, task: 'a', metric: 'score', y: 0.4, note: rateMissing }),
    figure({ ...own, task: 'a', metric: 'judge_score', y: 0.1 }),
    figure({ ...own, task: 'b', metric: 'score', y: 0.7 }),
    figure({ ...own, task: 'b', metric: 'judge_score', y: 0.3 }),
  ]
  const [series] = seriesOf('general-agentbench', rowsOf['general-agentbench']!(rows), false).filter(
    ({ about }) => about.model === 'Qwen3-Next',
  ) as TaskSeries[]
  expect(series!.tasks.map(({ id, marks }) => [id, ...marks])).toEqual([
    ['a', 'e'],
    ['b', '.'],
  ])
})
