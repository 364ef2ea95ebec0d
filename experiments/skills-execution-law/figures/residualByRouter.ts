import {
  axis,
  categoryAxis,
  type Figure,
  intervalRule,
  type Layer,
  localRouters,
  panel,
  points,
  referenceLine,
  region,
  series,
  valueText,
} from '@lawbook/figures'
import { choices } from '../choices.ts'
import { deafList, jackknifed, judgedNames } from './words.ts'

const channelNames = {
  plan: 'plan (judged)',
  asked: 'product as asked',
  removed: 'first skill removed',
  alone: 'no channel',
} as const
const margin = 100 * choices.margins.residual

/** The residual by router and channel, with what "about multiplicative" allows. */
export const residualByRouter: Figure = {
  id: 'residual-by-router',
  title: 'Both steps right less the product of the steps alone, before a state',
  width: 'full',
  tables: ['residuals', 'routers'],
  spec: ({ tables, theme }) => {
    const names = { mean: 'mean', ...judgedNames(tables.routers!) }
    const rows = tables.residuals!.filter(({ size }) => size === choices.size)
    const ends = rows.flatMap(({ low, high, value }) => [Number(low ?? value), Number(high ?? value)])
    const domain = [Math.floor(Math.min(-margin, ...ends)) - 1, Math.ceil(Math.max(margin, ...ends)) + 1] as const
    const by = series({ field: 'channel', names: channelNames, legend: true })
    const x = axis({ field: 'value', title: 'residual (points)', domain })
    const y = categoryAxis({ field: 'router', title: null, names })
    const offset = { yOffset: { field: 'channel', sort: Object.keys(channelNames) } }
    const layers = [
      intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' }),
      points({ x, y, by }),
    ].map((layer) => ({ ...layer, encoding: { ...layer.encoding, ...offset } }) as Layer)
    return panel({
      width: theme.width - 90,
      height: 30 * Object.keys(names).length,
      rows,
      layers: [
        region({ x, from: -margin, to: margin, label: '' }),
        referenceLine({ across: 'x', position: x, at: 0 }),
        ...layers,
      ],
    })
  },
  caption: ({ tables, measures }) => ({
    text: `P(A and B) − P(A) P(B) at N = ${choices.size}, in points, by judged router and channel; shaded: ± ${margin} points. Mean under the plan: ${valueText(measures['residual-plan'], 2)} against the product of the steps alone. That is no coupling between steps: against the product of the steps as they were asked under the plan it is ${valueText(measures['residual-asked'], 2)}. The plan’s words call for the pair’s other own skill, which is in every library, so that each step by itself gets worse; with the skill that was picked rightly removed ${valueText(measures['residual-removed'], 2)} is left. Without any channel ${valueText(measures['residual-alone'], 2)}: the arithmetic of sharing one library. ln ratios in the same order: ${valueText(measures['log-ratio-plan'], 3)}, ${valueText(measures['log-ratio-asked'], 3)}, ${valueText(measures['log-ratio-removed'], 3)}, ${valueText(measures['log-ratio-alone'], 3)}; ± ${choices.margins.logRatio} is allowed. Routers that read a request as a set of words cannot tell under the plan which step is asked (${deafList(tables.routers!)}). ${localRouters}`,
    alt: `Forest plot of residuals by router in four readings. Mean under the plan ${valueText(measures['residual-plan'], 2)} points.`,
    n: `${measures.departure?.n ?? 0} pairs`,
    ...jackknifed,
    resampled: 'skills of the second step; for the mean kins of routers too',
  }),
}
