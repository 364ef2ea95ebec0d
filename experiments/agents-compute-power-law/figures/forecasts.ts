import {
  above,
  axis,
  beside,
  type Figure,
  line,
  logAxis,
  type Panel,
  panel,
  points,
  region,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { threeParameters, twoParameters } from '../forms.ts'
import { inRows, measuredAnd, only, titles } from './shared.ts'

const columns = 3

/** One panel a sweep: its first curve, what each form makes of the lower part, and the part held out, shaded. */
function sheet(
  tables: { readonly points: readonly Row[]; readonly forecasts: readonly Row[] },
  forms: readonly string[],
  width: number,
): Panel {
  const by = series({ field: 'form', names: measuredAnd(forms), legend: true })
  const shown = tables.points.filter(({ sweep }) =>
    tables.forecasts.some((row) => row.sweep === sweep && row.form === forms[0]),
  )
  const panels = Object.entries(titles(shown)).map(([sweep, title], i) => {
    const own = shown.filter((row) => row.sweep === sweep)
    const xs = own.map(({ x }) => Number(x))
    const successes = own.map(({ success }) => Number(success))
    const domain = [xs[0]!, xs.at(-1)!] as const
    const x = logAxis({ field: 'x', title: String(own[0]!.unit), domain })
    const lines = tables.forecasts.filter((row) => row.sweep === sweep && forms.includes(String(row.form)))
    const [low, high] = [Math.min(...successes), Math.max(...successes)]
    const room = Math.max(0.06, high - low)
    // Lines set the axis up to one range of the points beyond them; what goes farther is cut.
    const drawn = lines.map(({ success }) => Math.min(high + room, Math.max(low - room, Number(success))))
    const y = axis({
      field: 'success',
      title: i % columns === 0 ? 'success' : null,
      domain: [Math.max(0, Math.min(low - 0.15 * room, ...drawn)), Math.min(1, Math.max(high + 0.15 * room, ...drawn))],
      format: '.0%',
    })
    return panel({
      width: width / columns,
      height: 78,
      title,
      layers: [
        region({ x, from: Number(own[0]!.from), to: domain[1], label: '' }),
        line({ x, y, by, rows: only(lines, 'x', 'success', 'form') }),
        points({ x, y, by, rows: own.map(({ x: at, success }) => ({ x: at!, success: success!, form: 'measured' })) }),
      ],
    })
  })
  return above(...inRows(panels, columns).map((row) => beside(...row)))
}

const words = {
  n: 'sweeps as titled; the first curve of each',
  interval: 'none drawn; errors with intervals are in the figure of held-out errors',
  level: 'none',
  resampled: 'nothing',
}

export const twoParameterForms: Figure = {
  id: 'two-parameter-forms',
  title: 'Forms with two parameters, fitted to small budgets and compared beyond',
  width: 'full',
  tables: ['points', 'forecasts'],
  spec: ({ tables, theme }) =>
    sheet({ points: tables.points!, forecasts: tables.forecasts! }, twoParameters, theme.width - 60),
  caption: ({ tables }) => ({
    ...words,
    text: `Success against budget for the first curve of each of ${Object.keys(titles(tables.points!)).length} sweeps, all published by others, with four forms of two parameters fitted to the budgets that are not shaded; the shaded ones are held out. Axes differ between panels, and budgets are on logarithmic ones; lines that end at an edge go on beyond it. A power law overshoots where the budget goes far beyond what was fitted; on short ladders the forms hardly differ.`,
    alt: 'Small panels of success against budget on logarithmic axes; the power law of success bends upward away from the points in the shaded part, most of all for Monkeys.',
  }),
}

export const threeParameterForms: Figure = {
  id: 'three-parameter-forms',
  title: 'Forms with three parameters, fitted to small budgets and compared beyond',
  width: 'full',
  tables: ['points', 'forecasts'],
  spec: ({ tables, theme }) => {
    const forms = [...threeParameters]
    const long = tables.points!.filter(({ sweep }) => tables.points!.filter((row) => row.sweep === sweep).length > 4)
    return sheet({ points: long, forecasts: tables.forecasts! }, forms, theme.width - 60)
  },
  caption: ({ tables }) => ({
    ...words,
    text: `The first curve of each of ${Object.keys(titles(tables.forecasts!.filter(({ form }) => form === 'logistic'))).length} sweeps with more than four budgets, and forms of three parameters fitted to the budgets that are not shaded (shaded: held out): an error that falls as a power to a floor, a logistic curve in ln x, a shifted power of success. Lines that end at an edge go on beyond it. Three parameters on four to seven points forecast wildly where the points are noisy.`,
    alt: 'Small panels of success against budget on logarithmic axes with three fitted forms; in noisy sweeps they part ways in the shaded region.',
  }),
}
