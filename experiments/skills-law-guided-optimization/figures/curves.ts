import {
  axis,
  band,
  beside,
  type Figure,
  line,
  localRouters,
  logAxis,
  points as marks,
  panel,
  percentText,
  series,
} from '@lawbook/figures'
import { choices } from '../choices.ts'
import { intended, jackknifed, lettered, requestsText } from './shared.ts'

const armNames = {
  before: 'unedited',
  authors: 'authors’ rules',
  ours: 'our steps',
  'ours+hub': 'our steps, hubs corrected',
} as const

/** Accuracy before and after along N, in random libraries and among the nearest competitors. */
export const curves: Figure = {
  id: 'curves',
  title: 'Accuracy against library size before and after the edits',
  width: 'full',
  tables: ['curves'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'arm', names: armNames, legend: true })
    const top = Math.ceil(10 * Math.max(...tables.curves!.map(({ high, right }) => Number(high ?? right)))) / 10
    return beside(
      ...[
        { libraries: 'random', title: 'random libraries' },
        { libraries: 'nearest', title: 'the nearest competitors' },
      ].map(({ libraries, title }, k) => {
        const x = logAxis({ field: 'size', title: 'library size N', domain: [10, 1000], ticks: [10, 50, 200, 1000] })
        const y = axis({ field: 'right', title: k === 0 ? 'accuracy' : null, domain: [0, top], format: '.0%' })
        return panel({
          width: theme.width / 2 - 35,
          height: 150,
          title: lettered(k, title),
          rows: tables.curves!.filter((row) => row.libraries === libraries && String(row.arm) in armNames),
          layers: [band({ x, y, lo: 'low', hi: 'high', by }), line({ x, y, by }), marks({ x, y, by })],
        })
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const at = (arm: string, libraries: string, size: number): string =>
      percentText(
        tables.curves!.find((row) => row.arm === arm && row.libraries === libraries && row.size === size)?.right,
      )
    const all = (libraries: string, size: number): string =>
      Object.entries(armNames)
        .map(([arm, name]) => `${name} ${at(arm, libraries, size)}`)
        .join(', ')
    return {
      text: `Exact expected accuracy. (a) In random libraries, at N = ${choices.size}: ${all('random', choices.size)}. (b) Among the right skill and its N − 1 nearest competitors in the unedited library, at N = 50: ${all('nearest', 50)}. ${intended} ${localRouters}`,
      alt: `Accuracy falls with library size in all four arms. Random libraries of ${choices.size}: ${all('random', choices.size)}. Among the 50 nearest: ${all('nearest', 50)}.`,
      n: requestsText(measures.gain),
      ...jackknifed,
      level: '90 %',
    }
  },
}
