import { type AgentRow, pick } from '@lawbook/agent-runs'
import { type Agent, labelOf, listedFor, ofSpend } from './agent.ts'
import type { Reading } from './reading.ts'
import { type AgentSet, sets, singleAgent } from './sets.ts'

/** The share of what an agent spent that went into tasks it solved. */
export function usefulShareReadings(rows: readonly AgentRow[]): Reading[] {
  return sets.filter(({ source }) => source !== 'hal').map((set) => usefulShare(rows, set))
}

function usefulShare(rows: readonly AgentRow[], set: AgentSet): Reading {
  const { source, benchmark } = set
  const success = successBy(rows, set)
  const agentsOf = (some: readonly AgentRow[]): Agent[] => some.map((row) => ofSpend(row, listedFor(success, row)))
  const all = pick(rows, { source, benchmark, metric: 'useful_share' }).filter(({ y }) => y !== null)
  const judged = source === 'openhands' ? all.filter(({ agent }) => agent === singleAgent) : all
  const everybody = { choice: 'who counts', option: 'other harnesses and sub-agents as well', agents: agentsOf(all) }
  return {
    id: `useful-share-${set.id}`,
    kind: 'useful-share',
    name: set.name,
    title: `share of spend that ended in a solved task, ${set.name}`,
    method: 'dollars on solved tasks / dollars on all tasks; median over agents',
    agents: agentsOf(judged),
    variants: source === 'openhands' ? [everybody] : [],
    missing: source === 'openhands' ? missing() : null,
    alone: null,
    runs: { set: set.id, weight: 'spend' },
  }

  /** Tasks with an outcome whose cost was not reported: what they can do to the share at most. */
  function missing(): Reading['missing'] {
    const outcomes = new Map(pick(rows, { source, benchmark, metric: 'solved' }).map((row) => [labelOf(row), row.n!]))
    const reached = judged.map((row) => ({
      row,
      ends: withUncosted(row, listedFor(success, row), listedFor(outcomes, row)),
    }))
    const as = (end: 0 | 1) => agentsOf(reached.map(({ row, ends }) => ({ ...row, y: ends[end] })))
    return { worst: as(0), best: as(1) }
  }
}

/**
 * The least and the largest share of spend when the tasks without a cost are counted, at any cost from 0 to the mean of
 * the agent's others. Which of them were solved is not listed, but how many of all tasks were: of N tasks S were
 * solved, n have a cost, and of these some were solved if the share is above 0, and some were not if it is below 1.
 */
export function withUncosted({ y, n }: Pick<AgentRow, 'y' | 'n'>, success: number, tasks: number): [number, number] {
  const [share, costed, solved] = [y!, n!, Math.round(success * tasks)]
  const fewest = Math.max(0, solved - costed + (share < 1 ? 1 : 0))
  const most = Math.min(tasks - costed, solved - (share > 0 ? 1 : 0))
  const at = (k: number): number => (share * costed + k) / tasks
  return [Math.min(share, at(fewest)), Math.max(share, at(most))]
}

/** The share of tasks solved, by agent. */
export function successBy(rows: readonly AgentRow[], { source, benchmark, solved }: AgentSet): Map<string, number> {
  const found = pick(rows, { source, benchmark, metric: solved, axis: null })
  return new Map(found.map((row) => [labelOf(row), row.y!]))
}
