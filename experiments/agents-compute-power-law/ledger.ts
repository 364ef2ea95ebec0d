import type { Ledger } from '@lawbook/schemas'
import type { SweepPlace } from './ladders.ts'
import type { SweepTables } from './observe.ts'

/**
 * What became of the figures of one judged sweep. The unit is a task of a curve where tasks are published (left out of
 * the whole curve where one of its runs is missing, so that every budget has the same tasks), else a published point.
 */
export function bookOf(place: SweepPlace, tables: SweepTables): Ledger {
  const series = tables.series.filter(({ sweep }) => sweep === place.id)
  const own = new Set(series.map(({ id }) => id))
  const stage = `${place.title}: ${place.published === 'tasks' ? 'tasks of a curve' : 'points of a curve'}`
  if (place.published !== 'tasks') {
    const table = place.published === 'solved' ? tables.solved : tables.points
    const used = table.filter((row) => own.has(row.series ?? null)).length
    return { stage, planned: used, used, excluded: [], failed: 0, missing: 0 }
  }
  const tasks = tables.tasks.filter((row) => own.has(row.series ?? null))
  const count = (rows: typeof tasks): number => rows.reduce((sum, { n }) => sum + Number(n), 0)
  // A task that one curve of a sweep lacks altogether was planned for it, too.
  const most = Math.max(...series.map(({ n }) => Number(n)))
  const planned = most * series.length
  const used = count(tasks.filter(complete))
  return { stage, planned, used, excluded: [], failed: 0, missing: planned - used }
}

/** Whether a task has a run at every budget of its curve. */
export function complete(row: SweepTables['tasks'][number]): boolean {
  return Array.from({ length: Number(row.budgets) }, (_, k) => row[`at${k + 1}`]).every((y) => y !== null)
}
