import { type AgentRow, type AgentRuns, figure, plantedSources } from '@lawbook/agent-runs'
import { pow, type StreamFactory } from '@lawbook/base'
import { type AgentSet, sets, singleAgent } from './sets.ts'

/** A world in which it is known what share of its spend each agent uses well. */
export type EfficiencyWorld = {
  /** The true share of spend on solved tasks of the i-th of n agents. */
  readonly share: (i: number, n: number) => number
  /** Every so many agents report a cost of 0 for every third task; 0: nobody does. */
  readonly silent: number
  /** Agents of HAL whose score is 0. */
  readonly failed: number
}

export const tasks = 150
export const agentsASet = 24

/**
 * Runs of single tasks and the figures that would be published of them, in the columns of the data set. An agent solves
 * a task with probability p; an unsolved task costs p (1 - u) / ((1 - p) u) times a solved one on average, so that u of
 * the spend is on solved tasks. Costs are lognormal.
 */
export function plantedRuns(world: EfficiencyWorld, stream: StreamFactory): AgentRuns {
  const planted = sets.map((set) => plantedSet(set, world, stream))
  const rows = [...planted.flatMap((set) => set.rows), ...repeatedRows(stream), ...turnRows()]
  return { rows, sources: plantedSources(rows), runLevel: planted.flatMap(({ runs }) => runs) }
}

type Run = { readonly solved: number; readonly cost: number }

function plantedSet(set: AgentSet, world: EfficiencyWorld, stream: StreamFactory) {
  const rows: AgentRow[] = []
  const runs: AgentRow[] = []
  const { source, benchmark } = set
  for (let i = 0; i < agentsASet; i++) {
    const agent = { source, benchmark, agent: singleAgent, model: `model ${i}` }
    const failed = source === 'hal' && i < world.failed
    const silent = source === 'openhands' && world.silent > 0 && i % world.silent === 0
    const own = runsOf(failed ? 0 : 0.3 + (0.4 * i) / agentsASet, world.share(i, agentsASet), silent, () =>
      stream('runs', set.id, i),
    )
    rows.push(...published(set, agent, own))
    if (source !== 'hal') runs.push(...single(set, agent, own))
  }
  return { rows, runs }
}

function runsOf(p: number, u: number, silent: boolean, start: () => ReturnType<StreamFactory>): Run[] {
  const draw = start()
  const dear = p === 0 ? 1 : (p * (1 - u)) / ((1 - p) * u)
  return Array.from({ length: tasks }, (_, t) => {
    const solved = draw.uniform() < p ? 1 : 0
    const cost = Math.exp(0.5 * draw.normal()) * (solved === 1 ? 1 : dear)
    return { solved, cost: silent && t % 3 === 0 ? 0 : cost }
  })
}

type Named = Pick<AgentRow, 'source' | 'benchmark' | 'agent' | 'model'>

function published({ source, solved, cost }: AgentSet, agent: Named, runs: readonly Run[]): AgentRow[] {
  const costed = runs.filter((run) => run.cost !== 0)
  const rows = [
    figure({ ...agent, metric: solved, y: mean(runs.map((run) => run.solved)), n: tasks }),
    figure({ ...agent, metric: cost, y: mean(costed.map((run) => run.cost)), n: costed.length }),
  ]
  if (source === 'hal') return rows
  const share = figure({ ...agent, metric: 'useful_share', ...usefulShare(costed) })
  // What is reported with costs of 0 differs in the count of tasks alone.
  const kept = costed.length === runs.length ? [] : [{ ...share, metric: 'useful_share_as_reported', n: tasks }]
  const listed = source === 'openhands' ? [{ ...rows[0]!, metric: 'success', n: null }] : []
  return [...rows, ...listed, share, ...kept]
}

function usefulShare(runs: readonly Run[]): Pick<AgentRow, 'y' | 'n' | 'sd'> {
  const average = mean(runs.map(({ cost }) => cost))
  const y = mean(runs.map(({ cost, solved }) => cost * solved)) / average
  const terms = runs.map(({ cost, solved }) => (cost * (solved - y)) / average)
  return { y, n: runs.length, sd: Math.sqrt(mean(terms.map((term) => term * term))) }
}

function single({ solved, cost }: AgentSet, agent: Named, runs: readonly Run[]): AgentRow[] {
  return runs.flatMap((run, t) => [
    figure({ ...agent, task: `task ${t}`, metric: solved, y: run.solved, n: 1 }),
    figure({ ...agent, task: `task ${t}`, metric: cost, y: run.cost === 0 ? null : run.cost, n: 1 }),
  ])
}

/** Agents that solve each task with a chance of its own: p^4 over p, published as tau2-bench and trials are. */
function repeatedRows(stream: StreamFactory): AgentRow[] {
  const listed = Array.from({ length: 12 }, (_, i) => {
    const named = {
      source: 'tau2-bench',
      benchmark: 'retail',
      setting: 'text',
      agent: `entry ${i}`,
      model: `model ${i}`,
    }
    const p = 0.5 + 0.03 * i
    return [1, 4].map((x) => figure({ ...named, axis: 'attempts', x, metric: 'all_pass', y: pow(p, x) }))
  })
  const trials = (source: string, agent: string | null, model: string | null, n: number): AgentRow[] => {
    const draw = stream('trials', source, agent ?? '')
    const counts = Array.from({ length: 80 }, () => {
      const p = draw.uniform()
      return Array.from({ length: n }, () => (draw.uniform() < p ? 1 : 0)).reduce((sum: number, won) => sum + won, 0)
    })
    return Array.from({ length: n + 1 }, (_, x) =>
      figure({ source, benchmark: 'b', agent, model, axis: 'solved', x, metric: 'tasks', y: times(counts, x), n }),
    )
  }
  const submissions = Array.from({ length: 8 }, (_, i) => trials('terminal-bench', `entry-${i}`, null, 5))
  return [...listed.flat(), ...submissions.flat(), ...trials('tau-bench', null, 'one', 4)]
}

function turnRows(): AgentRow[] {
  return [0.45, 0.2, 0.15, 0.1, 0.05].flatMap((y, i) => {
    const named = { source: 'kim-2025', agent: `team ${i}`, axis: 'agents', x: i + 1 }
    return [figure({ ...named, metric: 'success', y: 0.4 }), figure({ ...named, metric: 'efficiency', y })]
  })
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const times = (values: readonly number[], wanted: number): number => values.filter((value) => value === wanted).length
