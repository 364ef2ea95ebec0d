import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  fixed,
  intervalRule,
  points as marks,
  panel,
  series,
  valueText,
} from '@lawbook/figures'
import { dependencyClasses } from '@lawbook/pipelines'
import { classNames, labelsIn, lettered, offsetBy, pairsText, rowText } from './shared.ts'

const titles = { aware: 'what the whole task wanted', blind: 'right for what it was given' } as const

/** Shares of executed second steps that pass, by class and by what stood before them, under both outcomes. */
export const executedProducts: Figure = {
  id: 'executed-products',
  title: 'Executed second steps that pass their check, by what was done before',
  width: 'full',
  tables: ['products'],
  spec: ({ tables, theme }) => {
    const by = series({
      field: 'state',
      names: { own: 'right first step', none: 'inputs alone', wrong: 'wrong first step' },
      legend: true,
    })
    const x = axis({ field: 'value', title: 'products that pass (%)', domain: [-3, 103], ticks: [0, 25, 50, 75, 100] })
    return beside(
      ...(['aware', 'blind'] as const).map((outcome, k) => {
        const y = labelsIn(k === 0, categoryAxis({ field: 'class', title: null, names: classNames }))
        return panel({
          width: theme.width / 2 - 30,
          height: 40 * dependencyClasses.length,
          title: lettered(k, titles[outcome]),
          rows: tables.products!.filter((row) => row.outcome === outcome),
          layers: offsetBy('state', Object.keys(by.names), [
            intervalRule({ x, y, lo: 'lo90', hi: 'hi90', by, along: 'x', weight: 'inner' }),
            marks({ x, y, by }),
          ]),
        })
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const each = (outcome: string): string =>
      dependencyClasses
        .map((kind) => {
          const own = tables.products!.filter((row) => row.class === kind && row.state === 'wrong')
          return `${kind} ${rowText(own.find((row) => row.outcome === outcome))}`
        })
        .join(', ')
    const blind = measures['survival-by-dependency']?.alternatives?.find(({ choice }) => choice === 'outcome')?.value
    return {
      text: `The right second skill, executed after the right first skill, on the inputs alone and after wrong first skills; its product held against (a) what the whole task wanted, dependency-aware, and (b) what the skill was given, dependency-blind. After a wrong first step, in percent: (a) ${each('aware')}; (b) ${each('blind')}. The share of loose pairs less that of tight ones in (a), by which law L11 is judged, is ${valueText(measures['survival-by-dependency'], 1)} points; in (b) it is ${fixed(blind, 1)}. With deterministic programs (a) is decided by construction: a program works on what it is given, so that a wrong input gives the whole task’s product by coincidence alone, and two shares at that floor say nothing of the law. (b) shows who still has something to work on after a wrong step, which is how the classes were told apart, not who recovers. By construction, too, all products pass after the right first step, and on the inputs alone those of independent pairs pass, those of loose pairs pass (b), and those of tight pairs fail (b). A share without an interval is the same in all clusters. No router has a part in this figure.`,
      alt: `Two dot plots by dependency class. After a wrong first step: dependency-aware ${each('aware')}; dependency-blind ${each('blind')}.`,
      n: pairsText(tables.products!),
      interval: 'delete-one jackknife over second-step skills',
      level: '90 %',
      resampled: 'second-step skills',
    }
  },
}
