import { beside, type Figure, fixed, localRouters, percentText, series, valueText } from '@lawbook/figures'
import { choices } from '../choices.ts'
import { chancePanel } from './chancePanel.ts'
import { classNames, jackknifed, judgedList, meanRow, pairsAbove } from './words.ts'

const times = [1, 2, 4]

/** P(B) after a state against P(B) without the own one, a point a pair. */
export const stateAgainstAlone: Figure = {
  id: 'state-against-alone',
  title: 'The second choice with and without the executed state',
  width: 'full',
  tables: ['pairs', 'contrasts', 'routers'],
  spec: ({ tables, theme }) => {
    const rows = tables.pairs!.filter(({ router, leaks }) => router === 'mean' && leaks === false)
    const by = series({ field: 'class', names: classNames, legend: true })
    const shared = { rows, times, by, size: Math.min(170, theme.width / 2 - 50) }
    return beside(
      chancePanel({
        ...shared,
        title: '(a) against the step alone',
        x: { field: 'second', title: 'P(B), the step alone' },
        y: { field: 'state', title: 'P(B | own executed state)' },
      }),
      chancePanel({
        ...shared,
        title: '(b) against another pair’s state',
        x: { field: 'placebo-present', title: 'P(B | placebo state)' },
        y: { field: 'state', title: null },
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const alone = pairsAbove(tables.pairs!, 'state', 'second')
    const placebo = pairsAbove(tables.pairs!, 'state', 'placebo-present')
    const hard = meanRow(tables.contrasts!, 'contrast', 'own over placebo')
    return {
      text: `Chance of the right second skill at N = ${choices.size}, a point a pair, mean over the judged routers (${judgedList(tables.routers!)}): after the executed state of the own first step against (a) the step’s text alone and (b) the state of another pair, with the skill that left it in the library too. Dashed: once, twice, four times. On difficult pairs (the third with the lowest chance in the other wording, router by router) the own state gives ${percentText(hard?.above)} and the placebo ${percentText(hard?.below)}: ${valueText(measures.rescue, 2)} times, ${valueText(measures['state-helps'], 1)} points; at most ${fixed(measures['rescue-cap']?.value, 1)} times was possible. ${localRouters}`,
      alt: `Two scatter plots of chances by dependency class. The own state is above the step alone in ${alone.above} and above the placebo in ${placebo.above} of ${placebo.pairs} pairs.`,
      n: `${measures['state-helps']?.n ?? 0} pairs that are difficult for a router, of ${measures.departure?.n ?? 0}`,
      ...jackknifed,
    }
  },
}
