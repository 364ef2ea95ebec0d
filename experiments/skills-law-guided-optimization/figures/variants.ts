import {
  axis,
  categoryAxis,
  type Figure,
  fixed,
  localRouters,
  panel,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { domainOf, offsetBy } from './shared.ts'

const label = ({ group, variant, chosen }: Row): string => `${group}: ${variant}${chosen === true ? ' (default)' : ''}`

/** The mean over routers of a variant's gain. */
function meanGain(rows: readonly Row[], name: string): number {
  const own = rows.filter((row) => label(row) === name)
  return own.reduce((sum, { gain }) => sum + Number(gain), 0) / own.length
}

/** What our defaults were chosen among, on the calibration half. */
export const variants: Figure = {
  id: 'variants',
  title: 'What our steps were chosen among, on the calibration half',
  width: 'full',
  tables: ['variants', 'routers'],
  spec: ({ tables, theme }) => {
    const rows = tables.variants!.map((row): Row => ({ ...row, name: label(row), value: row.gain! }))
    const names = [...new Set(rows.map(({ name }) => String(name)))]
    const shorts = Object.fromEntries(
      choices.variantRouters.map((id) => [id, String(tables.routers!.find((row) => row.router === id)?.short ?? id)]),
    )
    const x = axis({ field: 'gain', title: 'change in accuracy (points)', domain: domainOf(rows, 5) })
    const y = categoryAxis({ field: 'name', title: null, names: Object.fromEntries(names.map((name) => [name, name])) })
    const by = series({ field: 'router', names: shorts, legend: true })
    return panel({
      width: theme.width - 200,
      height: 22 * names.length,
      title: '',
      rows,
      layers: [
        referenceLine({ across: 'x', position: x, at: 0 }),
        ...offsetBy('router', Object.keys(shorts), [points({ x, y, by })]),
      ],
    })
  },
  caption: ({ tables }) => {
    const rows = tables.variants!
    const names = [...new Set(rows.map(label))]
    const sorted = [...names].sort((a, b) => meanGain(rows, b) - meanGain(rows, a) || (a < b ? -1 : 1))
    const [best, worst] = [sorted[0] ?? '', sorted.at(-1) ?? '']
    const say = (name: string): string => `${name}, ${fixed(meanGain(rows, name), 1)} points`
    return {
      text: `Change in accuracy among ${choices.size} skills on the calibration half alone: a variant reads its requests in one wording and is asked them in the other, mean of both ways. Most: ${say(best)}; least: ${say(worst)}. Defaults were chosen on numbers like these, which are therefore better than what other requests give. ${localRouters}`,
      alt: `Dot plot of ${names.length} variants by router, from ${say(worst)} to ${say(best)}.`,
      n: `${names.length} variants`,
      interval: 'none: nothing is judged here',
      level: '–',
      resampled: 'nothing',
    }
  },
}
