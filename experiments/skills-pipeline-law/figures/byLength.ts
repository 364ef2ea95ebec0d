import {
  axis,
  beside,
  type Figure,
  fixed,
  intervalText,
  type Layer,
  line,
  logAxis,
  type Panel,
  panel,
  panelLetter,
  points,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { armNames, channel, largest, lengthNames, plansAsked, resampled, smallest } from './words.ts'

/** Accuracy against library size, length by length, with the law. */
export const byLength: Figure = {
  id: 'accuracy-by-length',
  title: 'Accuracy of whole plans against library size, and the law',
  width: 'full',
  tables: ['accuracy', 'gammas'],
  spec: ({ tables, theme }) => {
    const rows = tables
      .accuracy!.filter(({ router }) => router === 'mean')
      .map((row): Row => ({ ...row, steps: String(row.length) }))
    const by = series({ field: 'steps', names: lengthNames, legend: true })
    const column = (arm: 'plan' | 'alone', k: number): Panel => {
      const own = rows.filter((row) => row.arm === arm)
      const x = logAxis({
        field: 'size',
        title: 'library size N',
        domain: [smallest, largest],
        ticks: [10, 50, 200, 1000],
      })
      const y = axis({ field: 'right', title: k === 0 ? 'accuracy' : null, domain: [0, 0.8], format: '.0%' })
      const fitted: Layer = line({ x, y: { ...y, field: 'law' }, by, rows: own })
      return panel({
        width: theme.width / 2 - 26,
        height: 130,
        title: `${panelLetter(k)} ${armNames[arm]}`,
        layers: [fitted, points({ x, y, by, rows: own })],
      })
    }
    return beside(column('plan', 0), column('alone', 1))
  },
  caption: ({ tables, measures }) => {
    const [deviation, gap] = [measures['largest-deviation'], measures['extrapolation-gap']]
    const ahead =
      gap?.value == null
        ? 'Shown the plan, no judged router is ever right in all steps of a plan of five or ten: there is nothing to extrapolate to.'
        : `Fitted to plans of two and three steps, the law predicts plans of five and ten ${fixed(gap.value, 2)} points worse than the best rival (${intervalText(gap, 2)}).`
    return {
      text: `Points: exact accuracy, mean over judged routers. Lines: the mean of the routers’ own laws, p^(γK) with one γ a router and p^K the product of the same plans’ steps, each asked alone; for one step the line a − b ln N. Largest deviation ${fixed(deviation?.value ?? null, 1)} points (${intervalText(deviation, 1)}; two are allowed). ${ahead} ${channel}`,
      alt: `Accuracy falls with library size on a logarithmic axis. Shown the plan, plans of two steps are near or below ${fixed(100 * topOf(tables.accuracy!, 2), 0)} %, of three below ${fixed(100 * topOf(tables.accuracy!, 3), 0)} %; plans of five and ten lie at the bottom.`,
      n: plansAsked(deviation, tables.gammas!),
      interval: 'none drawn; in the text: delete-one jackknife, Student with Satterthwaite’s degrees of freedom',
      level: '90 %',
      resampled,
    }
  },
}

/** The highest mean accuracy of plans of a length that are shown the plan. */
function topOf(rows: readonly Readonly<Record<string, unknown>>[], length: number): number {
  return Math.max(
    0,
    ...rows
      .filter((row) => row.router === 'mean' && row.arm === 'plan' && row.length === length)
      .map(({ right }) => Number(right)),
  )
}
