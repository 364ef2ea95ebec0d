import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  fixed,
  listNames,
  type Panel,
  type Position,
  panel,
  region,
  series,
  unlabelled,
} from '@lawbook/figures'
import { boundsOf, readPrinted } from '@lawbook/rounding'
import { type Architecture, architectures } from '../cells.ts'
import { printed } from '../printed.ts'
import { numberOf } from './compared.ts'
import { apart, arithmetic, forest, rowHeight } from './forest.ts'

export const columnsAgree: Figure = {
  id: 'columns-agree',
  title: 'Do the columns of the table fit together?',
  width: 'full',
  tables: ['shared'],
  spec: ({ tables, theme }) => {
    const by = series({
      field: 'kind',
      names: { printed: 'as printed', recomputed: 'from the other numbers' },
      legend: true,
    })
    const y = categoryAxis({ field: 'architecture', title: null, names: architectures })
    const shared = tables.shared!
    const size = { width: (theme.width - 20) / 3, height: theme.fontSize * rowHeight * 6 }
    const [from, to] = boundsOf(
      numberOf('turns-single'),
      readPrinted(printed.find(({ symbol }) => symbol === 'turns-single')!).halfWidth,
    )
    const turns = axis({
      field: 'value',
      title: 'turns of a single agent',
      domain: [7.1, 7.35],
      ticks: [7.1, 7.2, 7.3],
      format: '.1f',
    })
    const column = (id: string, title: string, rows: Position): Panel =>
      panel({
        title,
        ...size,
        layers: [
          region({ x: turns, from, to, label: '' }),
          ...forest(
            shared
              .filter((row) => row.column === id)
              .map((row) => ({
                ...row,
                architecture: row.entry!,
                kind: row.entry === 'single' ? 'printed' : 'recomputed',
              })),
            turns,
            rows,
            by,
          ),
        ],
      })
    const success = axis({ field: 'value', title: 'mean success', domain: [0.36, 0.5], format: '.2f' })
    return beside(
      column('efficiency-room', '(a) from efficiency', y),
      column('overhead-room', '(b) from overhead', unlabelled(y)),
      panel({
        title: '(c) success, table and benchmarks',
        ...size,
        layers: forest(
          shared
            .filter((row) => row.column === 'success-room')
            .map((row) => ({ ...row, architecture: row.group!, kind: row.entry! })),
          success,
          unlabelled(y),
          by,
        ).map((layer) => apart(layer, 'kind', by)),
      }),
    )
  },
  caption: ({ measures }) => {
    const parts = measures['success-room']!.parts!
    const off = parts.filter(({ value }) => value! < 0)
    const names = listNames(off.map(({ label }) => architectures[label as Architecture]))
    const gaps = listNames(off.map(({ value }) => fixed(-value!, 3)))
    const room = (id: string) => fixed(measures[id]!.value, 3)
    return {
      text: `(a, b) The turns of a single agent that each printed entry asks for; grey: as printed. All entries share a point, with ${room('efficiency-room')} and ${room('overhead-room')} turns of room, if that is positive. (c) Success in the table of metrics, and the mean of the four benchmarks, which no sentence of the paper equates: they ${off.length === 0 ? 'fit for all five' : `cannot be the same for ${names}, by ${gaps}`}.`,
      alt: `Three forest plots over five architectures. In the first two the intervals overlap by ${room('efficiency-room')} and ${room('overhead-room')} turns. In the third the two points lie apart for ${names}.`,
      n: `${measures['efficiency-room']!.n + measures['overhead-room']!.n + measures['success-room']!.n} printed numbers`,
      ...arithmetic,
    }
  },
}
