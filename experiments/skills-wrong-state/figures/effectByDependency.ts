import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  intervalRule,
  localRouters,
  points as marks,
  panel,
  referenceLine,
  series,
} from '@lawbook/figures'
import { dependencyClasses } from '@lawbook/pipelines'
import type { Claim, Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { type Outcome, outcomes } from '../effects.ts'
import {
  classNames,
  executedHere,
  judgedCount,
  labelsIn,
  lettered,
  offsetBy,
  pairsText,
  rowText,
  twoWay,
} from './shared.ts'

const titles: Readonly<Record<Outcome, string>> = {
  routing: 'right skill chosen',
  aware: 'quality, aware',
  blind: 'quality, blind',
}

/** The effects of an outcome at the judged size; against the right state once more where the wrong skill is there by chance. */
function effectsOf(rows: readonly Row[], outcome: Outcome): Row[] {
  return rows
    .filter((row) => row.outcome === outcome && row.size === choices.size && row.against !== 'placebo')
    .filter((row) => row.libraries === 'wrong skill too' || row.against === 'own')
    .map((row) => (row.libraries === 'wrong skill too' ? row : { ...row, against: 'byChance' }))
}

/** What the paper prints for each class. */
function printedRows(claims: Readonly<Record<string, Claim>>): Row[] {
  return dependencyClasses.flatMap((kind) => {
    const number = claims[`skill-laws/wrong-state-${kind}`]?.number
    return typeof number === 'string' ? [{ class: kind, against: 'printed', value: Number(number) }] : []
  })
}

/** What a wrong state changes by dependency class, under three outcomes and two contrasts, beside what the paper prints. */
export const effectByDependency: Figure = {
  id: 'effect-by-dependency',
  title: 'What a wrong state does to the next step, by dependency',
  width: 'full',
  tables: ['effects', 'products', 'routers'],
  spec: ({ tables, claims, theme }) => {
    const by = series({
      field: 'against',
      names: {
        own: 'wrong less right state',
        none: 'wrong less no state',
        byChance: 'wrong less right, first rule',
        printed: 'paper',
      },
      legend: true,
    })
    return beside(
      ...outcomes.map((outcome, k) => {
        const rows = [...effectsOf(tables.effects!, outcome), ...printedRows(claims)]
        const ends = rows
          .flatMap(({ value, lo995, hi995 }) => [value, lo995, hi995])
          .filter((x) => typeof x === 'number')
        const domain = [Math.floor(Math.min(0, ...ends) / 5) * 5, Math.ceil(Math.max(0, ...ends) / 5) * 5] as const
        const x = axis({ field: 'value', title: 'change (points)', domain })
        const y = labelsIn(k === 0, categoryAxis({ field: 'class', title: null, names: classNames }))
        return panel({
          width: theme.width / outcomes.length - 24,
          height: 56 * dependencyClasses.length,
          title: lettered(k, titles[outcome]),
          rows,
          layers: [
            referenceLine({ across: 'x', position: x, at: 0 }),
            ...offsetBy('against', Object.keys(by.names), [
              intervalRule({ x, y, lo: 'lo995', hi: 'hi995', by, along: 'x', weight: 'outer' }),
              intervalRule({ x, y, lo: 'lo90', hi: 'hi90', by, along: 'x', weight: 'inner' }),
              marks({ x, y, by }),
            ]),
          ],
        })
      }),
    )
  },
  caption: ({ tables }) => {
    const each = (outcome: Outcome, against: string): string =>
      dependencyClasses
        .map((kind) => {
          const own = effectsOf(tables.effects!, outcome)
          return `${kind} ${rowText(own.find((row) => row.class === kind && row.against === against))}`
        })
        .join(', ')
    return {
      text: `Change in points at N = ${choices.size}, mean over wrong states, pairs and judged routers, in random libraries that hold the pair’s own skills and the one that left the wrong state. (a) The chance that the right second skill is chosen, the part that claims are judged by: wrong less right state ${each('routing', 'own')}. In the libraries of the first rule, which hold the skill that left the wrong state by chance only, so that hardly any wrong state could come about there: ${each('routing', 'byChance')}. (b) That chance, times whether the executed product is what the whole task wanted: ${each('aware', 'own')}. (c) The same runs, their products held against what the skill was given: ${each('blind', 'own')}. Against the right state the executed part of (b) and (c) can only lose, since only pairs whose right run passed are kept; against no state it can only gain in tight pairs, which then have nothing to work on. What separates (b) from (c) is the check, not the runs; with deterministic programs construction all but decides the aware one. The paper does not state its contrast. ${executedHere} ${localRouters}`,
      alt: `Three forest plots by dependency class. Wrong less right state: right skill chosen ${each('routing', 'own')}, and ${each('routing', 'byChance')} with the wrong skill in the library by chance only; aware quality ${each('aware', 'own')}; blind quality ${each('blind', 'own')}. Wrong less no state: right skill chosen ${each('routing', 'none')}; aware quality ${each('aware', 'none')}; blind quality ${each('blind', 'none')}.`,
      n: `${pairsText(tables.products!)}, ${judgedCount(tables.routers!)} judged routers`,
      ...twoWay,
      level: '90 % (thick) and 99.5 % (thin)',
    }
  },
}
