import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  greys,
  intervalRule,
  type Layer,
  panel,
  percentText,
  points,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'

const names = { any: 'in at least one trial', one: 'in one trial', all: 'in all trials' }

/** The system of a submission without its date. */
const label = (row: Row): string =>
  String(row.system)
    .replace(/^\d{8}_/, '')
    .replaceAll('_', ', ')

/** Repeated trials: what coverage gains is what reliability loses. */
export const repeatedTrials: Figure = {
  id: 'repeated-trials',
  title: 'Solved in one trial, in at least one, and in all',
  width: 'full',
  tables: ['repeats'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'kind', names, legend: true })
    const counted = tables.repeats!.filter(({ any }) => any !== null)
    const sorted = [...counted].sort((a, b) => Number(b.one) - Number(a.one))
    const systems = Object.fromEntries(
      sorted.map((row) => [String(row.system), row.source === 'tau-bench' ? `tau-bench, ${label(row)}` : label(row)]),
    )
    const long: Row[] = sorted.flatMap((row) =>
      Object.keys(names).map((kind) => ({
        system: row.system!,
        kind,
        value: row[kind]!,
        lo: row[`${kind}_lo`]!,
        hi: row[`${kind}_hi`]!,
      })),
    )
    const x = axis({ field: 'value', title: 'tasks solved', domain: [0, 1], format: '.0%' })
    const y = categoryAxis({ field: 'system', title: null, names: systems })
    const published = tables.repeats!.filter(({ any }) => any === null).map((row) => ({ ...row, kind: 'all' }))
    const one = axis({ field: 'one', title: 'in one trial', domain: [0, 1], format: '.0%' })
    const all = axis({ field: 'all', title: 'in all four', domain: [0, 1], format: '.0%' })
    const curve = (power: (p: number) => number): Layer => ({
      data: { values: Array.from({ length: 41 }, (_, i) => ({ one: i / 40, all: power(i / 40) })) },
      mark: { type: 'line', color: greys.text, strokeDash: [3, 2], strokeWidth: 0.8 },
      encoding: { x: one, y: all },
    })
    const height = 14 * sorted.length
    return beside(
      panel({
        title: '(a) counted by task',
        width: theme.width * 0.55 - 80,
        height,
        rows: long,
        layers: [intervalRule({ x, y, lo: 'lo', hi: 'hi', by, along: 'x', weight: 'outer' }), points({ x, y, by })],
      }),
      panel({
        title: '(b) tau2-bench',
        width: theme.width * 0.45 - 40,
        height,
        rows: published,
        layers: [curve((p) => p), curve((p) => p * p * p * p), points({ x: one, y: all, by })],
      }),
    )
  },
  caption: ({ tables }) => {
    const counted = tables.repeats!.filter(({ any }) => any !== null)
    const published = tables.repeats!.filter(({ any }) => any === null)
    const best = counted.reduce((top, row) => (Number(row.one) > Number(top.one) ? row : top))
    const trials = [...new Set(counted.map(({ source, k }) => `${source}: ${k} trials a task`))].join(', ')
    const kept = published.reduce((sum, row) => sum + Number(row.all) / Number(row.one), 0) / published.length
    return {
      text: `More trials find more solutions and fewer that hold: the same counts read both ways. (a) ${trials}; the best system solves ${percentText(best.one as number)} in one trial, ${percentText(best.any as number)} in at least one and ${percentText(best.all as number)} in all. (b) Leaderboard rows as published; dashed: a system that solves the same tasks every time, and one whose trials are independent at one rate for all tasks. Four of four succeed at ${percentText(kept)} of the rate of one, on average over rows.`,
      alt: `A row a system with three points, all trials left of one trial left of at least one; and a scatter below the diagonal.`,
      n: `${counted.length} systems with counts, ${published.length} published rows`,
      interval: '(a) Student over tasks; (b) none',
      level: '90 %',
      resampled: 'tasks',
    }
  },
}
