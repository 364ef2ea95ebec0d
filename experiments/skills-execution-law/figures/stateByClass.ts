import {
  beside,
  categoryAxis,
  type Figure,
  fixed,
  intervalRule,
  type Layer,
  localRouters,
  logAxis,
  type Panel,
  panel,
  points,
  referenceLine,
  series,
  valueText,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { classNames, jackknifed, judgedList } from './words.ts'

const groundNames = { 'both in': 'both sources in the library', 'both out': 'both out' } as const

/** The own state against the placebo on equal ground, by class of pairs: the picture of the whole experiment. */
export const stateByClass: Figure = {
  id: 'state-by-class',
  title: 'What the own executed state adds over another pair’s, by dependency',
  width: 'full',
  tables: ['classes', 'routers'],
  spec: ({ tables, claims, theme }) => {
    const claimed = Number(claims['skill-laws/rescue-about-four']?.number ?? 1)
    const rows = tables.classes!.filter(({ value }) => typeof value === 'number')
    const ends = rows.flatMap(({ low995, high995, value }) => [Number(low995 ?? value), Number(high995 ?? value)])
    const domain = [Math.min(0.5, ...ends) * 0.95, Math.max(claimed, ...ends) * 1.1] as const
    const by = series({ field: 'ground', names: groundNames, legend: true })
    const x = logAxis({
      field: 'value',
      title: 'P(B | own) over P(B | placebo)',
      domain,
      ticks: [0.25, 0.5, 1, 2, 4, 8],
    })
    const offset = { yOffset: { field: 'ground', sort: Object.keys(groundNames) } }
    const column = (pairs: string, title: string, left: boolean): Panel => {
      const y = categoryAxis({ field: 'class', title: null, names: classNames })
      const own = left ? y : { ...y, axis: { ...y.axis, labels: false } }
      const layers = [
        intervalRule({ x, y: own, lo: 'low995', hi: 'high995', by, along: 'x', weight: 'outer' }),
        intervalRule({ x, y: own, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' }),
        points({ x, y: own, by }),
      ].map((layer) => ({ ...layer, encoding: { ...layer.encoding, ...offset } }) as Layer)
      return panel({
        width: theme.width / 2 - 60,
        height: 120,
        title,
        rows: rows.filter((row) => row.pairs === pairs),
        layers: [
          referenceLine({ across: 'x', position: x, at: 1 }),
          referenceLine({ across: 'x', position: x, at: claimed, label: `about ${claimed}×` }),
          ...layers,
        ],
      })
    }
    return beside(column('difficult', '(a) difficult pairs', true), column('all', '(b) all pairs', false))
  },
  caption: ({ tables, measures }) => {
    const rows = tables.classes!
    const said = (pairs: string): string =>
      Object.keys(classNames)
        .map((name) => `${name} ${both(rows, pairs, name)}`)
        .join(', ')
    return {
      text: `Ratio of mean chances of the right second skill at N = ${choices.size}: after the executed state of the own first step, over after the executed state of another pair of the class. Equal ground: the skill that left either state is in every library, or in none, so that only what the states say differs. On independent pairs the second step does not need the first: its state says nothing that helps, and the ratio should be one. With sources in and out: difficult pairs ${said('difficult')}; all pairs ${said('all')}. Over all classes, difficult: ${valueText(measures.rescue, 2)} times, ${valueText(measures['state-helps'], 1)} points. Mean over the judged routers (${judgedList(tables.routers!)}). Thick: 90 %, thin: 99.5 %. ${localRouters}`,
      alt: `Forest plot in two panels by dependency class. Ratios on all pairs with sources in and out: ${said('all')}.`,
      n: `${measures.rescue?.n ?? 0} pairs that are difficult for a router in (a), ${measures['realised-above-product']?.n ?? 0} pairs in (b)`,
      ...jackknifed,
      level: '90 % and 99.5 %',
    }
  },
}

/** The two ratios of a class. */
function both(rows: readonly Row[], pairs: string, name: string): string {
  const of = (ground: string): string =>
    fixed(rows.find((row) => row.pairs === pairs && row.class === name && row.ground === ground)?.value, 2)
  return `${of('both in')} and ${of('both out')}`
}
