import { csvToTable } from '@lawbook/schemas'
import { describe, expect, it } from 'vitest'
import { noRecord, rateMissing } from '../artefacts.ts'
import type { AgentRow } from '../row.ts'
import { gabParallel } from './gabParallel.ts'
import { gabSequential } from './gabSequential.ts'
import { deriveRuns } from './index.ts'
import { llmTeams } from './llmTeams.ts'
import { spread, tally, usefulShare } from './make.ts'
import { openHands } from './openHands.ts'

const reading = (files: Record<string, string>) => (file: string) => csvToTable(files[file] ?? 'none\n', file)
const cells = (rows: readonly AgentRow[]) =>
  rows.map(({ task, x, metric, y, n, note }) => [task, x, metric, y, n, note])

const teams = `mode,model,task_type,p_true,n_agents,rep,success,wall_clock_s,rounds,concurrent_writes,claims_blocked,input_tokens,output_tokens
decentralized,m,svgutils,0.9,2,0,1,100,9,0,0,1000,100
decentralized,m,svgutils,0.9,2,1,0,900,60,0,0,9000,900
decentralized,m,svgutils,0.9,2,2,1,400,9,0,0,2000,200
decentralized,m,svgutils,0.9,3,0,0,500,60,0,0,5000,500
`
const steps = 'model,instance_id,resolved,cost_usd,api_calls\nm,a,1,0.5,10\n'
const hands = `agent,model,benchmark,instance_id,resolved,cost_usd
openhands,m,gaia,a,1,2
openhands,m,gaia,b,0,1
openhands,m,gaia,c,1,0
openhands,m,gaia,d,,3
openhands_subagents,m,gaia,a,0,4
openhands_subagents,m,gaia,b,1,4
`

describe('means, tallies and useful shares', () => {
  it('are those of a few numbers worked out by hand', () => {
    expect(spread([1, 2, 6])).toEqual({ y: 3, n: 3, sd: Math.sqrt(7) })
    expect(spread([5])).toEqual({ y: 5, n: 1, sd: null })
    expect(spread([])).toEqual({ y: null, n: 0, sd: null })
    expect(tally([2, 0, 2])).toEqual([
      [0, 1],
      [2, 2],
    ])
    // U = 2 / 3; terms (c r - U c) / 1.5: (2 - 4/3) / 1.5 and (0 - 2/3) / 1.5
    const { y, n, sd } = usefulShare([
      { cost: 2, solved: 1 },
      { cost: 1, solved: 0 },
    ])
    expect([y, n]).toEqual([2 / 3, 2])
    expect(sd).toBeCloseTo(Math.sqrt(2) * (4 / 9), 12)
    expect(usefulShare([{ cost: 0, solved: 1 }]).y).toBeNull()
  })
})

describe('LLM teams', () => {
  const rows = llmTeams(reading({ 'llm_teams_runs.csv': teams }))
  const at = (x: number, metric: string) => rows.find((row) => row.x === x && row.metric === metric)!

  it('are timed over successful runs, and over all where the metric says so', () => {
    expect(at(2, 'success')).toMatchObject({ y: 2 / 3, n: 3, setting: 'p = 0.9', agent: 'self-organised' })
    expect(at(2, 'wall_clock')).toMatchObject({ y: 250, n: 2 })
    expect(at(2, 'log_wall_clock').y).toBeCloseTo(Math.log(200), 12)
    expect(at(2, 'tokens_all')).toMatchObject({ y: (1100 + 9900 + 2200) / 3, n: 3 })
  })

  it('say why a cell without a successful run has no time', () => {
    expect(at(3, 'wall_clock')).toMatchObject({ y: null, n: 0, note: 'no successful run' })
    expect(at(3, 'log_wall_clock_all').n).toBe(1)
  })
})

