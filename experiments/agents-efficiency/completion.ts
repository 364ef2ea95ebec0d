import { type AgentRow, pick } from '@lawbook/agent-runs'
import { type Agent, ofTasks } from './agent.ts'
import type { Reading, Variant } from './reading.ts'
import { type AgentSet, sets, singleAgent } from './sets.ts'

/** The share of tasks that an agent solves, on the benchmarks that the summary names and one more. */
export function completionReadings(rows: readonly AgentRow[]): Reading[] {
  return sets.filter(({ source }) => source !== 'mini-swe-agent').map((set) => completion(rows, set))
}

function completion(rows: readonly AgentRow[], set: AgentSet): Reading {
  const { source, benchmark, solved } = set
  const all = pick(rows, { source, benchmark, metric: solved })
  const judged = source === 'openhands' ? all.filter(({ agent }) => agent === singleAgent) : all
  return {
    id: `completion-${set.id}`,
    kind: 'completion',
    name: set.name,
    title: `share of tasks completed, ${set.name}`,
    method: 'tasks solved / tasks with an outcome; median over agents',
    agents: judged.map(withOutcome),
    variants: source === 'hal' ? withoutZeros(judged) : otherOpenHands(rows, all, set),
    missing: source === 'hal' ? null : missing(judged, Math.max(...all.map(({ n }) => n!))),
    alone: null,
    runs: source === 'openhands' ? { set: set.id, weight: 'tasks' } : null,
  }
}

const withOutcome = (row: AgentRow): Agent => ofTasks(row, row.y!, row.n)

function withoutZeros(judged: readonly AgentRow[]): Variant[] {
  const kept = judged.filter(({ y }) => y !== 0)
  if (kept.length === judged.length) return []
  return [{ choice: 'scores of exactly 0', option: 'left out', agents: kept.map(withOutcome) }]
}

function otherOpenHands(rows: readonly AgentRow[], all: readonly AgentRow[], { benchmark }: AgentSet): Variant[] {
  const listed = pick(rows, { source: 'openhands', benchmark, metric: 'success', agent: singleAgent })
  return [
    { choice: 'outcomes', option: 'as the leaderboard lists them', agents: listed.map(withOutcome) },
    { choice: 'who counts', option: 'other harnesses and sub-agents as well', agents: all.map(withOutcome) },
  ]
}

/** Every agent on as many tasks as the one with the most outcomes: those it lacks failed, or solved. */
function missing(judged: readonly AgentRow[], tasks: number): Reading['missing'] {
  if (judged.every(({ n }) => n === tasks)) return null
  const filled = (solved: 0 | 1) =>
    judged.map((row) => ofTasks(row, (row.y! * row.n! + solved * (tasks - row.n!)) / tasks, tasks))
  return { worst: filled(0), best: filled(1) }
}
