import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  intervalRule,
  type Layer,
  localRouters,
  points as marks,
  panel,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import {
  byStep,
  domainOf,
  intended,
  jackknifed,
  lettered,
  optimiserNames,
  requestsText,
  rowText,
  stepNames,
} from './shared.ts'

/** Each step from where the last one ended; the interval of its own contribution stands at its end. */
function fallsOf(rows: readonly Row[], optimiser: 'authors' | 'ours'): Row[] {
  let from = 0
  return byStep(rows, optimiser, 'right').map((row) => {
    const total = row.name === 'all four'
    const start = total ? 0 : from
    const shift = (limit: unknown): number | null => (typeof limit === 'number' ? start + limit : null)
    from = start + Number(row.value)
    const ends = {
      value: from,
      lo90: shift(row.lo90),
      hi90: shift(row.hi90),
      lo995: shift(row.lo995),
      hi995: shift(row.hi995),
    }
    return { ...row, ...ends, start, kind: total ? 'total' : 'step' }
  })
}

/** A waterfall of Shapley's shares of the four steps, of the authors' rules and of ours. */
export const steps: Figure = {
  id: 'steps',
  title: 'What each step contributes to accuracy',
  width: 'full',
  tables: ['steps'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'kind', names: { step: 'step', total: 'all four' } })
    return beside(
      ...(['authors', 'ours'] as const).map((optimiser, k) => {
        const rows = fallsOf(tables.steps!, optimiser)
        const names = [...stepNames[optimiser], 'all four']
        const x = axis({ field: 'value', title: 'change in accuracy (points)', domain: domainOf(rows, 2) })
        const y = categoryAxis({
          field: 'name',
          title: null,
          names: Object.fromEntries(names.map((one) => [one, one])),
        })
        return panel({
          width: theme.width / 2 - 90,
          height: 26 * names.length,
          title: lettered(k, optimiserNames[optimiser]),
          rows,
          layers: [
            referenceLine({ across: 'x', position: x, at: 0 }),
            {
              ...intervalRule({ x, y, lo: 'start', hi: 'value', by, along: 'x', weight: 'inner' }),
              mark: { type: 'rule', strokeWidth: 9, opacity: 0.3, clip: true },
            } as Layer,
            intervalRule({ x, y, lo: 'lo995', hi: 'hi995', by, along: 'x', weight: 'outer' }),
            intervalRule({ x, y, lo: 'lo90', hi: 'hi90', by, along: 'x', weight: 'inner' }),
            marks({ x, y, by }),
          ],
        })
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const each = (optimiser: 'authors' | 'ours'): string =>
      byStep(tables.steps!, optimiser, 'right')
        .map((row) => `${row.name} ${rowText(row)}`)
        .join(', ')
    return {
      text: `Shapley’s shares of four steps in what all of them change in accuracy among ${choices.size} skills, in points: each bar begins where the last one ended, its interval is that of its own share. (a) The authors’ released rules: ${each('authors')}. The paper prints +20.4 for all; a note on it +12.8 for boundary rewriting and +4.9 for abstract removal. (b) Our steps, which read half of the skills’ requests in one wording and are tested on all skills’ requests in the other: ${each('ours')}. The panels have different scales. ${intended} ${localRouters}`,
      alt: `Two waterfalls of four steps. Authors’ rules: ${each('authors')}. Our steps: ${each('ours')}.`,
      n: requestsText(measures.gain),
      ...jackknifed,
    }
  },
}
