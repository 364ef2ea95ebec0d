import { readFile } from 'node:fs/promises'
import type { AgentRuns } from '@lawbook/agent-runs'
import { judge } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import { type ClaimsFile, checkLedger, type Verdict, validate } from '@lawbook/schemas'
import { describe, expect, test } from 'vitest'
import { cellsOf, cellsOfKind } from './cells.ts'
import { shareOf, teamsOf } from './exceed.ts'
import experiment from './experiment.ts'
import { cooperativeExponent, costExponent, jobsExponent } from './judged.ts'
import { truth } from './planted.ts'
import { plantedRuns } from './plantedRuns.ts'
import { curvesOf, slopeOf } from './series.ts'
import { costWorlds, sharedWorlds, speedWorlds } from './worlds.ts'

const choices = { nullDraws: 99, peakDraws: 20, replicates: 2, plantedDraws: 9 }
const run = (runs: AgentRuns) => runExperiment(experiment, { data: { runs }, choices })
type Finished = Awaited<ReturnType<typeof run>>

const { claims } = validate(
  'lawbook/claims@1',
  JSON.parse(await readFile(new URL('claims.json', import.meta.url), 'utf8')),
  'claims.json',
) as ClaimsFile

const measureOf = ({ result }: Finished, id: string) => result.measures.find((measure) => measure.id === id)!
const verdicts = (finished: Finished): Record<string, Verdict> =>
  Object.fromEntries(
    claims.map((claim) => [
      claim.id.split('/')[1]!,
      judge({ claim, measure: measureOf(finished, claim.measure!), fidelity: 'full' }).verdict,
    ]),
  )

const sizes = Float64Array.of(1, 2, 3, 4, 5)
const variation = { run: 0.3, exponent: 0.1 }
const plant = (name: string, speed: Parameters<typeof truth>[0], cost: Parameters<typeof truth>[0]) =>
  plantedRuns({ name, speed, cost, variation, runs: 5 })

describe('planted worlds, through the whole pipeline', () => {
  test('faster than linear, and dearer: all claims are agreed to', async () => {
    const finished = await run(plant('true', { exponent: 1.5 }, { exponent: 1.6 }))
    expect(verdicts(finished)).toEqual({
      'superlinear-cooperative': 'reproduced',
      'superlinear-independent-jobs': 'reproduced',
      'superlinear-cells': 'reproduced',
      'coordination-cost-superlinear': 'consistent',
    })
    expect(measureOf(finished, 'above-linear').value).toBeGreaterThan(0.8)
  })

  test('Amdahl with a fifth of the work parallel, and cheaper: all are denied', async () => {
    expect(verdicts(await run(plant('false', { share: 0.2 }, { exponent: 0.3 })))).toEqual({
      'superlinear-cooperative': 'contradicted',
      'superlinear-independent-jobs': 'contradicted',
      'superlinear-cells': 'contradicted',
      'coordination-cost-superlinear': 'does-not-carry',
    })
  })

  test('exactly linear: nothing is decided', async () => {
    expect(verdicts(await run(plant('edge', { exponent: 1 }, { exponent: 1 })))).toEqual({
      'superlinear-cooperative': 'inconclusive',
      'superlinear-independent-jobs': 'inconclusive',
      'superlinear-cells': 'inconclusive',
      'coordination-cost-superlinear': 'inconclusive',
    })
  })

  test('no speed-up at all: denied, half the teams are slower than one agent, and none beyond noise', async () => {
    const finished = await run(plant('null', 'none', 'none'))
    expect(Object.values(verdicts(finished))).toEqual([
      'contradicted',
      'contradicted',
      'contradicted',
      'does-not-carry',
    ])
    const row = finished.tables.shares!.find(
      ({ data, event, truth: if_ }) => data === 'LLM Teams' && event === 'slower' && if_ === 'one',
    )!
    expect(Math.abs(Number(row.share) - Number(row.by_noise))).toBeLessThan(0.15)
    expect(measureOf(finished, 'slower-beyond-noise').value).toBeLessThanOrEqual(1)
    expect(measureOf(finished, 'best-size').value).toBeNull()
  })
})

describe('the planted worlds of the table', () => {
  test('claims name worlds of the table, with the truth that the law has', async () => {
    const finished = await run(plant('true', { exponent: 1.5 }, { exponent: 1.6 }))
    for (const claim of claims) {
      const worlds = {
        'exponent-cooperative': { ...speedWorlds, ...sharedWorlds },
        'exponent-independent-jobs': speedWorlds,
        'superlinear-cells': { ...speedWorlds, ...sharedWorlds },
        'cost-exponent': costWorlds,
      }[claim.measure!]!
      const exponent = (world: string): number =>
        slopeOf({ sizes, logs: sizes.map((n) => Math.log(truth(worlds[world]!, n))) })
      for (const world of claim.holdsIn) expect(exponent(world), world).toBeGreaterThan(1)
      for (const world of claim.rivals) expect(exponent(world), world).toBeLessThan(1)
      const left = Object.keys(worlds).filter((world) => ![...claim.holdsIn, ...claim.rivals].includes(world))
      for (const world of left) expect(exponent(world), world).toBeCloseTo(1, 12)
      for (const world of Object.keys(worlds)) {
        const rows = finished.tables.worlds!.filter((row) => row.world === world && row.measure === claim.measure)
        expect(rows).toHaveLength(choices.replicates)
      }
    }
  })

  test('a large planted world has the exponent of its law', () => {
    for (const [name, growth] of Object.entries({ ...speedWorlds, ...costWorlds })) {
      const large = { name, speed: growth, cost: growth, variation: { run: 0.3, exponent: 0 }, runs: 200 }
      const { rows } = plantedRuns(large)
      const of = (source: string) => rows.filter((row) => row.source === source)
      const cells = cellsOf(of('llm-teams'))
      const jobs = curvesOf(of('subagent-throughput')).map((curve) => ({ ...curve, series: curve.model }))
      const exact = slopeOf({ sizes, logs: sizes.map((n) => Math.log(truth(growth, n))) })
      expect(Math.abs(cooperativeExponent(cells, experiment.choices)!.value - exact), name).toBeLessThan(0.03)
      const above = shareOf(teamsOf(cellsOfKind(cells, experiment.choices)), 'above-linear').value
      if (exact > 1) expect(above, name).toBeGreaterThan(0.9)
      if (exact < 1) expect(above, name).toBeLessThan(0.1)
      expect(Math.abs(costExponent(cells)!.value - exact), name).toBeLessThan(0.02)
      expect(Math.abs(jobsExponent(jobs)!.value - exact), name).toBeLessThan(0.05)
    }
  })
})

