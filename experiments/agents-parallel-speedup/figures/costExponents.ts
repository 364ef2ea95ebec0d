import {
  axis,
  beside,
  categoryAxis,
  contextLines,
  type Figure,
  fixed,
  greys,
  intervalRule,
  type Layer,
  line,
  logAxis,
  panel,
  points,
  referenceLine,
  series,
  valueText,
} from '@lawbook/figures'
import type { Measure, Row } from '@lawbook/schemas'
import { clustersResampled } from './words.ts'

const dataNames = {
  'pre-assigned': 'tokens, pre-assigned',
  'self-organised': 'tokens, self-organised',
  all: 'tokens, all',
  turns: 'turns, Kim et al.',
}

/** What teams spend: growth with the number of agents, and exponents. */
export const costExponents: Figure = {
  id: 'cost-exponents',
  title: 'What a job costs against the number of agents',
  width: 'full',
  tables: ['costs', 'exponents'],
  spec: ({ tables, measures, theme }) => {
    const rows = tables.costs!.filter(({ data }) => data !== 'silo-bench' && data !== 'law')
    const by = series({ field: 'data', names: dataNames, legend: true })
    const ends = rows.map(({ cost }) => Number(cost))
    const x = logAxis({ field: 'agents', title: 'agents', domain: [0.95, 5.2], ticks: [1, 2, 3, 4, 5] })
    const y = logAxis({
      field: 'cost',
      title: 'cost, one agent = 1',
      domain: [Math.min(0.5, 0.9 * Math.min(...ends)), Math.max(10, 1.1 * Math.max(...ends))],
      ticks: [0.2, 0.5, 1, 2, 5, 10, 20],
    })
    const linear = [1, 5].map((n): Row => ({ agents: n, cost: n }))
    const means = meanRows(rows)
    const law = tables.costs!.filter(({ data }) => data === 'law')
    const slope = lawSlope(tables.exponents!)
    const forest = forestRows(measures['cost-exponent'])
    const e = axis({ field: 'value', title: 'exponent in n', domain: reach(forest, slope) })
    const option = categoryAxis({
      field: 'option',
      title: null,
      names: Object.fromEntries(forest.map((row) => [String(row.option), String(row.option)])),
    })
    const own = { x: e, y: option, by, along: 'x' } as const
    return beside(
      panel({
        width: theme.width / 2 - 46,
        height: 150,
        rows,
        title: '(a) relative to one agent',
        layers: [
          contextLines({ x, y, group: 'series', rows: rows.filter(({ data }) => data !== 'turns') }),
          ...[
            { values: linear, strokeDash: [3, 2] },
            { values: law, strokeDash: [1, 1.5] },
          ].map(
            ({ values, strokeDash }): Layer => ({
              data: { values },
              mark: { type: 'line', strokeDash, strokeWidth: 1.2, color: greys.text },
              encoding: { x, y },
            }),
          ),
          line({ x, y, by, rows: means }),
          points({ x, y, by, rows: [...means, ...rows.filter(({ data }) => data === 'turns')] }),
        ],
      }),
      panel({
        width: theme.width / 2 - 112,
        height: 150,
        rows: forest,
        title: '(b) exponents of tokens',
        layers: [
          referenceLine({ across: 'x', position: e, at: 1 }),
          referenceLine({ across: 'x', position: e, at: slope, label: `turn law ${fixed(slope, 2)}` }),
          intervalRule({ ...own, lo: 'outer_low', hi: 'outer_high', weight: 'outer' }),
          intervalRule({ ...own, lo: 'low', hi: 'high', weight: 'inner' }),
          points({ x: e, y: option, by }),
        ],
      }),
    )
  },
  caption: ({ tables, measures, claims }) => {
    const main = measures['cost-exponent']
    const silo = main?.alternatives?.find(({ choice }) => choice === 'data')
    const successful = main?.alternatives?.find(({ choice }) => choice === 'runs')
    const slope = lawSlope(tables.exponents!)
    const printed = claims['kim-2025/coordination-cost-superlinear']?.printed ?? 'unknown'
    const most = Math.max(...tables.costs!.filter(({ data }) => data === 'turns').map(({ cost }) => Number(cost)))
    return {
      text: `(a) Tokens of a job over those of one agent, all runs of LLM Teams, failed ones too: grey each suite, model, p and assignment, marks geometric means; dashed: linear; dotted: the law that arXiv 2512.08296 prints for turns, ${printed}. Beside them the mean turns of its five architectures over the single agent’s (at most ${fixed(most, 1)} times; several architectures have the same number of agents). (b) Slope of ln tokens on ln n with 90 % (thick) and 99.5 % (thin) intervals, each limit the farthest of clustering by pair, model and suite. All jobs: ${valueText(main, 2)}, of successful runs alone ${valueText(successful, 2)}. The printed exponent belongs to n + 0.5: over one to five agents the slope of the turn law is ${fixed(slope, 2)}, drawn here. In Silo-Bench tokens a round grow with exponent ${valueText(silo, 2)}; there the input grows with n, too.`,
      alt: `Lines of cost against 1 to 5 agents, and a forest plot of exponents: all jobs ${valueText(main, 2)}, Silo-Bench ${valueText(silo, 2)}; in proportion would be 1.`,
      n: `${main?.n ?? 0} series of suite, model, assignment and p`,
      interval: 'CR2 and t; Silo-Bench: Student over three models',
      level: '90 % and 99.5 %',
      resampled: clustersResampled,
    }
  },
}

/** Geometric mean over series by assignment and size. */
function meanRows(rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows.filter(({ data }) => data !== 'turns')) {
    const key = `${row.data} ${row.agents}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((own): Row => {
    const sum = own.reduce((total, { cost }) => total + Math.log(Number(cost)), 0)
    return { data: own[0]!.data!, agents: own[0]!.agents!, cost: Math.exp(sum / own.length) }
  })
}

/** The measure and those alternatives that are other data, in the colour of their assignment. */
function forestRows(measure: Measure | undefined): Row[] {
  if (measure === undefined) return []
  const shown = (measure.alternatives ?? []).filter(({ choice }) => choice !== 'limits' && choice !== 'line')
  return [{ ...measure, option: 'all jobs' }, ...shown].map(
    ({ option, value, i90, i995 }): Row => ({
      option: shortOption(option),
      data: option === 'pre-assigned' || option === 'self-organised' ? option : 'all',
      value,
      low: i90?.[0] ?? null,
      high: i90?.[1] ?? null,
      outer_low: i995?.[0] ?? null,
      outer_high: i995?.[1] ?? null,
    }),
  )
}

/** An alternative's name, short enough for a row. */
function shortOption(option: string): string {
  const short = ['Silo-Bench', 'successful', 'per success'].find((word) => option.includes(word))
  return short === undefined
    ? option
    : ({ 'Silo-Bench': 'Silo-Bench, a round', successful: 'successful runs' }[short] ?? short)
}

/** The slope of the printed turn law on ln n, over the sizes of LLM Teams. */
function lawSlope(rows: readonly Row[]): number {
  return Number(rows.find(({ data }) => data === 'printed law')?.exponent)
}

function reach(rows: readonly Row[], printed: number): readonly [number, number] {
  const ends = rows.flatMap(({ value, outer_low, outer_high }) => [value, outer_low, outer_high])
  const known = ends.filter((end) => typeof end === 'number')
  return [Math.min(0, ...known) - 0.05, Math.max(printed, ...known) + 0.05]
}
