import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  intervalRule,
  type Panel,
  panel,
  panelLetter,
  percentText,
  points,
  series,
  unlabelled,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { apart, assignmentNames } from './words.ts'

const eventNames = {
  'above-linear': 'faster than linear',
  'above-amdahl': 'above Amdahl',
  slower: 'slower than one',
}
const rowNames = { measured: 'measured', linear: 'noise, if linear', amdahl: 'noise, if Amdahl', one: 'noise, if none' }

const byData = (rows: readonly Row[], data: string): Row[] => rows.filter((row) => row.data === data)

/** How many cells cross a line, beside how many would by the noise of the runs alone. */
export const cellsAgainstNoise: Figure = {
  id: 'cells-against-noise',
  title: 'Cells beyond a line, against run noise',
  width: 'full',
  tables: ['shares'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'assignment', names: assignmentNames, legend: true })
    const category = categoryAxis({ field: 'row', title: null, names: rowNames })
    const events = Object.entries(eventNames)
    const x = axis({
      field: 'share',
      title: 'share of cells',
      domain: [-0.02, 1.02],
      ticks: [0, 0.5, 1],
      format: '.0%',
    })
    const one = ([event, name]: readonly [string, string], column: number): Panel => {
      const y = column === 0 ? category : unlabelled(category)
      const rows = Object.keys(assignmentNames).flatMap((assignment) => {
        const own = byData(tables.shares!, `LLM Teams, ${assignment}`).filter((each) => each.event === event)
        return [...own.slice(0, 1).map(measured), ...own.map(byNoise)].map((row) => ({ ...row, assignment }))
      })
      return panel({
        width: (theme.width - 90) / events.length - 10,
        height: 92,
        rows,
        title: `${panelLetter(column)} ${name}`,
        layers: apart(
          [intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' }), points({ x, y, by })],
          'assignment',
        ),
      })
    }
    return beside(...events.map(one))
  },
  caption: ({ tables, measures }) => {
    const all = byData(tables.shares!, 'LLM Teams')
    const at = (event: string, truth: string) => all.find((row) => row.event === event && row.truth === truth)
    const words = (event: string): string =>
      `${percentText(at(event, 'linear')?.share)} (by noise, if Amdahl’s law held: ${percentText(at(event, 'amdahl')?.by_noise)})`
    const beyond = Object.keys(eventNames).map((event) => measures[`${event}-beyond-noise`]?.value ?? 'unknown')
    return {
      text: `Cells of LLM Teams with several agents by what they exceed, and the share of cells that would if speed-up were exactly linear, exactly Amdahl’s bound at the known p, or none, and run noise alone moved cell means. Both assignments together: faster than linear ${words('above-linear')}, above the bound ${words('above-amdahl')}, slower than one agent ${words('slower')}. A line that is exactly true is crossed by half the cells. Single cells beyond run noise (Welch, Holm): ${beyond.join(', ')}; with about five runs a cell such tests have little power.`,
      alt: `Three panels of shares. Measured share faster than linear: ${percentText(at('above-linear', 'linear')?.share)}; slower than one agent: ${percentText(at('slower', 'linear')?.share)}.`,
      n: `${at('slower', 'linear')?.teams ?? 0} cells`,
      interval: 'measured: delete-one jackknife, t; noise: central 90 % of draws',
      level: '90 %',
      resampled: 'measured: suite-model pairs; noise: runs of a cell',
    }
  },
}

function measured({ share, low, high }: Row): Row {
  return { row: 'measured', share: share!, low: low!, high: high! }
}

function byNoise({ truth, by_noise, by_noise_low, by_noise_high }: Row): Row {
  return { row: truth!, share: by_noise!, low: by_noise_low!, high: by_noise_high! }
}
