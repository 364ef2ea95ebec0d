import { axis, band, line, type Panel, points, series, smallMultiples, type Theme } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { distinct, taskName } from './words.ts'

/** Held-out tasks, a panel each: what the other tasks said, its band, and the curve of every model. */
export function heldOutTasks(
  rows: readonly Row[],
  y: { readonly title: string; readonly domain?: readonly [number, number]; readonly ticks: readonly number[] },
  theme: Theme,
): Panel {
  const models = distinct(rows, 'model')
  const names = {
    law: 'prediction',
    ...Object.fromEntries(models.map((model) => [model, model.replace('Claude ', '')])),
  }
  const by = series({ field: 'who', names, legend: true })
  const hours = [...new Set(rows.map((row) => Number(row.hours)))].sort((a, b) => a - b)
  const x = axis({ field: 'hours', title: 'hours', domain: [hours[0]! - 0.5, hours.at(-1)! + 0.5], ticks: hours })
  const score = axis({ field: 'y', title: y.title, domain: y.domain ?? reachOf(rows), ticks: y.ticks, format: '.1f' })
  const said = saidOf(rows, hours.length)
  const observed = rows.map((row): Row => ({ task: row.task!, hours: row.hours!, who: row.model!, y: row.observed! }))
  const bounded = y.domain === undefined ? said : said.map((row): Row => ({ ...row, lo: Math.max(0, Number(row.lo)) }))
  const panels = smallMultiples({
    by: 'task',
    names: Object.fromEntries(distinct(rows, 'task').map((task) => [task, headingOf(task)])),
    columns: 3,
    width: theme.width,
    height: 74,
    tables: { said: bounded, observed },
    layers: (only) => [
      only('said', band({ x, y: score, lo: 'lo', hi: 'hi', by })),
      only('said', line({ x, y: score, by })),
      only('observed', line({ x, y: score, by })),
      only('observed', points({ x, y: score, by })),
    ],
  })
  return inLines(panels)
}

/** Headings with their line breaks, which Vega writes as lists of lines. */
function inLines(panels: Panel): Panel {
  const { facet } = panels as { facet: { header: { labelExpr: string } } }
  const header = { ...facet.header, labelExpr: `split(${facet.header.labelExpr}, '\\n')` }
  return { ...panels, facet: { ...facet, header } } as Panel
}

/** What observed values and bands reach, with a margin. */
function reachOf(rows: readonly Row[]): readonly [number, number] {
  const ends = rows.flatMap((row) => [Number(row.observed), Number(row.lo), Number(row.hi)])
  return [Math.min(...ends) - 0.02, Math.max(...ends) + 0.02]
}

/** The name of a task; one that is wider than its panel in two lines of similar length. */
function headingOf(task: string): string {
  const name = taskName(task)
  if (name.length <= 29) return name
  const spaces = Array.from(name, (letter, i) => (letter === ' ' ? i : -1)).filter((i) => i > 0)
  const off = (i: number) => Math.abs(2 * i - name.length)
  const middle = spaces.reduce((best, i) => (off(i) < off(best) ? i : best))
  return `${name.slice(0, middle)}\n${name.slice(middle + 1)}`
}

/** What was said of each task: the rows of its first model that has all budgets, since it is the same for all. */
function saidOf(rows: readonly Row[], budgets: number): Row[] {
  return distinct(rows, 'task').flatMap((task) => {
    const own = rows.filter((row) => row.task === task)
    const model = distinct(own, 'model').find((name) => own.filter((row) => row.model === name).length === budgets)
    return own
      .filter((row) => row.model === model)
      .map((row): Row => ({ task, hours: row.hours!, who: 'law', y: row.predicted!, lo: row.lo!, hi: row.hi! }))
  })
}
