import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  fixed,
  greys,
  intervalText,
  line,
  logAxis,
  panel,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { threeStepFacts } from '../readings.ts'
import { channel, judgedNames, largest, smallest } from './words.ts'

const shown = {
  'plan 2': 'plan, 2 steps',
  'plan 3': 'plan, 3 steps',
  'state 2': 'state, 2 steps',
  'state 3': 'state, 3 steps',
  'alone 3': 'alone, 3 steps',
}

/** What plans lose on independent steps. */
export const penalty: Figure = {
  id: 'compression-penalty',
  title: 'How far plans fall below their own steps',
  width: 'full',
  tables: ['penalty', 'gammas', 'three-steps'],
  spec: ({ tables, theme, measures }) => {
    const rows = tables
      .penalty!.map((row): Row => ({ ...row, series: `${row.arm} ${row.length}` }))
      .filter((row) => String(row.series) in shown && row.own !== null)
    const by = series({ field: 'series', names: shown, legend: true })
    const x = logAxis({
      field: 'size',
      title: 'library size N',
      domain: [smallest, largest],
      ticks: [10, 50, 200, 1000],
    })
    const high = Math.max(0.5, ...rows.map(({ own }) => Number(own)))
    const low = Math.min(0, ...rows.map(({ own }) => Number(own)))
    const y = axis({ field: 'own', title: 'ln(product) − ln(plan)', domain: [low - 0.05, high + 0.1] })
    const names = judgedNames(tables.gammas!)
    const routers = (measures['three-step-shortfall']?.parts ?? []).flatMap(({ label, value, i90 }): Row[] =>
      value === null || i90 === null ? [] : [{ router: label, value, lo: i90[0], hi: i90[1] }],
    )
    const reach = [...routers.flatMap(({ lo, hi }) => [Number(lo), Number(hi)]), 0]
    const value = axis({
      field: 'value',
      title: 'product less plan, 3 steps (points)',
      domain: [Math.min(...reach) - 2, Math.max(...reach) + 2],
    })
    const category = categoryAxis({
      field: 'router',
      title: null,
      names: Object.keys(names).length > 0 ? names : { none: 'none' },
    })
    return beside(
      panel({
        width: theme.width / 2 - 40,
        height: 130,
        title: '(a) by size',
        layers: [
          referenceLine({ across: 'y', position: y, at: 0 }),
          line({ x, y, by, rows }),
          points({ x, y, by, rows }),
        ],
      }),
      panel({
        width: theme.width / 2 - 40,
        height: 130,
        title: `(b) three steps, N = ${choices.size}`,
        layers: [
          referenceLine({ across: 'x', position: value, at: 0 }),
          {
            data: { values: routers },
            mark: { type: 'rule', style: 'inner', color: greys.axis },
            encoding: { x: { ...value, field: 'lo' }, x2: { field: 'hi' }, y: category },
          },
          {
            data: { values: routers },
            mark: { type: 'point', color: greys.text },
            encoding: { x: value, y: category },
          },
        ],
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const three = measures['three-step-shortfall']
    const at = (arm: string, length: number): string =>
      fixed(
        tables.penalty!.find((row) => row.arm === arm && row.length === length && row.size === choices.size)?.own,
        2,
      )
    const never = [
      ...new Set(
        tables.penalty!.filter((row) => row.arm === 'plan' && row.own === null).map(({ length }) => Number(length)),
      ),
    ]
    const removed = three?.alternatives?.find(({ option }) => option.startsWith('rightly picked'))
    const facts = threeStepFacts(tables['three-steps']!)
    const constant = (measures['three-step-shortfall']?.parts ?? []).filter(({ value }) => value === null).length
    return {
      text: `(a) ln of the product of the steps’ accuracies, each asked alone, less ln of the accuracy of the plan, mean accuracies over judged routers; 0: independent steps. At N = ${choices.size}: shown the plan ${at('plan', 2)} for two steps and ${at('plan', 3)} for three; shown the executed state of the step before ${at('state', 2)} and ${at('state', 3)}; asked alone ${at('alone', 3)}. Plans of ${never.join(' and ') || 'no'} steps, shown the plan, are never right as a whole: they have no logarithm. (b) The same for three steps in points, router by router${constant > 0 ? `; ${constant} without a point is never right in any of them` : ''}. Mean ${fixed(three?.value ?? null, 1)} points (${intervalText(three, 1)}); where rightly picked skills leave the library, of plan and baseline alike, ${fixed(removed?.value ?? null, 1)}. Of ${facts.plans} plans ${facts.emptyPlans} have no product to fall from with any judged router, and one alone falls by ${fixed(facts.largest, 0)}. ${channel}`,
      alt: `Penalties by library size, and a forest plot of three-step shortfalls by router. At N = ${choices.size} the penalty is ${at('plan', 2)} for two and ${at('plan', 3)} for three steps shown the plan, ${at('alone', 3)} for steps asked alone.`,
      n: `${three?.n ?? 0} plans of three steps in (b); ${Object.keys(judgedNames(tables.gammas!)).length} judged routers, one a kin`,
      interval:
        '(b): delete-one jackknife over plans, Student; in the text over plans and kins of routers, the farther limit',
      level: '90 %',
      resampled: 'plans, and kins of routers',
    }
  },
}
