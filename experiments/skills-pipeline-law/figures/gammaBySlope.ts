import {
  axis,
  type Figure,
  fixed,
  greys,
  intervalRule,
  intervalText,
  type Layer,
  listNames,
  panel,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import { channel, judgedNames, plansAsked, resampled } from './words.ts'

const printed = { slope: 6.7, intercept: 1.09, constant: 1.41 }
const top = 3

/** Gamma against b, router by router, with what the paper prints. */
export const gammaBySlope: Figure = {
  id: 'gamma-by-slope',
  title: 'γ of whole plans against the slope b of single steps',
  width: 'full',
  tables: ['gammas'],
  spec: ({ tables, theme }) => {
    const rows = tables.gammas!.filter(({ kin }) => kin !== 'floor')
    const judged = rows.filter((row) => row.judged === true && Number(row.gamma) <= top)
    const slopes = rows.map(({ b }) => Number(b))
    const [lo, hi] = [Math.min(0.04, ...slopes) - 0.003, Math.max(0.09, ...slopes) + 0.006]
    const x = axis({ field: 'b', title: 'slope b of single steps in ln N', domain: [lo, hi], format: '.2f' })
    const y = axis({ field: 'gamma', title: 'γ', domain: [0.8, top], ticks: [1, 1.5, 2, 2.5, 3] })
    const names = judgedNames(judged)
    const by = series({
      field: 'router',
      names: Object.keys(names).length > 0 ? names : { none: 'none' },
      legend: true,
    })
    const rule: Layer = {
      data: { values: [lo, hi].map((b) => ({ b, gamma: printed.slope * b + printed.intercept })) },
      mark: { type: 'line', color: greys.text, strokeWidth: 1 },
      encoding: { x, y },
    }
    const ruleName: Layer = {
      data: { values: [{ b: hi, gamma: printed.slope * hi + printed.intercept, text: '6.7 b + 1.09' }] },
      mark: { type: 'text', style: 'reference-label', align: 'right', baseline: 'bottom', dy: -3 },
      encoding: { x, y, text: { field: 'text' } },
    }
    const others: Layer = {
      data: { values: rows.filter((row) => row.judged !== true) },
      mark: { type: 'point', filled: true, color: greys.quiet, opacity: 0.6, clip: true },
      encoding: { x, y },
    }
    return panel({
      width: theme.width,
      height: 150,
      layers: [
        referenceLine({ across: 'y', position: y, at: 1 }),
        referenceLine({
          across: 'y',
          position: y,
          at: printed.constant,
          label: '1.41',
          labelAt: 'end',
          labelSide: 'below',
        }),
        rule,
        ruleName,
        others,
        intervalRule({ x, y, lo: 'lo90', hi: 'hi90', by, along: 'y', weight: 'outer', rows: judged }),
        points({ x, y, by, rows: judged }),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const rows = tables.gammas!
    const beyond = rows.filter(({ gamma }) => Number(gamma) > top).map(({ short }) => String(short))
    const floors = rows.filter(({ kin }) => kin === 'floor').map(({ short }) => String(short))
    const gaps = rows.filter(({ judged }) => judged === true).map(({ short, gap }) => `${short} ${fixed(gap, 2)}`)
    const [gamma, slope] = [measures.gamma, measures['gamma-slope']]
    return {
      text: `γ: how many single steps a step in a plan counts for, one a router, against the slope b of its single steps. Solid line and 1.41: what the paper prints. Coloured: judged routers; grey: others; beyond the frame: ${listNames(beyond)}. Mean γ ${fixed(gamma?.value ?? null, 2)} (${intervalText(gamma, 2)}), without FlexSearch ${fixed(alternative(gamma, 'as at first'), 2)}; slope on b ${fixed(slope?.value ?? null, 1)} (${intervalText(slope, 1)}). γ less the printed rule: ${listNames(gaps)}. The plan’s own skills are in every library: where rightly picked ones leave, of plan and baseline alike, γ is ${fixed(alternative(gamma, 'rightly picked'), 2)}, where each step is asked without those of the other steps ${fixed(alternative(gamma, 'each step without'), 2)}, with steps asked alone ${fixed(alternative(gamma, 'steps asked alone'), 2)}. Not drawn: ${listNames(floors)}, ${floors.length === 1 ? 'a floor' : 'floors'}. ${channel}`,
      alt: `Points of γ against b with intervals. γ by judged router: ${listNames(rows.filter(({ judged }) => judged === true).map((row) => `${row.short} ${fixed(row.gamma, 2)} at b = ${fixed(row.b, 3)}`))}. The printed line runs from below 1.4 to above 1.6.`,
      n: plansAsked(gamma, rows),
      interval: 'of a router: delete-one jackknife over clusters of plans, Student',
      level: '90 %',
      resampled: `drawn: clusters of plans; in the text: ${resampled}`,
    }
  },
}

function alternative(
  measure:
    | { readonly alternatives?: readonly { readonly option: string; readonly value: number | null }[] }
    | undefined,
  option: string,
): number | null {
  return measure?.alternatives?.find((one) => one.option.startsWith(option))?.value ?? null
}
