import type { Row } from '@lawbook/schemas'
import { byTask, type Mark, type Series } from './series.ts'

/**
 * Curves as evidence. `series`: what each is of. `points`: its ladder and, for shares, the figures. `tasks`: a row a task
 * (or group), its figures y1, y2, .. in the order of the ladder, and a mark for each (see `Mark`). Curves are numbered.
 */
export function evidenceOf(series: readonly Series[]): Record<'series' | 'points' | 'tasks', Row[]> {
  const longest = Math.max(...series.filter(byTask).map(({ x }) => x.length))
  return {
    series: series.map(({ about }, id) => ({ ...about, id, name: about.id })),
    points: series.flatMap((one, id) =>
      Array.from(one.x, (x, k) => ({
        series: id,
        x,
        y: byTask(one) ? null : known(one.y[k]!),
        n: byTask(one) ? null : known(one.n[k]!),
      })),
    ),
    tasks: series.flatMap((one, id) =>
      byTask(one)
        ? one.tasks.map(({ id: task, count, y, marks }) => ({
            series: id,
            task,
            n: count,
            ...Object.fromEntries(Array.from({ length: longest }, (_, k) => [`y${k + 1}`, known(y[k])])),
            marks: marks.join(''),
          }))
        : [],
    ),
  }
}

/** The curves of evidence rows. */
export function seriesFrom(evidence: Readonly<Record<string, readonly Row[]>>): Series[] {
  const bySeries = (table: string): Map<unknown, Row[]> => {
    const groups = new Map<unknown, Row[]>()
    for (const row of evidence[table] ?? []) {
      if (!groups.has(row.series)) groups.set(row.series, [])
      groups.get(row.series)!.push(row)
    }
    return groups
  }
  const [points, tasks] = [bySeries('points'), bySeries('tasks')]
  return (evidence.series ?? []).map((row): Series => {
    const { id, name, ...rest } = row
    const about = { ...rest, id: name } as unknown as Series['about']
    const ladder = points.get(id) ?? []
    const x = column(ladder, 'x')
    const own = tasks.get(id)
    if (own === undefined) return { about, x, y: column(ladder, 'y'), n: column(ladder, 'n') }
    return { about, x, tasks: own.map((task) => taskOf(task, x.length)) }
  })
}

function taskOf(row: Row, points: number) {
  return {
    id: String(row.task),
    count: Number(row.n),
    y: Float64Array.from({ length: points }, (_, k) => number(row[`y${k + 1}`])),
    marks: [...String(row.marks)] as Mark[],
  }
}

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value)

const number = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN)

const column = (rows: readonly Row[], name: string): Float64Array => Float64Array.from(rows, (row) => number(row[name]))
