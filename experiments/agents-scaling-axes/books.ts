import type { AgentRow } from '@lawbook/agent-runs'
import type { Ledger, Row } from '@lawbook/schemas'
import { sweepById } from './axes.ts'
import { completeTasks } from './contrast.ts'
import { ladderOf } from './ladder.ts'
import { fewestTasks } from './pool.ts'
import { byTask, type Mark, type Series, type ShareSeries, type TaskSeries } from './series.ts'
import { tokensOf } from './tokens.ts'

type Observed = {
  readonly series: readonly Series[]
  readonly arms: readonly AgentRow[]
  readonly calls: readonly AgentRow[]
  readonly report: readonly AgentRow[]
  readonly tokens: readonly Row[]
}

/** What happened to the figures of each source: a ledger a curve of budgets, one a sweep otherwise. */
export function ledgersOf({ series, arms, calls, report, tokens }: Observed): Ledger[] {
  const budgets = series.filter(byTask).filter(({ about }) => sweepById(about.sweep).pool === 'benchmarks')
  const others = [
    ...new Set(series.filter((one) => !budgets.includes(one as TaskSeries)).map(({ about }) => about.sweep)),
  ]
  const printed = others.filter((id) => id !== 'cooperbench-report')
  const paired = arms.filter((arm) => arms.filter(({ model }) => model === arm.model).length > 1)
  const climbed = series
    .filter(({ about }) => sweepById(about.sweep).axis === 'tool-depth')
    .reduce((sum, { x }) => sum + x.length, 0)
  return [
    ...budgets.map(budgetLedger),
    ...printed.map((id) =>
      sweepLedger(
        id,
        series.filter(({ about }) => about.sweep === id),
      ),
    ),
    pairLedger(report),
    tokenLedger(
      budgets.filter(({ about }) => about.sweep === 'general-agentbench'),
      tokens,
    ),
    ledger('BrowseComp with and without context management, figures', arms.length, [
      { reason: 'no counterpart', n: arms.length - paired.length },
      { reason: 'a swarm of agents: beside', n: paired.filter(({ setting }) => setting === 'agent swarm').length },
    ]),
    ledger('BrowseComp-Plus, figures of agents with a retriever', calls.length, [
      { reason: 'between agents, no ladder of one: drawn, not judged', n: calls.length - climbed },
    ]),
  ]
}

/** Cells (task x budget). Left out: another prompt, no rating, a task with one cell, a curve of too few tasks. */
function budgetLedger(series: TaskSeries): Ledger {
  const own = ladderOf(series)
  const cells = (tasks: TaskSeries['tasks'], counts: (mark: Mark) => boolean): number =>
    tasks.reduce((sum, { count, marks }) => sum + count * marks.filter(counts).length, 0)
  const [planned, onLadder] = [cells(series.tasks, () => true), cells(own.tasks, () => true)]
  const recorded = (mark: Mark): boolean => mark === '.'
  const all = cells(own.tasks, recorded)
  const moving = own.tasks.filter(({ marks }) => marks.filter(recorded).length > 1)
  const enough = moving.reduce((sum, { count }) => sum + count, 0) >= fewestTasks
  const kept = cells(moving, recorded)
  return ledger(
    `${series.about.id}, tasks at budgets`,
    planned,
    [
      { reason: 'another prompt than at the other budgets', n: planned - onLadder },
      { reason: 'execution rate missing: the score stands on a floor', n: cells(own.tasks, (mark) => mark === 'e') },
      { reason: 'the only recorded budget of its task', n: all - kept },
      { reason: `fewer than ${fewestTasks} tasks with two recorded budgets`, n: enough ? 0 : kept },
    ],
    cells(own.tasks, (mark) => mark === 'u' || mark === '-'),
  )
}

/** Tasks or runs behind the figures of a sweep; where a number of them is not printed, the figures. */
function sweepLedger(id: string, series: readonly Series[]): Ledger {
  const tasks = series.filter(byTask)
  if (tasks.length > 0) return matchedLedger(id, tasks)
  const shares = series.filter((one): one is ShareSeries => !byTask(one))
  const sizes = shares.flatMap(({ n }) => [...n])
  if (sizes.some(Number.isNaN)) return ledger(`${id}, figures without a number of runs`, sizes.length, [])
  const lost = shares.flatMap(({ y, n }) => [...n].filter((_, k) => Number.isNaN(y[k]!)))
  const sum = (values: readonly number[]): number => values.reduce((total, n) => total + n, 0)
  return ledger(`${id}, tasks or runs at points`, sum(sizes), [], sum(lost))
}

/** Cells (task x point) of tasks that are matched over models: a task that lacks a point is left out of its curve. */
function matchedLedger(id: string, series: readonly TaskSeries[]): Ledger {
  const sum = (cells: (one: TaskSeries) => number): number => series.reduce((total, one) => total + cells(one), 0)
  const planned = sum(({ tasks, x }) => tasks.length * x.length)
  const missing = sum(({ tasks }) => tasks.flatMap(({ marks }) => marks).filter((mark) => mark !== '.').length)
  const used = sum((one) => completeTasks(one, 'recorded').tasks.length * one.x.length)
  const reason = 'the task is missing at another point'
  return ledger(`${id}, tasks at points`, planned, [{ reason, n: planned - missing - used }], missing)
}

/** The pairs of the later report: every arm was given as many as the single agent. */
function pairLedger(report: readonly AgentRow[]): Ledger {
  const most = Math.max(...report.map(({ n }) => n!))
  const missing = report.reduce((sum, { n }) => sum + most - n!, 0)
  return ledger('cooperbench-report, pairs in each arm', most * report.length, [], missing)
}

function tokenLedger(curves: readonly TaskSeries[], tokens: readonly Row[]): Ledger {
  const own = curves.map((one) => ladderOf(one))
  const troubles = own.map(({ about, x }) => tokensOf(about, x, tokens)).filter((found) => typeof found === 'string')
  const reasons = [...new Set(troubles)].map((reason) => ({
    reason,
    n: troubles.filter((one) => one === reason).length,
  }))
  return ledger('general-agentbench by tokens, curves', curves.length, reasons)
}

function ledger(stage: string, planned: number, reasons: Ledger['excluded'], missing = 0): Ledger {
  const excluded = reasons.filter(({ n }) => n > 0)
  const used = planned - missing - excluded.reduce((sum, { n }) => sum + n, 0)
  return { stage, planned, used, excluded, failed: 0, missing }
}