describe('books and evidence', () => {
  const whole = plant('books', { share: 0.9 }, { exponent: 1 })

  /** One cell without a success, one without a run, and one with half its runs failed. */
  const damaged: AgentRuns = {
    ...whole,
    rows: whole.rows.flatMap((row) => {
      const here = row.source === 'llm-teams' && row.benchmark === 'suite a' && row.model === 'model a'
      if (!here || row.agent !== 'pre-assigned' || row.setting !== 'p = 0.9') return [row]
      if (row.x === 2) return []
      if (row.x === 3) {
        // Failed runs have times and tokens of their own.
        const all = row.metric.endsWith('_all')
        return [all ? row : { ...row, y: row.metric === 'success' ? 0 : null, sd: null, note: 'no successful run' }]
      }
      if (row.x === 5 && /^log_.*_all$/.test(row.metric)) return [{ ...row, y: row.y! + 2 }]
      return [row.x === 5 && row.metric === 'success' ? { ...row, y: 0.5, n: 10 } : row]
    }),
  }

  test('cells that failed or are missing are in the books; failed runs count in the alternative', async () => {
    const finished = await run(damaged)
    for (const ledger of finished.result.attrition) checkLedger(ledger, 'test')
    const [cells, runs] = finished.result.attrition
    expect(cells).toMatchObject({ planned: 180, used: 178, failed: 1, missing: 1 })
    expect(runs).toMatchObject({ planned: 900, used: 890, failed: 10 })
    const main = measureOf(finished, 'exponent-cooperative')
    const [counted, retried] = main.alternatives!.filter(({ choice }) => choice === 'failed runs')
    expect(counted!.value).toBeLessThan(main.value! - 0.01)
    expect(retried!.value).toBeLessThan(counted!.value! - 0.01)
    const cost = measureOf(finished, 'cost-exponent')
    const [successful] = cost.alternatives!.filter(({ choice }) => choice === 'runs')
    expect(successful!.value).toBeLessThan(cost.value! - 0.01)
  })

  test('evidence read again gives the same bytes', async () => {
    const first = await run(damaged)
    const again = await runExperiment(experiment, {
      choices,
      evidence: { tables: first.evidence, attrition: first.result.attrition, decisions: 0 },
    })
    expect(again.files).toEqual(first.files)
    expect(again.result).toEqual(first.result)
  })

  test('data without a source, evidence without a table and unknown reference data are refused', async () => {
    const without = { ...whole, rows: whole.rows.filter(({ source }) => source !== 'llm-teams') }
    await expect(run(without)).rejects.toMatchObject({ code: 'LB_DANGLING' })
    const { evidence } = await run(whole)
    const replay = (tables: typeof evidence) =>
      runExperiment(experiment, { choices, evidence: { tables, attrition: [], decisions: 0 } })
    await expect(replay({ ...evidence, jobs: [] })).rejects.toMatchObject({ code: 'LB_DANGLING' })
    const other = evidence.reference!.map((row) => ({ ...row, benchmark: 'nobody knows' }))
    await expect(replay({ ...evidence, reference: other })).rejects.toMatchObject({ code: 'LB_DANGLING' })
  })

  test('times of single runs, where a reader has them, move the noise and nothing else', async () => {
    const single = whole.rows.filter(({ source, metric }) => source === 'llm-teams' && metric === 'log_wall_clock')
    const runLevel = single.flatMap((row) =>
      [-1, -1, -1, 1, 2].flatMap((step, k) => {
        const seconds = Math.exp(row.y! + (step * row.sd!) / Math.sqrt(2))
        const own = { ...row, task: `run ${k}`, n: 1, sd: null }
        return [
          { ...own, metric: 'success', y: 1 },
          { ...own, metric: 'wall_clock', y: seconds },
        ]
      }),
    )
    const [cellsOnly, runs] = [await run(whole), await run({ ...whole, runLevel })]
    expect(runs.evidence.times).toHaveLength(5 * single.length)
    const [byTimes, byCells] = [runs, cellsOnly].map(({ result }) =>
      // The limits of this one hold run noise.
      result.measures.map((each) => (each.id === 'superlinear-cells' ? each.value : each)),
    )
    expect(byTimes).toEqual(byCells)
    const noise = ({ tables }: Finished) =>
      tables.shares!.filter(({ data }) => data === 'LLM Teams').map(({ by_noise }) => by_noise)
    expect(noise(runs)).not.toEqual(noise(cellsOnly))
  })
})
