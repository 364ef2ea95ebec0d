import { type AgentRow, pick, rateMissing } from '@lawbook/agent-runs'
import { fail } from '@lawbook/base'
import { againstOne, architectures, effortPairs, onSameInput, subagentPairs } from './pairs.ts'

type Rows = readonly AgentRow[]

const parallel = { source: 'general-agentbench', setting: 'parallel', axis: 'attempts' }
const sequential = { source: 'general-agentbench', setting: 'sequential' }
const kimi = { source: 'kimi-k2.5', benchmark: 'BrowseComp', metric: 'success' }

/**
 * The published rows of each sweep by its id, brought to one form: x is the resource, and what is not x (arms that name
 * it, categories of tasks) is out of the columns that tell curves apart. `gab-tokens` is made from the budgets later.
 */
export const rowsOf: Readonly<Record<string, (rows: Rows) => AgentRow[]>> = {
  edgebench: (rows) =>
    pick(rows, { source: 'edgebench', metric: 'score' })
      .filter(({ task }) => task !== null)
      .map((row) => ({ ...row, setting: null })),
  'swe-gym': (rows) => pick(rows, { source: 'swe-gym', metric: 'selected' }),
  'r2e-gym': (rows) => pick(rows, { source: 'r2e-gym', metric: 'selected' }),
  'gab-parallel': (rows) => pick(rows, { ...parallel, metric: 'self_pointwise' }),
  'gab-parallel-gpt5': (rows) => pick(rows, { ...parallel, metric: 'gpt5_pointwise' }),
  'swe-gym-coverage': (rows) => pick(rows, { source: 'swe-gym', metric: 'coverage' }),
  monkeys: (rows) => pick(rows, { source: 'monkeys', metric: 'coverage' }),
  'hal-effort': (rows) => effortPairs(pick(rows, { source: 'hal', metric: 'success' })),
  longmemeval: (rows) =>
    pick(rows, { source: 'context-rot', benchmark: 'LongMemEval' }).map((row) => ({ ...row, setting: null })),
  needle: (rows) => pick(rows, { source: 'context-rot', benchmark: 'low-similarity needle' }),
  'general-agentbench': (rows) => [
    ...pick(rows, { ...sequential, metric: 'success' }),
    ...judgeScores(pick(rows, { ...sequential, metric: ['judge_score', 'score'] })),
  ],
  'mcpbench-composite': (rows) => pick(rows, { ...sequential, metric: 'score' }),
  'kimi-k2.5': (rows) => managed(rows, 'context management'),
  'kimi-swarm': (rows) => managed(rows, 'agent swarm'),
  ...Object.fromEntries(
    ['gpt-oss-20B', 'gpt-oss-120B'].flatMap((model) =>
      ['BM25', 'Qwen3-Embed-8B'].map((retriever) => [`${model} ${retriever}`, ladder(model, retriever)]),
    ),
  ),
  'llm-teams pre-assigned': (rows) => pick(rows, { source: 'llm-teams', metric: 'success', agent: 'pre-assigned' }),
  'llm-teams self-organised': (rows) => pick(rows, { source: 'llm-teams', metric: 'success', agent: 'self-organised' }),
  cooperbench: (rows) =>
    pick(rows, { source: 'cooperbench', metric: 'success' }).map((row) => ({ ...row, setting: null })),
  'cooperbench-report': (rows) => againstOne(pick(rows, { source: 'cooperbench-report', metric: 'success' })),
  teambench: (rows) => team(rows, 'passed', 'oracle'),
  'teambench-score': (rows) => team(rows, 'score', 'oracle'),
  'teambench-restricted': (rows) => team(rows, 'passed', 'restricted'),
  'silo-bench': (rows) => onSameInput(pick(rows, { source: 'silo-bench', metric: 'success', model: 'GPT-OSS-120B' })),
  'kim-2025': (rows) => architectures(pick(rows, { source: 'kim-2025', metric: 'success', benchmark: null })),
  'cooperbench-sizes': (rows) => pick(rows, { source: 'cooperbench-sizes', metric: 'success' }),
  'openhands-subagents': (rows) =>
    subagentPairs(pick(rows, { source: 'openhands', agent: 'openhands against openhands_subagents' })),
}

/** Low, medium and high effort of one model: the effort is the last word of the model's name. */
function ladder(model: string, retriever: string) {
  return (rows: Rows): AgentRow[] =>
    pick(rows, {
      source: 'browsecomp-plus',
      metric: 'success',
      setting: retriever,
      model: ['low', 'medium', 'high'].map((effort) => `${model}-${effort}`),
    }).map((row) => ({ ...row, model }))
}

/** The judge's part of MCP-bench. Where the execution rate is missing it stands on a floor, so it has that note too. */
function judgeScores(rows: Rows): AgentRow[] {
  const key = ({ model, task, x }: AgentRow): string => `${model}/${task}/${x}`
  const unrated = new Set(rows.filter(({ note }) => note === rateMissing).map(key))
  return rows
    .filter(({ metric }) => metric === 'judge_score')
    .map((row) => (unrated.has(key(row)) ? { ...row, note: rateMissing } : row))
}

/** One model without (1) and with (2) what is added, for every model that has both. */
function managed(rows: Rows, added: string): AgentRow[] {
  const arms = pick(rows, { ...kimi, setting: ['none', added] })
  const pairs = arms.filter(
    ({ model }) => arms.filter((row) => row.model === model && row.setting !== null).length === 2,
  )
  if (pairs.length === 0) fail('LB_DANGLING', `no model has figures with and without ${added}; check the rows`)
  return pairs.map((row) => ({ ...row, setting: null, x: row.setting === 'none' ? 1 : 2 }))
}

/** One agent of a kind against the team of three, task by task. */
function team(rows: Rows, metric: string, alone: string): AgentRow[] {
  return pick(rows, { source: 'teambench', metric, agent: [alone, 'full'] }).map((row) => ({
    ...row,
    agent: null,
    x: row.agent === alone ? 1 : 3,
  }))
}
