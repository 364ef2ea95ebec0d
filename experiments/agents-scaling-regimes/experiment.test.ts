import { fileURLToPath } from 'node:url'
import { type AgentRuns, agentRuns } from '@lawbook/agent-runs'
import { LawbookError, streamsOf } from '@lawbook/base'
import { judge, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import type { Verdict } from '@lawbook/schemas'
import { describe, expect, test } from 'vitest'
import { choices } from './choices.ts'
import experiment from './experiment.ts'
import { budgetWorlds, effortWorlds, throughputWorlds } from './planted.ts'
import { runsWithBudgets, runsWithEffort, runsWithJudges, runsWithThroughput } from './plantedRuns.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const runs = await agentRuns.load()
const claims = (await loadRegistry(root)).claims.filter((claim) => claim.experiment === experiment.id)
const stream = streamsOf('test')
const few = { replicates: 2 }

async function found(planted: AgentRuns) {
  const { result } = await runExperiment(experiment, { data: { runs: planted }, choices: few })
  const measures = new Map(result.measures.map((measure) => [measure.id, measure]))
  const verdict = (slug: string): Verdict => {
    const claim = claims.find(({ id }) => id === `agent-summary/${slug}`)!
    return judge({ claim, measure: measures.get(claim.measure!), fidelity: 'full' }).verdict
  }
  return { verdict, measures }
}

describe('planted worlds go through the whole experiment to a verdict', () => {
  test.each([
    [0.08, 'consistent'],
    [0, 'inconclusive'],
    [-0.08, 'does-not-carry'],
  ] as const)('effort that adds %s', async (effect, verdict) => {
    const { verdict: of } = await found(runsWithEffort(runs, { effect }, stream('effort', effect)))
    expect(of('regime-single-step')).toBe(verdict)
  })

  test.each([
    [0.12, 'reproduced'],
    [0, 'inconclusive'],
    [-0.25, 'contradicted'],
  ] as const)('longer runs that add %s', async (effect, verdict) => {
    const { verdict: of } = await found(runsWithBudgets(runs, { effect }, choices, stream('budgets', effect)))
    expect(of('regime-sequential')).toBe(verdict)
  })

  test.each([
    [1, 'consistent'],
    [0, 'inconclusive'],
    [-1, 'does-not-carry'],
  ] as const)('throughput that goes as the number of agents to the power %s', async (exponent, verdict) => {
    const { verdict: of } = await found(runsWithThroughput(runs, exponent, stream('throughput', exponent)))
    expect(of('regime-parallel-throughput')).toBe(verdict)
  })

  test('a judge that knows the answer keeps all of the gain, one that picks blindly keeps nothing', async () => {
    for (const [kind, share] of [
      ['perfect', 100],
      ['blind', 0],
    ] as const) {
      const { measures } = await found(runsWithJudges(runs, kind))
      for (const id of ['kept-by-self-pointwise', 'kept-by-gpt5-pointwise'])
        expect(measures.get(id)?.value).toBeCloseTo(share, 9)
    }
  })
})

describe('the worlds', () => {
  test('show on average the effect that was planted, and the claims name those above zero as true', async () => {
    const { tables } = await runExperiment(experiment, { data: { runs }, choices: { replicates: 60 } })
    const truth: Record<string, number> = {
      ...Object.fromEntries(Object.entries(effortWorlds).map(([world, { effect }]) => [world, 100 * effect])),
      ...Object.fromEntries(Object.entries(budgetWorlds).map(([world, { effect }]) => [world, 100 * effect])),
      ...throughputWorlds,
    }
    for (const [world, expected] of Object.entries(truth)) {
      const own = tables.worlds!.filter((row) => row.world === world)
      const values = own.map(({ value }) => Number(value))
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const sd = Math.sqrt(
        values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1),
      )
      expect(Math.abs(mean - expected), world).toBeLessThan((3.5 * sd) / Math.sqrt(values.length))
      const claim = claims.find(({ measure }) => measure === own[0]!.measure)!
      expect([world, claim.holdsIn.includes(world), claim.rivals.includes(world)]).toEqual([
        world,
        expected > 0,
        expected <= 0,
      ])
    }
  })
})

describe('the published runs', () => {
  test('replayed from their evidence give the same files', async () => {
    const first = await runExperiment(experiment, { data: { runs }, choices: few })
    const { attrition, decisions } = first.result
    const evidence = { tables: first.evidence, attrition, decisions }
    const again = await runExperiment(experiment, { evidence, choices: few })
    expect(again.files).toEqual(first.files)
    expect(again.result).toEqual(first.result)
    expect(first.evidence.sources!.map(({ depth }) => depth)).not.toContain('secondary')
  })

  test('count what is missing, and the bounds hold the estimate', async () => {
    const { result } = await runExperiment(experiment, { data: { runs }, choices: few })
    const books = result.attrition.find(({ stage }) => stage.includes('first and the last budget'))!
    // On search 55 runs of one series without a record, and one of another; on MathHay 1, tau2-bench 2, MCP-bench 3.
    expect(books.missing).toBe(62)
    const { value, bounds } = result.measures.find(({ id }) => id === 'budget-gain')!
    expect(bounds!.worst.value!).toBeLessThan(value!)
    expect(bounds!.best.value!).toBeGreaterThan(value!)
  })

  test('without one of the sources are refused, and so is a system with the same effort twice', async () => {
    const without = { ...runs, rows: runs.rows.filter(({ source }) => source !== 'edgebench') }
    await expect(runExperiment(experiment, { data: { runs: without }, choices: few })).rejects.toThrow(LawbookError)
    const twice = { ...runs, rows: runs.rows.map((row) => (row.setting === 'low' ? { ...row, setting: 'high' } : row)) }
    const rows = [...twice.rows, ...runs.rows.filter(({ source, setting }) => source === 'hal' && setting === null)]
    await expect(runExperiment(experiment, { data: { runs: { ...runs, rows } }, choices: few })).rejects.toThrow(
      'two rows of the same effort',
    )
  })
})