describe('OpenHands', () => {
  const rows = openHands(reading({ 'openhands_instances.csv': hands, 'openhands_index.csv': 'agent\n' }))
  const at = (agent: string, metric: string) => rows.find((row) => row.agent === agent && row.metric === metric)!

  it('takes a cost of 0 as one that was not reported, and keeps the other reading', () => {
    expect(at('openhands', 'solved')).toMatchObject({ y: 2 / 3, n: 3 })
    expect(at('openhands', 'useful_share')).toMatchObject({ y: 2 / 3, n: 2 })
    expect(at('openhands', 'useful_share_as_reported')).toMatchObject({ n: 3, note: '1 tasks with a cost of 0 kept' })
    expect(at('openhands', 'spend')).toMatchObject({ y: 2, n: 3 })
  })

  it('sets a model against itself with sub-agents on the tasks of both', () => {
    const pair = rows.filter((row) => row.agent === 'openhands against openhands_subagents')
    expect(Object.fromEntries(pair.map(({ metric, y }) => [metric, y]))).toEqual({
      both_solved: 0,
      only_single: 1,
      only_subagents: 1,
      neither_solved: 0,
    })
  })
})

describe('General AgentBench', () => {
  const header =
    'model,benchmark,task_id,context_budget_k,score,turns,total_tokens,max_context_tokens,mcp_judge_score,mcp_exec_rate_missing\n'

  it('groups tasks with the same outcomes, and keeps lost runs and missing runs apart', () => {
    const csv = `${header}m,search,a,64,0,1,10,60,,\nm,search,a,128,1,1,20,90,,\nm,search,b,64,0,1,10,60,,\nm,search,b,128,1,1,20,90,,
m,search,c,64,0,1,10,60,,\nm,search,c,128,0,1,20,,,\nm,search,d,64,1,1,10,60,,\n`
    const rows = gabSequential(reading({ 'gab_sequential_budget.csv': csv }))
    expect(cells(rows.filter(({ metric }) => metric === 'success'))).toEqual([
      ['g1', 64, 'success', 0, 2, null],
      ['g1', 128, 'success', 1, 2, null],
      ['g2', 64, 'success', 0, 1, null],
      ['g2', 128, 'success', 0, 1, noRecord],
      ['g3', 64, 'success', 1, 1, null],
      ['g3', 128, 'success', null, 1, 'no run'],
    ])
    expect(cells(rows.filter(({ metric }) => metric === 'tokens'))).toEqual([
      [null, 64, 'tokens', 10, 4, null],
      [null, 128, 'tokens', 20, 2, null],
    ])
  })

  it('marks composites without an execution rate', () => {
    const csv = `${header}m,mcpbench,a,64,0.4,1,10,,0.5,0\nm,mcpbench,a,80,0.2,1,10,,0.4,1\n`
    const rows = gabSequential(reading({ 'gab_sequential_budget.csv': csv }))
    expect(rows.filter(({ metric }) => metric === 'score').map(({ note }) => note)).toEqual([null, rateMissing])
  })

  it('credits a judge with the mean of what it accepts, and of all where it accepts nothing', () => {
    const pass = (task: string, scores: string, accepted: string) =>
      [...scores].map((score, i) => `m,search,${task},${i + 1},${score},${accepted[i]},Unknown`).join('\n')
    const csv = `model,benchmark,task_id,pass,score,self_judged_correct,gpt5_judged_correct\n${pass('a', '1100', '1010')}\n${pass('b', '1000', '0000')}\n`
    const rows = gabParallel(reading({ 'gab_parallel_passes.csv': csv, 'gab_parallel_summary.csv': 'k\n' }))
    expect(cells(rows)).toEqual([
      [null, 1, 'tasks', 1, 4, null],
      [null, 2, 'tasks', 1, 4, null],
      [null, 1, 'self_pointwise', 0.25, 1, null],
      [null, 2, 'self_pointwise', 0.5, 1, null],
      [null, 1, 'gpt5_pointwise', 0.25, 1, null],
      [null, 2, 'gpt5_pointwise', 0.5, 1, null],
    ])
  })
})

describe('single runs', () => {
  it('are one row a run and metric, and a cost of 0 is missing', () => {
    const rows = deriveRuns({
      'llm_teams_runs.csv': teams,
      'swebench_bashonly_instances.csv': steps,
      'openhands_instances.csv': hands,
    })
    const count = (source: string) => rows.filter((row) => row.source === source).length
    expect([count('llm-teams'), count('mini-swe-agent'), count('openhands')]).toEqual([12, 3, 12])
    const free = rows.find(({ task, metric, agent }) => task === 'c' && metric === 'spend' && agent === 'openhands')
    expect(free).toMatchObject({ y: null, note: 'not reported' })
  })
})
