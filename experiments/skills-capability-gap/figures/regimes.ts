import {
  axis,
  categoryAxis,
  type Figure,
  fixed,
  intervalRule,
  localRouters,
  points as marks,
  referenceLine,
  series,
  smallMultiples,
  valueText,
} from '@lawbook/figures'
import type { Claim, Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { conditionNames, countText, jackknifed } from './words.ts'

const regimeNames = {
  large: `G > ${choices.regimes.large}`,
  medium: `G ${choices.regimes.small} to ${choices.regimes.large}`,
  small: `|G| < ${choices.regimes.small}`,
  behind: `G ≤ −${choices.regimes.small}`,
}

/** The paper's two means with the interval that they are printed with, read from the claims. */
function printedRows(claims: Readonly<Record<string, Claim>>): Row[] {
  return (['large', 'small'] as const).flatMap((regime) => {
    const claim = Object.values(claims).find(({ measure }) => measure === `${regime}-gap-synergy`)
    const around = /± ([0-9.]+)/.exec(claim?.printed ?? '')?.[1]
    if (claim === undefined || around === undefined) return []
    const value = Number(claim.number)
    return [{ regime, condition: 'paper', n: null, value, lo90: value - Number(around), hi90: value + Number(around) }]
  })
}

/** Mean synergy by regime and channel, beside what the paper prints. */
export const regimes: Figure = {
  id: 'regimes',
  title: 'Mean synergy by regime of the gap',
  width: 'full',
  tables: ['regimes', 'points'],
  spec: ({ tables, claims, theme }) => {
    const names = { ...conditionNames, paper: 'paper' }
    const by = series({ field: 'condition', names })
    const rows = [
      ...tables.regimes!.filter(({ condition, value }) => String(condition) in conditionNames && value !== null),
      ...printedRows(claims),
    ]
    const ends = rows.flatMap(({ value, lo90, hi90 }) => [value, lo90, hi90].map((x) => Number(x ?? 0)))
    const domain = [Math.floor(Math.min(-5, ...ends) / 5) * 5, Math.ceil(Math.max(5, ...ends) / 5) * 5] as const
    const x = axis({ field: 'value', title: 'mean synergy (points)', domain })
    const y = categoryAxis({ field: 'condition', title: null, names })
    return smallMultiples({
      by: 'regime',
      names: regimeNames,
      columns: 2,
      width: theme.width - 150,
      height: 14 * Object.keys(names).length,
      tables: { means: rows },
      layers: (only) => [
        referenceLine({ across: 'x', position: x, at: 0 }),
        only('means', intervalRule({ x, y, lo: 'lo90', hi: 'hi90', by, along: 'x', weight: 'inner' })),
        only('means', marks({ x, y, by })),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const mean = (name: string): string => valueText(measures[`${name}-gap-synergy`], 1)
    const other = (name: string, of: string): string =>
      valueText(
        measures[`${name}-gap-synergy`]?.alternatives?.find(({ option }) => option === of),
        1,
      )
    const without = (name: string): string => other(name, 'leaves before B is picked')
    const over = (name: string): string => other(name, 'a placebo state, both first skills gone before B is picked')
    const none = Math.max(
      ...tables.regimes!.filter(({ condition }) => condition === 'none').map(({ value }) => Math.abs(Number(value))),
    )
    return {
      text: `Mean of 100 (P(right end) − P(A) P(B)) over pairs in each regime of the gap (other wording), then over judged routers, N = ${choices.size}: ${mean('large')} points at large gaps, ${mean('small')} at small ones. The state draws a router back to the skill that left it; with that skill gone before B is picked, and P(B) alone in such a library, it is ${without('large')} and ${without('small')}; less a placebo, the state of another pair whose skill is gone as well, ${over('large')} and ${over('small')}. Read from the judged wording itself, a P(B) that is low in this wording alone makes a large gap, and any other text, a state or not, lifts it: regression to the mean. Without a channel (not drawn) every mean is within ${fixed(none, 1)} points of zero. The paper’s numbers are differences of a rubric score of language models, in %, drawn with what it prints behind ±, whose level no source says; its gap may be without a sign. ${localRouters}`,
      alt: `Four panels, one a regime, each with dots and intervals for six readings and, in two of them, the paper’s means. Here: ${mean('large')} points at large gaps, ${mean('small')} at small ones.`,
      n: countText(tables.points!),
      ...jackknifed,
      level: '90 % (the paper’s as printed)',
    }
  },
}
