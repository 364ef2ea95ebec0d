import {
  axis,
  beside,
  type Figure,
  fixed,
  line,
  localRouters,
  panel,
  panelLetter,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { type About, overTasks, places, scripted, tasksText } from './about.ts'

const pairs = [
  { title: 'authors’ edits alone', after: 'authors' },
  { title: 'our edits alone', after: 'ours' },
  { title: 'authors’ edits, gate, closure', after: 'authors+gate+closure' },
] as const

/** Before and after by router, between doing nothing and every turn's own recipe. */
export const slopes = ({ tasks, metric, column }: About): Figure => ({
  id: 'slopes',
  title: 'Outcomes before and after, by router, between floor and ceiling',
  width: 'full',
  tables: ['arms'],
  spec: ({ tables, measures, theme }) => {
    const arms = tables.arms!.filter(({ router }) => router !== 'mean')
    const routers = [...new Map(arms.map(({ router, short }) => [String(router), String(short)]))]
    const by = series({ field: 'router', names: Object.fromEntries(routers), legend: true })
    const x = places('when', ['before', 'after'])
    const y = axis({ field: 'percent', title: `${metric} (%)`, domain: [0, 100] })
    const bound = (id: string, label: string, labelSide: 'above' | 'below') =>
      referenceLine({ across: 'y', position: y, at: Number(measures[id]?.value ?? 0), label, labelSide })
    return beside(
      ...pairs.map(({ title, after }, k) => {
        const rows = arms.flatMap((row): Row[] =>
          row.arm === 'raw' || row.arm === after
            ? [{ router: row.router!, when: row.arm === 'raw' ? 'before' : 'after', percent: row[column]! }]
            : [],
        )
        return panel({
          ...{ width: (theme.width - 70) / pairs.length - 16, height: 150, title: `${panelLetter(k)} ${title}`, rows },
          layers: [
            bound('floor', 'doing nothing', 'above'),
            bound('ceiling', 'own recipes', 'below'),
            line({ x, y: k === 0 ? y : { ...y, axis: { ...y.axis, title: null } }, by }),
            points({ x, y, by }),
          ],
        })
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const mean = (arm: string): string =>
      fixed(tables.arms!.find((row) => row.router === 'mean' && row.arm === arm)?.[column], 1)
    const bounds = `doing nothing ${fixed(measures.floor?.value, 1)} %, every turn’s own recipe ${fixed(measures.ceiling?.value, 1)} %`
    return {
      text: `The ${metric} on ${tasks} before and after, in %, by router. Mean over routers before: ${mean('raw')}. (a) After the authors’ rules: ${mean('authors')}. (b) After our steps: ${mean('ours')}. (c) After the authors’ rules with gate and closure check: ${mean('authors+gate+closure')}. Dashed: ${bounds}. ${scripted} ${localRouters}`,
      alt: `Slope charts. Mean before ${mean('raw')} %, after the authors’ rules ${mean('authors')} %, after ours ${mean('ours')} %, with gate and closure check ${mean('authors+gate+closure')} %.`,
      n: tasksText(measures.transfer),
      ...overTasks,
      interval: 'none drawn; the figure “interventions” has them',
    }
  },
})
