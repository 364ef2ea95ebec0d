import { median } from '@lawbook/estimators'
import {
  above,
  axis,
  beside,
  type Figure,
  fixed,
  line,
  listNames,
  logAxis,
  panel,
  points,
  referenceLine,
  series,
  smallMultiples,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { formNames, twoParameters } from '../forms.ts'
import { only } from './shared.ts'

const middle = (rows: readonly Row[]): string => {
  const known = rows.flatMap(({ r2 }) => (typeof r2 === 'number' ? [r2] : []))
  return known.length === 0 ? 'unknown' : fixed(median(known), 2)
}

/** Success against cost over different agents. */
export const acrossAgents: Figure = {
  id: 'across-agents',
  title: 'Across agents, cost explains little (cross-sections, not judged)',
  width: 'full',
  tables: ['agents', 'log-lines'],
  spec: ({ tables, theme }) => {
    const rows = tables.agents!
    const sections = [...new Set(rows.map(({ section }) => String(section)))]
    const by = series({ field: 'what', names: { agent: 'one agent and model', line: 'line in logs' }, legend: true })
    const x = logAxis({ field: 'cost', title: 'USD a task (log)', domain: [0.003, 60], ticks: [0.01, 0.1, 1, 10] })
    const y = logAxis({ field: 'success', title: 'success (log)', domain: [0.015, 1], ticks: [0.02, 0.1, 0.5, 1] })
    return smallMultiples({
      by: 'section',
      names: Object.fromEntries(sections.map((section) => [section, section])),
      columns: 3,
      width: theme.width - 60,
      height: 90,
      tables: {
        lines: rows.map((row) => ({
          section: row.section ?? null,
          cost: row.cost ?? null,
          success: row.line ?? null,
          what: 'line',
        })),
        points: rows.map((row) => ({ ...only([row], 'section', 'cost', 'success')[0], what: 'agent' })),
      },
      layers: (of) => [of('lines', line({ x, y, by })), of('points', points({ x, y, by }))],
    })
  },
  caption: ({ tables }) => {
    const lines = tables['log-lines']!
    const across = lines.filter(({ kind }) => kind === 'across')
    const within = lines.filter(({ kind }) => kind === 'within')
    return {
      text: `Success against mean cost of different agents, a cross-section in which model and scaffold change together. R squared of the line in logs and Spearman's correlation: ${listNames(across.map(({ section, r2, rho }) => `${String(section)} ${fixed(r2, 2)} and ${fixed(rho, 2)}`))}; median R squared ${middle(across)}. Along one curve of the sweeps, where one agent gets other budgets, the median is ${middle(within)}, but most of these curves cannot but rise, which alone makes R squared high; over contexts alone, where the agent runs anew at each budget, it is ${middle(within.filter(({ section }) => String(section).includes(', context')))}. Agents with no success or no cost are left out (${across.reduce((sum, { left }) => sum + Number(left), 0)}).`,
      alt: `Scatter of success against cost for ${across.length} cross-sections, with wide spread around the fitted lines.`,
      n: listNames(across.map(({ section, n }) => `${String(section)} ${String(n)}`)),
      interval: 'none',
      level: 'none',
      resampled: 'nothing',
    }
  },
}

const populations = {
  'heavy-tail': 'heavy-tailed rates',
  'one-rate': 'one rate for all tasks',
  'no-gain': 'attempts change nothing',
}

/** Where a power law of the error comes from. */
export const heavyTailControl: Figure = {
  id: 'heavy-tail-control',
  title: 'Simulated tasks: a heavy tail of difficulty makes the error a power law',
  width: 'full',
  tables: ['control', 'control-errors'],
  spec: ({ tables, theme }) => {
    const rows = tables.control!
    const by = series({ field: 'population', names: populations, legend: true })
    const x = logAxis({ field: 'attempts', title: 'attempts k (log)', domain: [1, 250], ticks: [1, 10, 100] })
    const y = logAxis({ field: 'error', title: 'error 1 − y (log)', domain: [0.004, 1.3], ticks: [0.01, 0.1, 1] })
    const exponent = (field: string, title: string) => axis({ field, title, domain: [-2, 1.05], ticks: [-2, -1, 0, 1] })
    const width = (theme.width - 60) / 3
    const local = (field: string, title: string, name: string) => {
      const position = exponent(field, name)
      const own = only(
        rows.filter((row) => typeof row[field] === 'number' && Number(row[field]) >= -2),
        'population',
        'attempts',
        field,
      )
      return panel({
        width,
        height: 120,
        title,
        layers: [
          referenceLine({ across: 'y', position, at: 0 }),
          line({ x, y: position, by, rows: own }),
          points({ x, y: position, by, rows: own }),
        ],
      })
    }
    const shown = only(
      rows.filter(({ error }) => Number(error) >= 0.004),
      'population',
      'attempts',
      'error',
    )
    return above(
      beside(
        panel({
          width,
          height: 120,
          title: '(a) error',
          layers: [line({ x, y, by, rows: shown }), points({ x, y, by, rows: shown })],
        }),
        local('errorExponent', '(b) exponent of the error', 'local exponent'),
        local('successExponent', '(c) exponent of success', 'local exponent'),
      ),
    )
  },
  caption: ({ tables }) => {
    const errors = tables['control-errors']!
    const of = (population: string): string =>
      listNames(
        twoParameters.map(
          (form) =>
            `${formNames[form]!} ${fixed(errors.find((row) => row.population === population && row.form === form)?.error, 1)}`,
        ),
      )
    return {
      text: `A positive control. Repeated attempts at simulated tasks: each task's error falls exponentially, but where rates of success are heavy-tailed towards zero (Beta(0.3, 0.35)) the mean error falls as a power with a constant exponent, while the exponent of success falls all along (arXiv 2502.17578). Held-out error in points, by the code that judges: heavy-tailed rates: ${of('heavy-tail')}; one rate for all tasks: ${of('one-rate')}.`,
      alt: 'Three panels over attempts: the error of heavy-tailed tasks is a straight line in logs, that of equal tasks bends down, and one that does not change is level; the exponent of success falls to zero.',
      n: `${choices.controlTasks} tasks of heavy-tailed rates; the other two populations are exact`,
      interval: 'none',
      level: 'none',
      resampled: 'nothing',
    }
  },
}
