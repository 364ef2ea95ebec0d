import type { Row } from '@lawbook/schemas'
import type { AgentRow } from '../row.ts'
import { type Derivation, figure, number, numberOrNull, share, text } from './make.ts'

const agents = { axis: 'agents', unit: 'agents' }

/** Silo-Bench: 2 to 100 agents who each hold a part of an input that grows with them, and one agent on the same input. */
export const siloBench: Derivation = (read) =>
  read('silobench_agent_scaling.csv').flatMap((row) => {
    const level = text(row, 'level')
    const entry = {
      source: 'silo-bench',
      benchmark: 'Silo-Bench',
      setting: level === 'all' ? 'all' : `level ${level}`,
      model: text(row, 'model'),
    }
    if (row.n_agents === 1) {
      const alone = { ...entry, agent: 'single agent', axis: 'input scale', x: number(row, 'problem_scale_k') }
      const note = 'n is read off the shares, which are thirtieths'
      return [
        figure({ ...alone, unit: "agents' worth of input", metric: 'success', y: share(row.success_pct), n: 30, note }),
      ]
    }
    const team = { ...entry, ...agents, agent: 'team', x: number(row, 'n_agents') }
    const table = text(row, 'table') === 'single_vs_multi' ? 'table with the single agent' : null
    return [
      figure({ ...team, metric: 'success', y: share(row.success_pct), note: table }),
      ...(row.partial_pct === null ? [] : [figure({ ...team, metric: 'partial', y: share(row.partial_pct) })]),
      ...['tokens_per_round', 'message_density'].flatMap((metric) => {
        const y = numberOrNull(row, metric)
        return y === null ? [] : [figure({ ...team, metric, y })]
      }),
    ]
  })

/** CooperBench: one agent against two on pairs of features in one repository. */
export const cooperBench: Derivation = (read) =>
  read('cooperbench_settings.csv').flatMap((row) => {
    const entry = {
      source: text(row, 'source').startsWith('paper') ? 'cooperbench' : 'cooperbench-report',
      benchmark: 'CooperBench',
      setting: text(row, 'setting'),
      model: text(row, 'model'),
      ...agents,
      x: number(row, 'n_agents'),
    }
    const n = number(row, 'n_pairs')
    const seconds = numberOrNull(row, 'median_task_seconds')
    return [
      figure({ ...entry, metric: 'success', y: number(row, 'passed') / n, n }),
      ...(seconds === null ? [] : [figure({ ...entry, metric: 'median_seconds', y: seconds })]),
    ]
  })

/** TeamBench: each model on each task as one agent with full access, one with limited access, and a team. */
export const teamBench: Derivation = (read) =>
  read('teambench_crossmodel.csv')
    .filter((row) => ['oracle', 'restricted', 'full'].includes(text(row, 'condition')))
    .flatMap((row) => {
      const run = {
        source: 'teambench',
        benchmark: 'TeamBench',
        agent: text(row, 'condition'),
        model: text(row, 'model'),
        task: text(row, 'task_id'),
        n: 1,
      }
      const failed = row.error !== null
      const value = (column: string) => {
        const y = failed ? null : numberOrNull(row, column)
        return { y, note: failed ? 'the run ended with an error' : y === null ? 'not reported' : null }
      }
      return [
        figure({ ...run, metric: 'score', ...value('partial_score') }),
        figure({ ...run, metric: 'passed', ...value('passed') }),
        figure({ ...run, metric: 'elapsed', ...value('elapsed_s') }),
      ]
    })

/** Independent jobs behind one gateway: speed-up against concurrency, and the quality a judge sees. */
export const subagentThroughput: Derivation = (read) =>
  read('subagent_throughput.csv').map((row) => {
    const speed = row.kind === 'throughput_speedup'
    return figure({
      source: 'subagent-throughput',
      benchmark: 'independent jobs',
      ...agents,
      x: number(row, 'n_agents'),
      y: number(row, 'value'),
      n: 3,
      ...(speed
        ? { model: text(row, 'series'), metric: 'speed_up' }
        : { setting: text(row, 'series'), metric: 'judge_quality' }),
      note: 'means of three repetitions; the spread between them is not reported',
    })
  })

const sweeps: Record<string, string> = {
  CooperBench: 'cooperbench-sizes',
  CAID: 'caid',
  'Dochkina 2026': 'dochkina',
  Agensh: 'agensh',
  AgentsNet: 'agentsnet',
  'Kimi K2.5': 'kimi-k2.5',
  MacNet: 'macnet-sizes',
  'Kim et al. v1 Fig. 5': 'kim-2025-sizes',
  'Agent-scaling via diversity': 'diversity',
  SIMAS: 'simas',
  'Ringelmann effect': 'ringelmann',
  'Agent Forest robustness': 'agent-forest',
  'More Agents Is All You Need': 'more-agents',
}

/**
 * Published points over team sizes that have no table of their own. A size that is a range or a word stands in the note.
 * Kimi's BrowseComp rows and Silo-Bench's are in their own tables.
 */
export const sizeSweeps: Derivation = (read) =>
  read('agent_count_sweeps.csv').flatMap((row) => {
    const source = sweeps[text(row, 'source')]
    if (source === undefined || (source === 'kimi-k2.5' && row.task === 'BrowseComp')) return []
    return [sweepPoint(row, source)]
  })

function sweepPoint(row: Row, source: string): AgentRow {
  const size = row.n_agents
  const value = numberOrNull(row, 'value')
  const [, name, percent] = /^(.*?)(_pct)?$/.exec(text(row, 'metric'))!
  const notes = [typeof size === 'number' ? '' : `size: ${size}`, (row.note as string | null) ?? '']
  return figure({
    source,
    benchmark: text(row, 'task'),
    setting: text(row, 'task_kind'),
    ...agents,
    x: typeof size === 'number' ? size : null,
    metric: name!,
    y: percent === undefined ? value : share(value),
    n: source === 'cooperbench-sizes' ? 46 : null,
    note: notes.filter((part) => part !== '').join('; ') || (value === null ? 'no number printed' : null),
  })
}
