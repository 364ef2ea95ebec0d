import { type AgentRow, noRecord, rateMissing } from '@lawbook/agent-runs'
import { fail } from '@lawbook/base'
import type { About, Mark, Series, ShareSeries, Task, TaskSeries } from './series.ts'

/**
 * The rows of a sweep as curves: one for each benchmark, setting, agent, model and metric. In a sweep whose tasks are
 * `matched`, a task that another curve has and this one lacks is missing from it. Throws LB_DOMAIN for a row without a
 * place on the axis or a share outside [0, 1], LB_DUPLICATE_ID for two figures in one place.
 */
export function seriesOf(sweep: string, rows: readonly AgentRow[], matched: boolean): Series[] {
  const groups = new Map<string, AgentRow[]>()
  for (const row of rows) {
    checkRow(sweep, row)
    const parts = [row.benchmark, row.setting, row.agent, row.model, row.metric].filter((part) => part !== null)
    const key = `${sweep}/${parts.join('/')}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const everyTask = matched ? tasksOf(rows) : null
  return [...groups].map(([id, own]) => {
    const { benchmark, setting, agent, model, metric, task } = own[0]!
    const about: About = { id, sweep, benchmark, setting, agent, model, metric }
    const x = Float64Array.from(new Set(own.map((row) => row.x!))).sort()
    return task === null ? shareSeries(about, x, own) : taskSeries(about, x, own, everyTask ?? tasksOf(own))
  })
}

const tasksOf = (rows: readonly AgentRow[]): string[] => [...new Set(rows.map(({ task }) => task!))]

function shareSeries(about: About, x: Float64Array, rows: readonly AgentRow[]): ShareSeries {
  const at = cells(about, rows)
  const [y, n] = [new Float64Array(x.length), new Float64Array(x.length)]
  x.forEach((place, k) => {
    const row = at.get(`${place}`)!
    y[k] = row.y ?? Number.NaN
    n[k] = row.n ?? Number.NaN
  })
  return { about, x, y, n }
}

function taskSeries(about: About, x: Float64Array, rows: readonly AgentRow[], tasks: readonly string[]): TaskSeries {
  const at = cells(about, rows)
  const own = new Map(rows.map((row) => [row.task!, row]))
  return {
    about,
    x,
    tasks: tasks.map((id): Task => {
      const found = Array.from(x, (place) => at.get(`${id}/${place}`))
      return {
        id,
        count: own.get(id)?.n ?? 1,
        y: Float64Array.from(found, (row) => row?.y ?? Number.NaN),
        marks: found.map(markOf),
      }
    }),
  }
}

function markOf(row: AgentRow | undefined): Mark {
  if (row === undefined || row.y === null) return '-'
  if (row.note === noRecord) return 'u'
  return row.note === rateMissing ? 'e' : '.'
}

/** The rows of a curve by task (where there is one) and place. */
function cells({ id }: About, rows: readonly AgentRow[]): Map<string, AgentRow> {
  const at = new Map<string, AgentRow>()
  for (const row of rows) {
    const key = row.task === null ? `${row.x}` : `${row.task}/${row.x}`
    if (at.has(key)) fail('LB_DUPLICATE_ID', `${id} has two figures at ${key}; say in which setting they differ`)
    at.set(key, row)
  }
  return at
}

function checkRow(sweep: string, { x, y, metric, model }: AgentRow): void {
  if (x === null || !(x > 0))
    fail('LB_DOMAIN', `a row of ${sweep} (${model}) stands at ${x}; give a place above 0 on the axis`)
  if (y !== null && !(y >= 0 && y <= 1))
    fail('LB_DOMAIN', `${metric} of ${model} in ${sweep} at ${x} is ${y}; shares and scores are in [0, 1]`)
}
