import { beside, type Figure, localRouters, percentText, series, valueText } from '@lawbook/figures'
import { choices } from '../choices.ts'
import { chancePanel } from './chancePanel.ts'
import { classNames, jackknifed, judgedList, meanRow } from './words.ts'

/** Joint chances against the product of the steps alone: before a state exists, and in the closed loop. */
export const realisedAgainstProduct: Figure = {
  id: 'realised-against-product',
  title: 'Both steps right against the product of the steps alone',
  width: 'full',
  tables: ['pairs', 'contrasts', 'residuals', 'routers'],
  spec: ({ tables, theme }) => {
    const rows = tables.pairs!.filter(({ router }) => router === 'mean')
    const by = series({ field: 'class', names: classNames, legend: true })
    const shared = { times: [1], by, size: Math.min(170, theme.width / 2 - 50) }
    const x = { field: 'product', title: 'P(A) P(B), the steps alone' }
    return beside(
      chancePanel({
        ...shared,
        rows,
        x,
        title: '(a) the whole plan, no state',
        y: { field: 'plan', title: 'both steps right' },
      }),
      chancePanel({
        ...shared,
        rows: rows.filter(({ leaks }) => leaks === false),
        x,
        title: '(b) closed loop, executed state',
        y: { field: 'closed', title: null },
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const plan = meanRow(tables.residuals!, 'channel', 'plan')
    const loop = meanRow(tables.contrasts!, 'contrast', 'realised over product')
    return {
      text: `Chance that a pair comes right at N = ${choices.size} against the product of the chances of its steps alone, a point a pair, mean over the judged routers (${judgedList(tables.routers!)}). (a) Both steps asked with the plan: mean ${percentText(plan?.joint)} against ${percentText(plan?.product)}, residual ${valueText(measures['residual-plan'], 2)} points. (b) Choose, execute, show the state, choose, execute, check: ${percentText(loop?.above)} against ${percentText(loop?.below)}, difference ${valueText(measures['realised-above-product'], 2)} points, ${percentText(measures.tolerance?.value)} of the success over other skills than the two right ones. Steps that share one library lie above the product without any channel: ${valueText(measures['residual-alone'], 2)} points of either are that arithmetic. ${localRouters}`,
      alt: `Two scatter plots against the diagonal. Mean joint success ${percentText(plan?.joint)} under the plan and ${percentText(loop?.above)} in the closed loop; the product is ${percentText(plan?.product)}.`,
      n: `${measures.departure?.n ?? 0} pairs in (a), ${measures['realised-above-product']?.n ?? 0} in (b)`,
      ...jackknifed,
    }
  },
}
