import {
  band,
  beside,
  type Figure,
  fixed,
  groupDigits,
  line,
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
import { jackknifed, judgedList, largest, meanRow, smallest } from './words.ts'

/** By what a ratio is called, and which panel it stands in. */
const overPlacebo = {
  'own over placebo': 'both sources in',
  'own over placebo removed': 'both out',
  'own over placebo by chance': 'one by chance',
} as const
const overAlone = {
  'own over alone': 'own',
  'asserted over alone': 'asserted',
  'placebo over alone': 'placebo',
} as const
const names = { ...overPlacebo, ...overAlone }

/** Ratios on difficult pairs against the size of the library. */
export const rescueBySize: Figure = {
  id: 'rescue-by-size',
  title: 'What a state does to difficult second choices, by library size',
  width: 'full',
  tables: ['contrasts', 'routers'],
  spec: ({ tables, claims, theme }) => {
    const claimed = Number(claims['skill-laws/rescue-about-four']?.number ?? 1)
    const rows = tables
      .contrasts!.filter(
        ({ router, contrast, class: only }) => router === 'mean' && only === 'all' && String(contrast) in names,
      )
      .filter(({ value }) => typeof value === 'number')
    const by = series({ field: 'contrast', names, legend: true })
    const x = logAxis({ field: 'size', title: 'library size N', domain: [smallest, largest], ticks: choices.ladder })
    const y = logAxis({
      field: 'value',
      title: 'ratio of means, difficult pairs',
      domain: reach(rows, claimed),
      ticks: [0.1, 0.2, 0.5, 1, 2, 4, 8, 16, 32],
    })
    const column = (title: string, of: Readonly<Record<string, string>>, left: boolean): Panel => {
      const own = left ? y : { ...y, axis: { ...y.axis, title: null } }
      return panel({
        width: theme.width / 2 - 34,
        height: 170,
        title,
        rows: rows.filter(({ contrast }) => String(contrast) in of),
        layers: [
          referenceLine({ across: 'y', position: own, at: 1 }),
          referenceLine({
            across: 'y',
            position: own,
            at: claimed,
            ...(left ? { label: `about ${claimed}× (printed)`, labelAt: 'start' } : {}),
          }),
          band({ x, y: own, lo: 'low', hi: 'high', by }),
          line({ x, y: own, by }),
          points({ x, y: own, by }),
        ],
      })
    }
    return beside(
      column('(a) own over another pair’s state', overPlacebo, true),
      column('(b) over the step alone', overAlone, false),
    )
  },
  caption: ({ tables, measures }) => {
    const rows = tables.contrasts!
    const at = (size: number): string => fixed(meanRow(rows, 'contrast', 'own over placebo', size)?.value, 2)
    return {
      text: `Ratio of mean chances of the right second skill on difficult pairs, mean over the judged routers (${judgedList(tables.routers!)}). “Difficult” is set once, at N = ${choices.size} in the other wording. Own over placebo: ${valueText(measures.rescue, 2)} at N = ${choices.size}; ${at(smallest)} at ${smallest} and ${at(largest)} at ${groupDigits(largest)}: a ratio is capped by 1 / P(B), which grows with N. A state draws the choice to the skill that left it. Judged: both such skills are in every library. “Both out” takes them out: ${fixed(meanRow(rows, 'contrast', 'own over placebo removed')?.value, 2)} at N = ${choices.size}. “One by chance” is the first rule, with the placebo’s source there by chance only: ${fixed(meanRow(rows, 'contrast', 'own over placebo by chance')?.value, 2)}. Choosing difficult pairs on the judged wording itself would have given ${valueText(measures['regression-to-the-mean'], 2)} without any state. ${localRouters}`,
      alt: `Two panels of three lines against library size on logarithmic axes. Own over placebo goes from ${at(smallest)} to ${at(largest)} times.`,
      n: `${measures.rescue?.n ?? 0} pairs that are difficult for a router`,
      ...jackknifed,
    }
  },
}

/** A domain of ratios that holds one, the printed number and every interval. */
function reach(rows: readonly Row[], claimed: number): [number, number] {
  const limits = rows.flatMap(({ low, high, value }) => [low ?? value, high ?? value].map(Number))
  return [Math.min(0.8, ...limits) * 0.95, Math.max(claimed, ...limits) * 1.4]
}
