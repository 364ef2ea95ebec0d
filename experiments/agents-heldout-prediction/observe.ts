import { type AgentRow, type agentRuns, pick, sourceRows } from '@lawbook/agent-runs'
import { fail } from '@lawbook/base'
import type { Evidence, ObserveContext } from '@lawbook/experiment'
import type { Ledger, Row } from '@lawbook/schemas'
import type { HeldOutChoices } from './choices.ts'

type Context = ObserveContext<{ readonly runs: typeof agentRuns }, HeldOutChoices>

/** Benchmarks whose systems are predicted from other benchmarks. */
const crossSections = ['hal', 'openhands'] as const

/**
 * Keep the published scores after so many hours (one row a task, model and budget) and the success of systems with what
 * a task cost them (one row a benchmark and system). What is missing is counted, and a score that nobody published is
 * no score of zero. Throws LB_DUPLICATE_ID for a figure that is given twice, LB_DOMAIN for a score outside [0, 1].
 */
export async function observe({ data }: Context): Promise<Evidence> {
  const { rows, sources } = data.runs
  const scores = pick(rows, { source: 'edgebench', axis: 'hours', metric: 'score' }).filter(({ task }) => task !== null)
  const budgets = scores.filter(({ y }) => y !== null).map(budgetRow)
  checkUnique(budgets, ['task', 'model', 'hours'])
  const sections = crossSections.map((source) => systemsOf(rows, source))
  return {
    tables: {
      budgets,
      systems: sections.flatMap(({ systems }) => systems),
      sources: sourceRows(sources, [...scores, ...sections.flatMap(({ systems }) => systems as { source: string }[])]),
    },
    attrition: [budgetBooks(scores, budgets.length), ...sections.map(({ books }) => books)],
    decisions: 0,
  }
}

function budgetRow({ task, setting, model, x, y }: AgentRow): Row {
  return { task, category: setting, model, hours: x, score: share(y, `${model} on ${task} after ${x} h`) }
}

/** Planned is every task with every model at every budget, whether a row was published or not. */
function budgetBooks(scores: readonly AgentRow[], used: number): Ledger {
  const distinct = (of: (row: AgentRow) => unknown) => new Set(scores.map(of)).size
  const planned = distinct(({ task }) => task) * distinct(({ model }) => model) * distinct(({ x }) => x)
  return { stage: 'edgebench scores', planned, used, excluded: [], failed: 0, missing: planned - used }
}

/** The systems of one source that have both a success and a cost above zero. */
function systemsOf(rows: readonly AgentRow[], source: string): { systems: Row[]; books: Ledger } {
  const success = pick(rows, { source, metric: 'success' }).filter(({ axis }) => axis === null)
  const cost = pick(rows, { source, metric: 'cost' })
  const key = ({ benchmark, setting, agent, model }: AgentRow) => JSON.stringify([benchmark, setting, agent, model])
  const costs = new Map(cost.map((row) => [key(row), row.y]))
  const known = success.filter((row) => row.y !== null && costs.get(key(row)) != null)
  const paid = known.filter((row) => costs.get(key(row))! > 0)
  const systems = paid.map((row): Row => {
    const { benchmark, setting, agent, model, y, n, note } = row
    const where = `${agent} with ${model} on ${benchmark}`
    return { source, benchmark, setting, agent, model, success: share(y, where), cost: costs.get(key(row))!, n, note }
  })
  checkUnique(systems, ['source', 'benchmark', 'setting', 'agent', 'model'])
  const free = known.length - paid.length
  const books = {
    stage: `${source} systems`,
    planned: success.length,
    used: paid.length,
    excluded: free === 0 ? [] : [{ reason: 'a cost of 0, which is one that was not reported', n: free }],
    failed: 0,
    missing: success.length - known.length,
  }
  return { systems, books }
}

function share(y: number | null, where: string): number {
  if (y !== null && y >= 0 && y <= 1) return y
  return fail('LB_DOMAIN', `the score of ${where} is ${y}; it must be a share in [0, 1]`)
}

function checkUnique(rows: readonly Row[], columns: readonly string[]): void {
  const seen = new Set<string>()
  for (const row of rows) {
    const key = columns.map((column) => String(row[column])).join(', ')
    if (seen.has(key)) fail('LB_DUPLICATE_ID', `there are two figures of ${key}; keep one of them`)
    seen.add(key)
  }
}
