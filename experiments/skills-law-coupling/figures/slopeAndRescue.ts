import {
  axis,
  beside,
  type Figure,
  fixed,
  greys,
  intervalRule,
  type Layer,
  localRouters,
  type Panel,
  panel,
  panelLetter,
  percentText,
  points,
  referenceLine,
  series,
  valueText,
} from '@lawbook/figures'
import { choices } from '../choices.ts'
import type { OutcomeId } from '../correlations.ts'
import { correlationText, familyNames, judged, outcomeNames, reach, sizeText } from './words.ts'

const shown: readonly OutcomeId[] = ['ratio', 'normalised', 'difference']
const without: Readonly<Record<OutcomeId, number>> = { ratio: 1, normalised: 0, difference: 0 }

/** Slope against rescue, called three things. */
export const slopeAndRescue: Figure = {
  id: 'slope-and-rescue',
  title: 'The slope of the routing law and the rescue by an executed state',
  width: 'full',
  tables: ['routers', 'levels', 'errors', 'correlations'],
  spec: ({ tables, theme }) => {
    const rows = judged(tables.routers!)
    const by = series({ field: 'kin', names: familyNames(tables.routers!), legend: true })
    const logKappa = Number(
      tables.errors!.find(({ size, model }) => size === choices.size && model === 'narrowing')?.parameter ?? 0,
    )
    const bDomain = reach(rows, ['bLow', 'bHigh'])
    const x = axis({ field: 'b', title: 'slope b per unit of ln N', domain: bDomain })
    const law: Layer = {
      data: { values: bDomain.map((b) => ({ b, difference: b * logKappa })) },
      mark: { type: 'line', color: greys.text, strokeDash: [4, 2], strokeWidth: 1, clip: true },
      encoding: { x, y: { field: 'difference', type: 'quantitative' } },
    }
    const column = (outcome: OutcomeId, k: number): Panel => {
      const also = outcome === 'difference' ? [0, ...bDomain.map((b) => b * logKappa)] : [without[outcome]]
      const domain = reach(rows, [`${outcome}Low`, `${outcome}High`], also)
      const y = axis({ field: outcome, title: null, domain, ...(outcome === 'ratio' ? {} : { format: '.0%' }) })
      return panel({
        width: theme.width / 3 - 34,
        height: 140,
        rows,
        title: `${panelLetter(k)} ${outcomeNames[outcome]}`,
        layers: [
          referenceLine({ across: 'y', position: y, at: without[outcome] }),
          ...(outcome === 'difference' ? [law] : []),
          intervalRule({ x, y, lo: `${outcome}Low`, hi: `${outcome}High`, by, along: 'y', weight: 'outer' }),
          intervalRule({ x, y, lo: 'bLow', hi: 'bHigh', by, along: 'x', weight: 'outer' }),
          points({ x, y, by }),
        ],
      })
    }
    return beside(...shown.map(column))
  },
  caption: ({ tables, measures }) => {
    const correlations = tables.correlations!
    const level = tables.levels!.find(
      (row) => row.ground === 'present' && row.class === 'all' && row.size === choices.size,
    )
    const away = tables.levels!.find(
      (row) => row.ground === 'removed' && row.class === 'all' && row.size === choices.size,
    )
    const each = shown.map(
      (outcome) =>
        `${outcomeNames[outcome]} ${correlationText(correlations, outcome, 'pearson')} (Spearman ${correlationText(correlations, outcome, 'spearman')})`,
    )
    return {
      text: `Each point is a router. Across: its slope b on other requests. Up: what the executed state of the first step does to the choice of the second at N = ${choices.size}, against the state of another pair, with the skills that left both in every library: (a) ratio, (b) share of what was missing, (c) difference; dashed in (c): b ln κ with κ = ${valueText(measures.kappa, 1)}. Correlation over families: ${each.join(', ')}. From the step’s text alone ${percentText(level?.alone)} are picked rightly, with the state of another pair ${percentText(level?.placebo)}, with the own one ${percentText(level?.state)} (mean over families): what is called rescue here is own state against another, not against none; with both skills in no library they are ${percentText(away?.alone)}, ${percentText(away?.placebo)} and ${percentText(away?.state)}. The correlation with the ratio is arithmetic as far as b is related to P(B), which the third figure shows; none of them is judged. Floors are left out. ${localRouters}`,
      alt: `Three scatter plots of slope against rescue, points by family of routers. Correlations over families: ${each.join(', ')}. Fitted factor ${fixed(measures.kappa?.value, 1)}.`,
      n: sizeText(measures.kappa?.n, tables.routers!),
      interval:
        'up: delete-one jackknife over second-step skills; across: the same over packages of other requests; κ: of both jackknives, over skills and over families, the farther limit',
      level: '90 %',
      resampled: 'second-step skills; packages; for κ also families of routers',
    }
  },
}
