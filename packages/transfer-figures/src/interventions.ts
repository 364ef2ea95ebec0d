import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  intervalRule,
  type Layer,
  localRouters,
  panel,
  panelLetter,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { type About, changeText, libraryNames, overTasks, scripted, tasksText } from './about.ts'

const partNames = {
  library: 'edited library',
  gate: 'gate',
  closure: 'closure check',
  'all three': 'all three',
} as const
const readings = { alone: 'alone', share: 'share of all three (Shapley)', together: 'together' } as const

/** The three interventions apart, alone and as shares of what they change together. */
export const interventions = ({ tasks, metric }: About): Figure => ({
  id: 'interventions',
  title: 'The edited library, the gate and the closure check apart',
  width: 'full',
  tables: ['shares'],
  spec: ({ tables, theme }) => {
    const x = axis({ field: 'value', title: `change in ${metric} (points)`, domain: domainOf(tables.shares!) })
    const names = categoryAxis({ field: 'part', title: null, names: partNames })
    const by = series({ field: 'reading', names: readings, legend: true })
    return beside(
      ...(['authors', 'ours'] as const).map((library, k) => {
        const y = k === 0 ? names : { ...names, axis: { ...names.axis, labels: false } }
        return panel({
          ...{
            width: theme.width / 2 - (k === 0 ? 70 : 25),
            height: 110,
            title: `${panelLetter(k)} library: ${libraryNames[library]}`,
          },
          rows: tables.shares!.filter((row) => row.library === library),
          layers: [
            referenceLine({ across: 'x', position: x, at: 0 }),
            ...apart([
              intervalRule({ x, y, lo: 'lo995', hi: 'hi995', by, along: 'x', weight: 'outer' }),
              intervalRule({ x, y, lo: 'lo90', hi: 'hi90', by, along: 'x', weight: 'inner' }),
              points({ x, y, by }),
            ]),
          ],
        })
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const of = (library: string, part: string, reading: string): string =>
      changeText(tables.shares!.find((row) => row.library === library && row.part === part && row.reading === reading))
    const all = (library: string): string =>
      `edited library ${of(library, 'library', 'alone')}, gate ${of(library, 'gate', 'alone')}, closure check ${of(library, 'closure', 'alone')}, all three ${of(library, 'all three', 'together')}`
    return {
      text: `Change in ${metric} on ${tasks}, in points, mean over routers: each intervention alone, its share of what all three change together (the mean over all orders of joining), and all three. (a) The authors’ rules: ${all('authors')}. (b) Our steps: ${all('ours')}. ${scripted} ${localRouters}`,
      alt: `Forest plots. Authors’ rules: ${all('authors')}. Our steps: ${all('ours')}.`,
      n: tasksText(measures.transfer),
      ...overTasks,
    }
  },
})

/** Series below one another within a row. */
function apart(layers: readonly Layer[]): Layer[] {
  const yOffset = { field: 'reading', scale: { domain: Object.keys(readings) } }
  return layers.map((layer) => ({ ...layer, encoding: { ...layer.encoding, yOffset } }) as Layer)
}

function domainOf(rows: readonly Row[]): [number, number] {
  const ends = rows.flatMap(({ value, lo995, hi995 }) => [value, lo995, hi995]).filter((end) => typeof end === 'number')
  const [low, high] = [Math.floor(Math.min(0, ...ends) / 5) * 5, Math.ceil(Math.max(0, ...ends) / 5) * 5]
  return low < high ? [low, high] : [-5, 5]
}
