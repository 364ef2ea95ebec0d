import { type AgentRow, rateMissing } from '@lawbook/agent-runs'
import type { Ledger } from '@lawbook/schemas'
import type { RegimeChoices } from './choices.ts'
import { sum } from './estimate.ts'
import type { Picked } from './observe.ts'
import { distinct, type RowOf } from './rows.ts'
import { type Judge, judgedWhole, type PassSeries, passSeries } from './selection.ts'
import { budgetSeries, pairsOf } from './sequential.ts'

/** What became of the rows of each source. */
export function booksOf(rows: readonly AgentRow[], picked: Picked, { laterStarts }: RegimeChoices): Ledger[] {
  const parallel = passSeries(picked.parallel as readonly RowOf<'parallel'>[])
  return [
    effortBooks(rows, picked),
    budgetBooks(picked, laterStarts),
    compositeBooks(picked),
    hourBooks(rows, picked),
    passBooks(picked),
    judgeBooks(parallel, 'self_pointwise', 'its own passes, one by one'),
    judgeBooks(parallel, 'gpt5_pointwise', 'passes by GPT-5, one by one'),
    attemptBooks(rows, picked),
  ]
}

function effortBooks(rows: readonly AgentRow[], { effort }: Picked): Ledger {
  const planned = rows.filter(({ source, metric }) => source === 'hal' && metric === 'success').length
  const used = effort.filter(({ metric }) => metric === 'success').length
  const excluded = [{ reason: 'no row of the same system with another effort', n: planned - used }]
  return { stage: 'hal: scores by effort', planned, used, excluded, failed: 0, missing: 0 }
}

function budgetBooks({ sequential }: Picked, laterStarts: RegimeChoices['laterStarts']): Ledger {
  const pairs = budgetSeries(sequential as readonly RowOf<'sequential'>[], laterStarts).map(pairsOf)
  const [used, missing] = [sum(pairs.map((pair) => pair.used)), sum(pairs.map((pair) => pair.missing))]
  const stage = 'general-agentbench: tasks at the first and the last budget'
  return { stage, planned: used + missing, used, excluded: [], failed: 0, missing }
}

function compositeBooks({ allBudgets }: Picked): Ledger {
  const composites = allBudgets.filter(({ metric }) => metric === 'score')
  const n = composites.filter(({ note }) => note === rateMissing).length
  const excluded = [{ reason: rateMissing, n }]
  const stage = 'general-agentbench: composite scores of MCP-bench, in whose place the judge’s part counts'
  return { stage, planned: composites.length, used: composites.length - n, excluded, failed: 0, missing: 0 }
}

/** Planned is every task with every model, whether a row was published or not. */
function hourBooks(rows: readonly AgentRow[], { hours }: Picked): Ledger {
  const tasks = rows.filter(({ source, task }) => source === 'edgebench' && task !== null)
  const planned = distinct(tasks.map(({ task }) => task)).length * distinct(tasks.map(({ model }) => model)).length
  const ends = hours.filter(({ task, y }) => task !== null && y !== null)
  const cells = ends.map(({ task, model }) => JSON.stringify([task, model]))
  const used = distinct(cells).filter((cell) => cells.filter((other) => other === cell).length === 2).length
  const stage = 'edgebench: tasks with a score at the first and the last hour'
  return { stage, planned, used, excluded: [], failed: 0, missing: planned - used }
}

function passBooks({ parallel }: Picked): Ledger {
  const counts = parallel.filter(({ metric }) => metric === 'tasks')
  const used = sum(counts.map(({ y }) => y!))
  const cells = distinct(counts.map(({ benchmark, model, note }) => JSON.stringify([benchmark, model, note])))
  const left = sum(
    cells.map((cell) => Number.parseInt((JSON.parse(cell) as [string, string, string | null])[2] ?? '0', 10)),
  )
  const excluded = left > 0 ? [{ reason: 'without four passes', n: left }] : []
  const stage = 'general-agentbench: tasks with four passes'
  return { stage, planned: used + left, used, excluded, failed: 0, missing: 0 }
}

function judgeBooks(series: readonly PassSeries[], judge: Judge, what: string): Ledger {
  const count = (groups: readonly { readonly n: number }[] = []): number => sum(groups.map(({ n }) => n))
  const planned = sum(series.map(({ tasks }) => count(tasks)))
  const judgedTasks = sum(series.map(({ picks }) => count(picks[judge])))
  const partly = series.filter((one) => !judgedWhole(one, judge))
  const n = sum(partly.map(({ picks }) => count(picks[judge])))
  const excluded = n > 0 ? [{ reason: 'series in which other tasks were not judged', n }] : []
  const stage = `general-agentbench: tasks judged, ${what}`
  return { stage, planned, used: judgedTasks - n, excluded, failed: 0, missing: planned - judgedTasks }
}

function attemptBooks(rows: readonly AgentRow[], { trials }: Picked): Ledger {
  const cells = (some: readonly AgentRow[]): number =>
    distinct(some.map(({ agent, benchmark }) => JSON.stringify([agent, benchmark]))).length
  const planned = cells(rows.filter(({ source, metric }) => source === 'tau2-bench' && metric === 'all_pass'))
  const used = cells(trials.filter(({ metric }) => metric === 'all_pass'))
  const excluded = [{ reason: 'fewer than four numbers of attempts published', n: planned - used }]
  return { stage: 'tau2-bench: submissions by domain', planned, used, excluded, failed: 0, missing: 0 }
}
