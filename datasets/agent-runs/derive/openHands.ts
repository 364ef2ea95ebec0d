import type { Row } from '@lawbook/schemas'
import type { AgentRow } from '../row.ts'
import {
  type Derivation,
  distinct,
  figure,
  groupBy,
  number,
  numberOrNull,
  share,
  spread,
  tally,
  text,
  usefulShare,
} from './make.ts'

const source = 'openhands'
const single = 'openhands'
const team = 'openhands_subagents'

/**
 * OpenHands index: the leaderboard, and from single tasks the totals of each agent, how many models solve each task, and
 * the same model alone against with sub-agents.
 */
export const openHands: Derivation = (read) => {
  const instances = read('openhands_instances.csv')
  return [
    ...read('openhands_index.csv').flatMap(leaderboard),
    ...[...groupBy(instances, 'agent', 'model', 'benchmark').values()].flatMap(totals),
    ...distinct(instances.map((row) => text(row, 'benchmark'))).flatMap((benchmark) => {
      const rows = instances.filter((row) => row.benchmark === benchmark && row.resolved !== null)
      return [...solvedBy(rows, benchmark), ...againstTeam(rows, benchmark)]
    }),
  ]
}

/** One row a run: whether the task was solved, and what it cost. */
export const openHandsRuns: Derivation = (read) =>
  read('openhands_instances.csv').flatMap((row) => {
    const run = { source, benchmark: text(row, 'benchmark'), agent: text(row, 'agent'), model: text(row, 'model') }
    const cell = { ...run, task: text(row, 'instance_id'), n: 1 }
    const note = 'not reported'
    const solved = numberOrNull(row, 'resolved')
    const cost = row.cost_usd === 0 ? null : numberOrNull(row, 'cost_usd')
    return [
      figure({ ...cell, metric: 'solved', y: solved, note: solved === null ? note : null }),
      figure({ ...cell, metric: 'spend', y: cost, note: cost === null ? note : null }),
    ]
  })

function leaderboard(row: Row): AgentRow[] {
  const entry = { source, benchmark: text(row, 'benchmark'), agent: text(row, 'agent'), model: text(row, 'model') }
  return [
    figure({ ...entry, metric: 'success', y: share(row.score) }),
    figure({
      ...entry,
      metric: 'cost',
      y: numberOrNull(row, 'cost_per_instance_usd'),
      note: absent(row, 'cost_per_instance_usd'),
    }),
    figure({ ...entry, metric: 'runtime', y: numberOrNull(row, 'avg_runtime_s'), note: absent(row, 'avg_runtime_s') }),
  ]
}

const absent = (row: Row, column: string) => (row[column] === null ? 'not reported' : null)

/**
 * The totals of an agent. A cost of 0 is one that was not reported: solved tasks have it, and agents whose every task
 * "costs" 0 have a price on the leaderboard. The useful share with such tasks as reported stands beside.
 */
function totals(runs: readonly Row[]): AgentRow[] {
  const entry = {
    source,
    benchmark: text(runs[0]!, 'benchmark'),
    agent: text(runs[0]!, 'agent'),
    model: text(runs[0]!, 'model'),
  }
  const withOutcome = runs.filter((row) => row.resolved !== null)
  const withCost = (some: readonly Row[]) => some.filter((row) => row.cost_usd !== null && row.cost_usd !== 0)
  const asReported = withOutcome.filter((row) => row.cost_usd !== null)
  const both = withCost(withOutcome)
  const lost = (kept: readonly unknown[], what: string) =>
    kept.length === runs.length ? null : `${runs.length - kept.length} of ${runs.length} tasks without ${what} left out`
  const costs = withCost(runs)
  return [
    figure({
      ...entry,
      metric: 'solved',
      ...spread(withOutcome.map((row) => number(row, 'resolved'))),
      sd: null,
      note: lost(withOutcome, 'an outcome'),
    }),
    figure({
      ...entry,
      metric: 'spend',
      ...spread(costs.map((row) => number(row, 'cost_usd'))),
      note: lost(costs, 'a cost'),
    }),
    figure({
      ...entry,
      metric: 'useful_share',
      ...usefulShare(both.map(costAndOutcome)),
      note: lost(both, 'an outcome and a cost'),
    }),
    ...(asReported.length === both.length
      ? []
      : [
          figure({
            ...entry,
            metric: 'useful_share_as_reported',
            ...usefulShare(asReported.map(costAndOutcome)),
            note: `${asReported.length - both.length} tasks with a cost of 0 kept`,
          }),
        ]),
  ]
}

const costAndOutcome = (row: Row) => ({ cost: number(row, 'cost_usd'), solved: number(row, 'resolved') })

/** How many tasks are solved by exactly x of the models, over the tasks that every model has an outcome for. */
function solvedBy(rows: readonly Row[], benchmark: string): AgentRow[] {
  const alone = rows.filter((row) => row.agent === single)
  const models = distinct(alone.map((row) => text(row, 'model'))).length
  const tasks = [...groupBy(alone, 'instance_id').values()].filter((task) => task.length === models)
  return tally(tasks.map((task) => task.reduce((sum, row) => sum + number(row, 'resolved'), 0))).map(([x, y]) =>
    figure({
      source,
      benchmark,
      agent: single,
      axis: 'models',
      x,
      unit: 'models that solve',
      metric: 'tasks',
      y,
      n: models,
    }),
  )
}

function againstTeam(rows: readonly Row[], benchmark: string): AgentRow[] {
  return distinct(rows.flatMap((row) => (row.agent === team ? [text(row, 'model')] : []))).flatMap((model) => {
    const outcomes = (agent: string) =>
      new Map(
        rows.flatMap((row) =>
          row.agent === agent && row.model === model ? [[text(row, 'instance_id'), number(row, 'resolved')]] : [],
        ) as [string, number][],
      )
    const [alone, together] = [outcomes(single), outcomes(team)]
    const pairs = [...alone].flatMap(([id, solved]) => (together.has(id) ? [[solved, together.get(id)!] as const] : []))
    const count = (a: number, b: number) => pairs.filter(([x, y]) => x === a && y === b).length
    const counts = {
      both_solved: count(1, 1),
      only_single: count(1, 0),
      only_subagents: count(0, 1),
      neither_solved: count(0, 0),
    }
    return Object.entries(counts).map(([metric, y]) =>
      figure({ source, benchmark, agent: `${single} against ${team}`, model, metric, y, n: pairs.length }),
    )
  })
}
