import { axis, type Figure, fixed, localRouters, panel, points, referenceLine, series } from '@lawbook/figures'
import { type About, fromZero, libraryNames, overTasks, scripted, tasksText } from './about.ts'

/** Right first picks against outcomes: a point a router and library, without gate and closure check. */
export const routing = ({ tasks, metric, column }: About): Figure => ({
  id: 'routing',
  title: 'Right first picks against outcomes',
  width: 'column',
  tables: ['arms'],
  spec: ({ tables, measures, theme }) => {
    const rows = tables.arms!.filter((row) => row.router !== 'mean' && row.gate === 'none' && row.closure === false)
    const both = rows.flatMap((row) => [Number(row.routed), Number(row[column])])
    const x = axis({ field: 'routed', title: 'right first picks (%)', domain: fromZero(both, 20) })
    const y = axis({ field: column, title: `${metric} (%)`, domain: fromZero(both, 20) })
    const by = series({ field: 'library', names: libraryNames, legend: true })
    return panel({
      ...{ width: theme.width - 45, height: 150, rows },
      layers: [
        referenceLine({
          across: 'y',
          position: y,
          at: Number(measures.floor?.value ?? 0),
          label: 'doing nothing',
          labelAt: 'start',
        }),
        points({ x, y, by }),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const of = (library: string): string => {
      const row = tables.arms!.find((one) => one.router === 'mean' && one.arm === library)
      return `${fixed(row?.routed, 1)} % and ${fixed(row?.[column], 1)} %`
    }
    return {
      text: `Share of turns whose first pick is the card written for the turn, against the ${metric}, on ${tasks}; a point a router and library, without gate and closure check. Means over routers: as it was ${of('raw')}, authors’ rules ${of('authors')}, our steps ${of('ours')}.${column === 'strict' ? ' On the diagonal nothing but the written card’s recipe passes.' : ''} ${scripted} ${localRouters}`,
      alt: `Scatter of right first picks against ${metric}. Means: as it was ${of('raw')}, authors’ rules ${of('authors')}, our steps ${of('ours')}.`,
      n: tasksText(measures.transfer),
      ...overTasks,
      interval: 'none drawn',
    }
  },
})
