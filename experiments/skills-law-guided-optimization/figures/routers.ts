import { beside, type Figure, localRouters, series } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { domainOf, forest, intended, jackknifed, lettered, optimiserNames, requestsText, rowText } from './shared.ts'

const groups = {
  all: 'all',
  edited: 'edited',
  'edited unread': 'edited, not read',
  read: 'read, not edited',
  untouched: 'neither',
} as const

/** Change by router: all requests, and apart by what was done to the skill that is meant. */
function rowsOf(routers: readonly Row[], touched: readonly Row[], optimiser: string): Row[] {
  const whole = routers
    .filter(({ arm }) => arm === optimiser)
    .map((row) => ({ ...row, name: String(row.short), group: 'all' }))
  const apart = touched
    .filter((row) => row.optimiser === optimiser && row.router !== 'mean' && row.touch !== 'gone')
    .map((row) => ({ ...row, name: String(row.short), group: String(row.touch) }))
  return [...whole, ...apart]
}

/** What the edits change by router, edited and untouched skills apart. */
export const routers: Figure = {
  id: 'routers',
  title: 'What the edits change, by router and by what was done to the skill',
  width: 'full',
  tables: ['routers', 'touched'],
  spec: ({ tables, theme }) => {
    const names = [...new Set(tables.routers!.map(({ short }) => String(short)))]
    const present = new Set(
      (['authors', 'ours'] as const).flatMap((optimiser) =>
        rowsOf(tables.routers!, tables.touched!, optimiser).map(({ group }) => String(group)),
      ),
    )
    const shown = Object.fromEntries(Object.entries(groups).filter(([group]) => present.has(group)))
    const by = series({ field: 'group', names: shown, legend: true })
    return beside(
      ...(['authors', 'ours'] as const).map((optimiser, k) => {
        const rows = rowsOf(tables.routers!, tables.touched!, optimiser)
        return forest({
          rows,
          names,
          by,
          title: lettered(k, optimiserNames[optimiser]),
          xTitle: 'change in accuracy (points)',
          domain: domainOf(rows, 5),
          width: theme.width / 2 - (k === 0 ? 60 : 20) - 20,
          rowHeight: 9 * Object.keys(shown).length,
          labels: k === 0,
        })
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const mean = (optimiser: string, touch: string): string =>
      rowText(
        tables.touched!.find((row) => row.optimiser === optimiser && row.touch === touch && row.router === 'mean'),
      )
    return {
      text: `Change in accuracy among ${choices.size} skills, in points. (a) The authors’ rules; mean over routers: ${mean('authors', 'edited')} on requests for skills whose listing they changed, ${mean('authors', 'untouched')} on the others. They read no request. (b) Our steps: ${mean('ours', 'edited')} on requests for edited skills of the half whose requests were read, ${mean('ours', 'edited unread')} for edited skills of the other half, ${mean('ours', 'untouched')} for untouched ones. The panels have different scales; requests for skills that went are in “all”. ${intended} ${localRouters}`,
      alt: `Forest plots by router. Mean change: authors’ rules ${mean('authors', 'edited')} for edited skills and ${mean('authors', 'untouched')} for others; our steps ${mean('ours', 'edited')} and ${mean('ours', 'untouched')}.`,
      n: requestsText(measures.gain),
      ...jackknifed,
    }
  },
}
