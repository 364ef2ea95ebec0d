import {
  axis,
  band,
  type Figure,
  fixed,
  line,
  localRouters,
  points as marks,
  referenceLine,
  series,
  smallMultiples,
  valueText,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { conditionNames, countText, jackknifed } from './words.ts'

const { executed, removed, plan } = conditionNames
const names = { executed, removed, plan }

/** Bins of a condition from those around 0 on: where A is behind there is hardly anything to win and no share to speak of. */
function binsOf(bins: readonly Row[], conditions: readonly string[]): Row[] {
  return bins.filter(
    ({ condition, gap, won }) => conditions.includes(String(condition)) && Number(gap) >= 0 && won !== null,
  )
}

/** The share of the headroom that is won against the gap where A is ahead, a panel a channel. */
export const wonByGap: Figure = {
  id: 'won-by-gap',
  title: 'Share of what could be won against the capability gap',
  width: 'full',
  tables: ['bins', 'points'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'condition', names })
    const bins = binsOf(tables.bins!, Object.keys(names))
    const ends = bins.flatMap(({ won, wonLow, wonHigh }) => [won, wonLow, wonHigh].map((one) => Number(one ?? 0)))
    const reach = [Math.floor(2 * Math.min(0, ...ends)) / 2, Math.ceil(2 * Math.max(0.5, ...ends)) / 2] as const
    const x = axis({ field: 'gap', title: 'gap G, other wording', domain: [0, 1] })
    const y = axis({ field: 'won', title: 'S / (P(A) (1 − P(B)))', domain: reach, format: '.0%' })
    return smallMultiples({
      by: 'condition',
      names,
      columns: 3,
      width: theme.width - 80,
      height: 150,
      tables: { bins },
      layers: (only) => [
        referenceLine({ across: 'y', position: y, at: 0 }),
        only('bins', band({ x, y, lo: 'wonLow', hi: 'wonHigh', by })),
        only('bins', line({ x, y, by })),
        only('bins', marks({ x, y, by })),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const slope = valueText(measures['gap-raises-synergy'], 2)
    const gone = valueText(
      measures['gap-raises-synergy']?.alternatives?.find(({ option }) => option === 'leaves before B is picked'),
      2,
    )
    const none = Math.max(...binsOf(tables.bins!, ['none']).map(({ won }) => Math.abs(Number(won))))
    return {
      text: `The share of P(A) (1 − P(B)) that is won at N = ${choices.size}: sums over points in bins of the gap, divided; the first bin lies around 0. A state that wins the same share everywhere gives a level line whatever its strength; where A is ahead the slope is ${slope} per unit of gap with the executed state, and ${gone} with the first skill gone before B is picked (P(B) is then that of the step alone in such a library). Below zero, a share that is lost, which has no bound and rises with the gap by arithmetic alone where a state loses the same part of every P(B). With the plan both steps are asked anew, so that A changes too. Without a channel the share is at most ${fixed(100 * none, 1)} % away from zero in any bin. ${localRouters}`,
      alt: `Three panels over the gap, each a line with a band: executed state, the same with the first skill gone, plan. Slope of the first where A is ahead: ${slope}.`,
      n: countText(tables.points!),
      ...jackknifed,
      level: '90 %',
    }
  },
}
