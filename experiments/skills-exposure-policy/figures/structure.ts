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
import { groupingNames } from '../groupings.ts'
import { effectText, jackknifed, judgedNames } from './shared.ts'

/** The rows of one panel: both groupings, at the judged size or at the largest that there are enough units for. */
function effectsOf(rows: readonly Row[], kind: string): Row[] {
  return Object.keys(groupingNames).flatMap((grouping) => {
    const own = rows.filter(({ contrast }) => contrast === `${kind}, ${grouping}`)
    const sizes = own.map(({ size }) => Number(size)).filter((size) => size <= choices.size)
    return own.filter(({ size }) => size === Math.max(...sizes)).map((row) => ({ ...row, grouping }))
  })
}

/** Two-level against flat routing and coarse against fine units, by router. */
export const structure: Figure = {
  id: 'structure',
  title: 'What grouping skills does to accuracy',
  width: 'full',
  tables: ['effects', 'routers'],
  spec: ({ tables, theme }) => {
    const known = judgedNames(tables.routers!, choices.wording)
    const names = { ...known, mean: 'mean' }
    const by = series({ field: 'grouping', names: groupingNames, legend: true })
    const panels = [
      { title: '(a) two levels', kind: 'two-level' },
      { title: '(b) two levels, listed anew', kind: 'two-level relisted' },
      { title: '(c) units as entries', kind: 'unit pick at equal entries' },
    ].map(({ kind, title }) => ({ title, rows: effectsOf(tables.effects!, kind) }))
    const ends = panels.flatMap(({ rows }) => rows.flatMap(({ lo995, hi995 }) => [Number(lo995), Number(hi995)]))
    const domain = [Math.floor(Math.min(0, ...ends) / 10) * 10, Math.ceil(Math.max(0, ...ends) / 10) * 10] as const
    const width = theme.width / panels.length - 22
    return beside(
      ...panels.map(({ title, rows }, k) => {
        const x = axis({ field: 'effect', title: 'difference (points)', domain })
        const category = categoryAxis({ field: 'router', title: null, names })
        const y = k === 0 ? category : { ...category, axis: { ...category.axis, labels: false } }
        const offset = { yOffset: { field: 'grouping' } } as const
        const layers = [
          intervalRule({ x, y, lo: 'lo995', hi: 'hi995', by, along: 'x', weight: 'outer' }),
          intervalRule({ x, y, lo: 'lo90', hi: 'hi90', by, along: 'x', weight: 'inner' }),
          marks({ x, y, by }),
        ].map((layer) => ({ ...layer, encoding: { ...layer.encoding, ...offset } }) as Layer)
        return panel({
          width,
          height: 17 * Object.keys(names).length,
          title,
          rows,
          layers: [referenceLine({ across: 'x', position: x, at: 0 }), ...layers],
        })
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const rows = tables.effects!
    const packages = Number(
      effectsOf(rows, 'unit pick at equal entries').find(({ grouping }) => grouping === 'package')?.size,
    )
    const at = (contrast: string, size = choices.size): string => effectText(rows, contrast, size)
    return {
      text: `Signed differences in accuracy, ${choices.wording} requests: left of zero, grouping does harm. (a) A unit first and a skill inside it second, less routing among the same ${choices.size} skills at once, exact: ${at('two-level, package')} with packages, ${at('two-level, similarity')} with clusters of similar texts. Here a unit lists all its members, drawn or not, and no router was made for such lists: an upper bound of the harm. (b) The same where units list the drawn members alone and every router is fitted on the drawn skills (${choices.relistings} random orders of all skills): ${at('two-level relisted, package')} and ${at('two-level relisted, similarity')}. (c) The right unit among ${choices.size} clusters, less the right skill among as many skills, exact: ${at('unit pick at equal entries, similarity')}; packages, of which there are too few, at N = ${packages}: ${at('unit pick at equal entries, package', packages)}. ${localRouters}`,
      alt: `Forest plots by judged router. Two-level routing against flat, mean over routers: ${at('two-level, package')} with packages that list all members, ${at('two-level relisted, package')} with packages that list the drawn ones.`,
      n: `${measures['structure-effect']?.n ?? 0} ${choices.wording} requests`,
      ...jackknifed,
      level: '90 % (thick) and 99.5 % (thin)',
    }
  },
}
