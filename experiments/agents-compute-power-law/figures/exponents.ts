import {
  axis,
  contextLines,
  type Figure,
  fixed,
  line,
  logAxis,
  points,
  referenceLine,
  series,
  smallMultiples,
  valueText,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { kinds } from '../exponents.ts'
import { only, titles } from './shared.ts'

const domain = [-0.25, 1] as const
const shown = (value: unknown): boolean => typeof value === 'number' && value >= domain[0] && value <= domain[1]

/** Exponents of success and of the error between neighbouring budgets: a power law keeps one. */
export const localExponents: Figure = {
  id: 'local-exponents',
  title: 'The local exponents of success and of the error along each curve',
  width: 'full',
  tables: ['exponents', 'losses'],
  spec: ({ tables, theme }) => {
    const rows = kinds.flatMap((kind) => {
      const column = kind === 'success' ? 'exponent' : 'errorExponent'
      return tables
        .exponents!.filter(({ [column]: value }) => shown(value))
        .map((row) => ({
          ...only([row], 'sweep', 'relative')[0],
          exponent: row[column]!,
          what: kind,
          curve: `${row.curve} ${kind}`,
        }))
    })
    const by = series({ field: 'what', names: { success: 'of success', error: 'of the error' }, legend: true })
    const x = logAxis({ field: 'relative', title: 'budget / smallest budget', domain: [1, 400], ticks: [1, 10, 100] })
    const y = axis({ field: 'exponent', title: 'local exponent', domain, ticks: [0, 0.5, 1] })
    return smallMultiples({
      by: 'sweep',
      names: titles(tables.exponents!),
      columns: 3,
      width: theme.width - 30,
      height: 50,
      tables: { lines: rows, points: rows },
      layers: (of) => [
        referenceLine({ across: 'y', position: y, at: 0 }),
        of('lines', contextLines({ x, y, group: 'curve' })),
        of('points', points({ x, y, by })),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const rows = tables.exponents!
    const beyond = rows.filter(({ exponent }) => !shown(exponent)).length
    return {
      text: `Exponents between neighbouring budgets, of success ln(y2/y1)/ln(x2/x1) and of the error, 1 − y, with its sign turned, against their geometric mean; one grey line a curve. A power law keeps its exponent. Along attempts and hours, where success cannot fall but by a verifier's choice, the exponent of success loses ${valueText(measures['loss-success'], 2)} of itself from the lower to the upper part (median over sweeps). ${changes(tables.losses!, 'success')} ${changes(tables.losses!, 'error')} Five of these sweeps share one source. ${beyond} of ${rows.length} steps of success lie outside the axis or start from zero.`,
      alt: 'Small panels of two local exponents against relative budget; along repeated attempts and hours that of success is lower in the upper part than in the lower one and that of the error stays, along contexts both scatter.',
      n: `${rows.length} steps on the curves of ${Object.keys(titles(rows)).length} sweeps`,
      interval: 'none drawn; in the text, sign-test limits over sweeps',
      level: '90 %',
      resampled: 'sweeps',
    }
  },
}

function changes(losses: readonly Row[], kind: string): string {
  const own = losses.filter((row) => row.kind === kind)
  const zs = own.flatMap(({ z }) => (typeof z === 'number' ? [z] : [])).sort((a, b) => a - b)
  const clear = zs.filter((z) => z > significant).length
  return `The exponent of ${kind === 'error' ? 'the error' : kind} is lower in the upper part in ${own.filter(({ lower, upper }) => Number(upper) < Number(lower)).length} of ${own.length} sweeps, in ${clear} by more than ${significant} standard errors (loss in standard errors from ${fixed(zs[0], 1)} to ${fixed(zs.at(-1), 1)}).`
}

const significant = 2

/** How many of the measured steps are drawn: one in so many, so that the fits are seen. */
const every = 4

/** Curves of mini-SWE-agent over steps: truncations of finished runs. */
export const truncatedRuns: Figure = {
  id: 'truncated-runs',
  title: 'Truncated runs: success by step limit, 24 agents (illustration, not judged)',
  width: 'full',
  tables: ['truncations', 'truncation-fits'],
  spec: ({ tables, theme }) => {
    const rows = tables.truncations!.filter(({ axis: along }) => along === 'steps')
    const short = (model: string): string =>
      model
        .replace(/ \(.*\)$/, '')
        .replace(/ (Preview|Instruct|Reasoner|Maverick|medium)/g, '')
        .replace(' 480B/A35B', '')
    const names = Object.fromEntries(rows.map(({ model }) => [String(model), short(String(model))]))
    const by = series({
      field: 'form',
      names: { measured: 'measured', power: 'power', logistic: 'logistic in ln x' },
      legend: true,
    })
    const x = logAxis({ field: 'x', title: 'step limit (log)', domain: [1, 260], ticks: [1, 10, 100] })
    const y = axis({ field: 'success', title: 'resolved', domain: [0, 0.8], ticks: [0, 0.4, 0.8], format: '.0%' })
    const thinned = (all: readonly Row[]) => all.filter((_, k) => k % every === 0)
    const of = (form: string, column: string) =>
      rows.map((row) => ({ model: row.model ?? null, x: row.x ?? null, success: row[column] ?? null, form }))
    return smallMultiples({
      by: 'model',
      names,
      columns: 4,
      width: theme.width - 30,
      height: 40,
      tables: {
        lines: [...of('power', 'power'), ...of('logistic', 'logistic')],
        points: thinned(of('measured', 'success')),
      },
      layers: (pick) => [pick('points', points({ x, y, by })), pick('lines', line({ x, y, by }))],
    })
  },
  caption: ({ tables }) => {
    const fits = tables['truncation-fits']!.filter(({ axis: along }) => along === 'steps')
    const models = new Set(fits.map(({ model }) => model)).size
    return {
      text: `Illustration, not judged: truncated runs. Share of 500 SWE-bench Verified tasks that mini-SWE-agent had resolved by a step limit, for ${models} models, from runs that knew no limit: such curves level off by construction. A power of the limit and a logistic curve in its logarithm, which has one parameter more, fitted to all points, of which one in ${every} is drawn.`,
      alt: `${models} small panels of S-shaped curves; the power law misses their bend and the logistic curve follows it.`,
      n: `${models} models, 500 tasks each`,
      interval: 'none',
      level: 'none',
      resampled: 'nothing',
    }
  },
}
