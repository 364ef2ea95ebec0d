import {
  axis,
  beside,
  colourOf,
  dashOf,
  endLabels,
  type Figure,
  fixed,
  intervalRule,
  type Layer,
  line,
  localRouters,
  points as marks,
  panel,
  referenceLine,
  series,
  valueText,
} from '@lawbook/figures'
import { choices } from '../choices.ts'
import { countText, jackknifed } from './words.ts'

/** The marks, which a legend names, and the lines, which carry their names. */
const markNames = { pair: 'a pair', bin: 'mean of a bin' }
const lines = series({
  field: 'curve',
  names: { ...markNames, printed: 'printed', fitted: 'fitted', most: 'most', least: 'least' },
})

/** The colour and dash of a line, as values: a legend would put the shapes of marks on them, which they do not carry. */
function styleOf(curve: string) {
  const at = Object.keys(lines.names).indexOf(curve)
  return { color: { value: colourOf(lines).scale.range[at]! }, strokeDash: { value: dashOf(lines).scale.range[at]! } }
}

/** Synergy against the gap, with the law and what arithmetic allows. */
export const synergyByGap: Figure = {
  id: 'synergy-by-gap',
  title: 'Synergy of two steps against the capability gap',
  width: 'full',
  tables: ['pairs', 'bins', 'curves', 'forms', 'points'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'what', names: markNames, legend: true })
    const [width, height] = [theme.width / 2 - 42, 180]
    const part = (of: 'gap' | 'ownGap', condition: string, title: string, curves: readonly string[]) => {
      const x = axis({ field: 'gap', title: 'capability gap G', domain: [-1, 1] })
      const y = axis({ field: 'synergy', title: 'synergy S', domain: [-1, 1] })
      const pairs = tables.pairs!.map((row) => ({ gap: row[of] ?? null, synergy: row.synergy ?? null, what: 'pair' }))
      const bins = tables
        .bins!.filter((row) => row.condition === condition && row.synergy !== null)
        .map((row) => ({ ...row, what: 'bin' }))
      const drawn = tables.curves!.filter(({ curve }) => curves.includes(String(curve)))
      const dots = marks({ x, y, by, rows: pairs })
      return panel({
        width,
        height,
        title,
        layers: [
          referenceLine({ across: 'y', position: y, at: 0 }),
          { ...dots, encoding: { ...dots.encoding, fillOpacity: { value: 0.35 } } } as Layer,
          ...curves.map((curve) => {
            const plain = line({ x, y, by: lines, rows: drawn.filter((row) => row.curve === curve) })
            return { ...plain, encoding: { x, y, ...styleOf(curve) } } as Layer
          }),
          endLabels(theme, { x, y, by: lines, rows: drawn, height }),
          intervalRule({ x, y, lo: 'synergyLow', hi: 'synergyHigh', by, along: 'y', weight: 'inner', rows: bins }),
          marks({ x, y, by, rows: bins }),
        ],
      })
    }
    return beside(
      part('gap', 'executed', '(a) gap of the other wording', ['printed', 'fitted']),
      part('ownGap', 'own-gap', '(b) gap of the same wording', ['most', 'least']),
    )
  },
  caption: ({ tables, measures }) => {
    const forms = tables.forms!
    const error = (id: string): string => fixed(forms.find(({ form }) => form === id)?.leftOutError, 1)
    const critical = fixed(forms.find(({ form }) => form === 'gap-law')?.criticalGap, 2)
    return {
      text: `Synergy S = P(right end) − P(A) P(B) of pairs of steps at N = ${choices.size}, closed loop with executed states and checked products; a dot is a pair’s mean over judged routers. (a) Against G = P(A) − P(B) of the other wording, which decides. The law fitted to pairs at least ${choices.realGap} apart has its critical gap at ${critical} and R² ${valueText(measures['gap-law-r2'], 2)}, which may fall below zero, since the law has no constant; errors on pairs of left-out skills, in points: fitted law ${error('gap-law')}, as printed ${error('printed')}, constant ${error('constant')}, straight line ${error('line')}, parabola ${error('parabola')}, a fixed share of P(A) (1 − P(B)) ${error('headroom')}. (b) The same synergy against the gap of its own wording. Most and least: what one router’s two right picks can do at a gap at all, ((1 + G)/2)² and |G| − 1. Dots and squares are means over routers whose gaps differ: the lower bound holds for them too, the upper, which bends upwards, need not. A synergy that rises with G is expected of any state that helps, and here of any change of the text, since the same P(B) is in gap and synergy. The printed law is about a rubric score of language models. ${localRouters}`,
      alt: `Two clouds of pairs with bin means: one with the printed and the fitted law, one with two bounds. Mean synergy ${valueText(measures['small-gap-synergy'], 1)} points at small gaps and ${valueText(measures['large-gap-synergy'], 1)} points at large ones.`,
      n: countText(tables.points!),
      ...jackknifed,
      level: '90 %',
    }
  },
}
