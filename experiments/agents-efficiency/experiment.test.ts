import { fileURLToPath } from 'node:url'
import { type AgentRuns, agentRuns } from '@lawbook/agent-runs'
import { LawbookError, streamsOf } from '@lawbook/base'
import { judge, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import type { Measure, Row } from '@lawbook/schemas'
import { describe, expect, it } from 'vitest'
import { choices } from './choices.ts'
import experiment from './experiment.ts'
import { pricedSets } from './perDollar.ts'
import { agentsASet, type EfficiencyWorld, plantedRuns, tasks } from './planted.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const plain: EfficiencyWorld = { share: () => 0.5, silent: 0, failed: 0 }

async function runIn(world: Partial<EfficiencyWorld>) {
  const runs = plantedRuns({ ...plain, ...world }, streamsOf('planted'))
  const finished = await runExperiment(experiment, { data: { runs } })
  const measures = new Map<string, Measure>(finished.result.measures.map((measure) => [measure.id, measure]))
  const standings = (kind: string, who = 'all') =>
    finished.tables.readings!.filter((row) => row.kind === kind && row.who === who).map((row) => row.standing)
  return { ...finished, runs, measure: (id: string) => measures.get(id)!, standings }
}

describe('worlds in which the useful share of spend is known', () => {
  it('half for every agent: the readings of spend lie inside the band', async () => {
    const { standings, measure } = await runIn({})
    expect(standings('useful-share')).toEqual(new Array(4).fill('inside'))
    expect(measure('useful-share-swebench-mini-swe-agent').value).toBeGreaterThan(46)
    expect(measure('useful-share-swebench-mini-swe-agent').value).toBeLessThan(54)
  })

  it('a fifth: they lie outside', async () => {
    const { standings, measure } = await runIn({ share: () => 0.2 })
    expect(standings('useful-share')).toEqual(new Array(4).fill('outside'))
    expect(measure('useful-share-gaia-openhands').value).toBeLessThan(25)
  })

  it('anything from 5 to 95 %, no common efficiency: they stay open, and few agents are in the band', async () => {
    const { standings, tables } = await runIn({ share: (i, n) => 0.05 + (0.9 * ((7 * i) % n)) / (n - 1) })
    expect(standings('useful-share')).toEqual(new Array(4).fill('open'))
    for (const row of tables.readings!.filter(({ kind, who }) => kind === 'useful-share' && who === 'all'))
      expect(Number(row.inside)).toBeLessThan(0.4)
  })

  it('single runs, where there are any, give the same median with tasks drawn', async () => {
    const { measure } = await runIn({})
    for (const id of ['completion-gaia-openhands', 'useful-share-swebench-mini-swe-agent']) {
      const { value, alternatives } = measure(id)
      const drawn = alternatives!.find(({ choice }) => choice === 'what is drawn')!
      expect(drawn.value).toBeCloseTo(value!, 6)
      expect(drawn.i90![0]).toBeLessThan(value!)
      expect(drawn.i90![1]).toBeGreaterThan(value!)
    }
  })
})

describe('what is missing', () => {
  it('costs of 0 change solved tasks per dollar by the tasks that they add, and no share of spend', async () => {
    const { runs, measure, result } = await runIn({ silent: 2 })
    const { agents, withZeros } = pricedSets(runs.rows).find(({ set }) => set.id === 'gaia-openhands')!
    agents.forEach((agent, i) => {
      const factor = i % 2 === 0 ? 1.5 : 1
      expect(withZeros![i]!.value / agent.value).toBeCloseTo(factor, 12)
    })
    const spread = measure('per-dollar-spread-gaia-openhands')
    expect(spread.alternatives![0]!.value).not.toBeCloseTo(spread.value!, 3)
    const { value, bounds } = measure('useful-share-gaia-openhands')
    expect(bounds!.worst.value!).toBeLessThan(value! - 3)
    expect(bounds!.best.value!).toBeGreaterThan(value! + 3)
    // With single runs the outcomes of these tasks are known, and half of every agent's spend is useful.
    const filled = measure('useful-share-gaia-openhands').alternatives!.find(
      ({ choice }) => choice === 'tasks without a cost',
    )!
    expect(Math.abs(filled.value! - 50)).toBeLessThan(5)
    const costs = result.attrition.find(({ stage }) => stage === 'GAIA, OpenHands: costs of tasks with an outcome')!
    expect(costs.excluded[0]!.n).toBe((agentsASet / 2) * (tasks / 3))
  })

  it('scores of 0 are kept in one reading and left out in the other', async () => {
    const { measure, result } = await runIn({ failed: 6 })
    const { value, alternatives } = measure('completion-gaia-hal')
    const without = alternatives!.find(({ choice }) => choice === 'scores of exactly 0')!
    expect(without.value!).toBeGreaterThan(value! + 2)
    const solved = result.attrition.find(({ stage }) => stage.startsWith('GAIA, HAL: agents with a cost'))!
    expect([solved.used, solved.excluded[0]!.n]).toEqual([agentsASet - 6, 6])
    const none = (await runIn({})).measure('completion-gaia-hal').alternatives!
    expect(none.map(({ choice }) => choice)).toEqual(['which agents'])
  })

  it('a benchmark that is not there is an error and no empty reading', async () => {
    const whole = plantedRuns(plain, streamsOf('planted'))
    const without = { ...whole, rows: whole.rows.filter(({ benchmark }) => benchmark !== 'commit0') }
    await expect(runExperiment(experiment, { data: { runs: without } })).rejects.toThrow(LawbookError)
    await expect(runExperiment(experiment, { data: { runs: without } })).rejects.toThrow('commit0')
  })
})

describe('the published figures', () => {
  it('are replayed from evidence alone to the same bytes, and none of them is secondary', async () => {
    const first = await runExperiment(experiment)
    const { attrition, decisions } = first.result
    const evidence = { tables: first.evidence as Record<string, Row[]>, attrition, decisions }
    const nothing: AgentRuns = { rows: [], sources: [], runLevel: null }
    const again = await runExperiment(experiment, { evidence, data: { runs: nothing } })
    expect(again.files).toEqual(first.files)
    expect(again.result).toEqual(first.result)
    expect(first.evidence.sources!.map(({ depth }) => depth)).not.toContain('secondary')
    expect(first.files['evidence/published.csv']!.length).toBeLessThan(250_000)
  })

  it('list every number that the reading is the median of', async () => {
    const { rows } = await agentRuns.load()
    const { tables } = await runExperiment(experiment)
    const listed = rows.filter(({ source, metric }) => source === 'mini-swe-agent' && metric === 'useful_share')
    const drawn = tables.agents!.filter(({ reading }) => reading === 'useful-share-swebench-mini-swe-agent')
    expect(drawn.map(({ value }) => value)).toEqual(listed.map(({ y }) => y))
  })
})

it('the claim has no measure, whatever the numbers are', async () => {
  const { claims } = await loadRegistry(root)
  const claim = claims.find(({ id }) => id === 'agent-summary/efficiency-band')!
  expect(claim.experiment).toBe(experiment.id)
  expect([claim.number].flat().map((digits) => Number(digits) / 100)).toEqual(choices.band)
  const { verdict, why } = judge({ claim, measure: null, fidelity: 'full' })
  expect(verdict).toBe('not-testable')
  expect(why).toContain('reference')
})
