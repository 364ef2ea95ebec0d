import { type AgentRow, type AgentRuns, noRecord, otherPrompt, pick, sourceRows } from '@lawbook/agent-runs'
import type { Evidence } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { crossSectionRows, truncationRows } from './drawnOnly.ts'
import { judgedPlaces, type SweepPlace, sweepPlaces } from './ladders.ts'
import { bookOf } from './ledger.ts'

/** The rows of every sweep, of the truncated curves and of the cross-sections, and what was left out of them. */
export async function observe({ data }: { data: { runs: AgentRuns } }): Promise<Evidence> {
  const { rows, sources } = data.runs
  const sweeps = sweepTables(rows, sweepPlaces)
  const truncations = truncationRows(rows)
  const agents = crossSectionRows(rows)
  const used = [...sweeps.series, ...truncations, ...agents].map(({ source }) => ({ source: String(source) }))
  return {
    tables: {
      ...sweeps,
      truncations: truncations.map(({ source: _, ...row }) => row),
      agents,
      sources: sourceRows(sources, used),
    },
    attrition: judgedPlaces.map((place) => bookOf(place, sweeps)),
    decisions: 0,
  }
}

export type SweepTables = Readonly<Record<'series' | 'points' | 'tasks' | 'solved', readonly Row[]>>

/**
 * The sweeps as four tables: `series` (one a curve), `points` (budget, x and, where only the curve is published, y),
 * `tasks` (one a task or group of tasks with equal outcomes, a column a budget, null where there is no run) and
 * `solved` (how many tasks were solved in so many passes).
 */
export function sweepTables(rows: readonly AgentRow[], places: readonly SweepPlace[]): SweepTables {
  const parts = places.flatMap((place) =>
    curvesOf(pick(rows, place.rows)).map((curve) => readCurve(place, curve, rows)),
  )
  return {
    series: parts.map(({ series }) => series),
    points: parts.flatMap(({ points }) => points),
    tasks: parts.flatMap(({ tasks }) => tasks),
    solved: parts.flatMap(({ solved }) => solved),
  }
}

/** Rows of one sweep by curve: one a model, and one a verifier. Categories of tasks belong to one curve. */
function curvesOf(rows: readonly AgentRow[]): AgentRow[][] {
  const curves = new Map<string, AgentRow[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.model, row.metric, row.task === null ? row.setting : null])
    const known = curves.get(key)
    if (known === undefined) curves.set(key, [row])
    else known.push(row)
  }
  return [...curves.values()]
}

function readCurve(place: SweepPlace, curve: readonly AgentRow[], all: readonly AgentRow[]) {
  const first = curve[0]!
  const verifier = first.setting?.endsWith('verifier') ? first.setting : null
  const label = [first.model, verifier ?? (place.id === 'swe-gym' ? 'any attempt' : null)].filter(Boolean).join(', ')
  const id = `${place.id}/${[first.model, verifier].filter(Boolean).join('/')}`
  const published = verifier === null ? place.published : 'selected'
  const kept = curve.filter((row) => !otherPrompt(row))
  const budgets = [...new Set(kept.map(({ x }) => x!))].sort((a, b) => a - b)
  const series: Row = {
    id,
    sweep: place.id,
    replaces: place.replaces,
    label,
    source: first.source,
    benchmark: first.benchmark,
    published,
    digitised: place.digitised ?? false,
    n: published === 'solved' ? kept.reduce((sum, { y }) => sum + y!, 0) : unitsOf(kept),
    otherPrompt: curve.length === kept.length ? 0 : unitsOf(kept),
  }
  if (published === 'solved')
    return {
      series,
      points: [],
      tasks: [],
      solved: kept.map(({ x, y, n }): Row => ({ series: id, solved: x, passes: n ?? 4, tasks: y })),
    }
  const tasks = published === 'tasks' ? taskRows(id, kept, budgets) : []
  const points = budgets.map(
    (budget): Row => ({
      series: id,
      budget,
      x: place.budget === 'tokens' ? meanTokens(all, first, budget) : budget,
      y: published === 'tasks' ? null : kept.find(({ x }) => x === budget)!.y,
    }),
  )
  return { series, points, tasks, solved: [] }
}

/** How many tasks a curve has: those of its rows where they are single tasks or groups, else what the rows say. */
function unitsOf(rows: readonly AgentRow[]): number {
  if (rows[0]!.task === null) return rows[0]!.n!
  return [...new Map(rows.map(({ task, n }) => [task, n!])).values()].reduce((sum, n) => sum + n, 0)
}

const unrecorded = (row: AgentRow): boolean => row.y === null || row.note === noRecord

function taskRows(series: string, rows: readonly AgentRow[], budgets: readonly number[]): Row[] {
  const byTask = new Map<string, AgentRow[]>()
  for (const row of rows) byTask.set(row.task!, [...(byTask.get(row.task!) ?? []), row])
  return [...byTask].map(([task, own]): Row => {
    const at = budgets.map((budget, k) => {
      const row = own.find(({ x }) => x === budget)
      return [`at${k + 1}`, row === undefined || unrecorded(row) ? null : row.y]
    })
    // Every row has a column for each of the six budgets that the longest series have.
    const rest = Array.from({ length: 6 - budgets.length }, (_, k) => [`at${budgets.length + k + 1}`, null])
    return { series, task, n: own[0]!.n, budgets: budgets.length, ...Object.fromEntries([...at, ...rest]) }
  })
}

/** Mean tokens of the runs that left a record, as the data set has them. */
function meanTokens(all: readonly AgentRow[], { source, benchmark, model }: AgentRow, budget: number): number {
  return pick(all, { source, benchmark, model, metric: 'tokens', setting: 'sequential', x: budget })[0]!.y!
}
