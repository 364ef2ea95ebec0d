import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  fixed,
  listNames,
  panel,
  percentText,
  region,
  series,
  unlabelled,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { apart, bandOf, forest } from './shared.ts'

const student = { interval: 'Student, linearised ratio', level: '90 %', resampled: 'tasks of each agent' }

export const usefulShareByModel: Figure = {
  id: 'useful-share-by-model',
  title: 'Spend that ended in a solved task, mini-SWE-agent',
  width: 'full',
  tables: ['agents'],
  spec: ({ tables, theme, claims }) => {
    const by = series({
      field: 'what',
      names: { spend: 'share of spend on solved tasks', tasks: 'share of tasks solved' },
      legend: true,
    })
    const rows = ofReading(tables.agents!, 'useful-share-swebench-mini-swe-agent')
    const x = axis({ field: 'value', title: 'share', domain: [0, 1], format: '.0%' })
    const y = models(rows)
    const [from, to] = bandOf(claims)
    const tasks = rows.map((row) => ({ ...row, what: 'tasks', value: row.success!, lo: null, hi: null }))
    const marks = [...rows.map((row) => ({ ...row, what: 'spend' })), ...tasks]
    return panel({
      width: theme.width,
      height: theme.fontSize * 1.7 * rows.length,
      layers: [region({ x, from, to, label: 'claimed' }), ...forest(marks, x, y, by).map((layer) => apart(layer, by))],
    })
  },
  caption: ({ tables, claims }) => {
    const rows = ofReading(tables.agents!, 'useful-share-swebench-mini-swe-agent')
    const [lo, hi] = bandOf(claims)
    const within = rows.filter(({ value }) => Number(value) >= lo && Number(value) <= hi).length
    const below = rows.filter(({ value, success }) => Number(value) < Number(success)).length
    return {
      text: `SWE-bench Verified, models ordered by tasks solved. ${within} of ${rows.length} have a share of spend in the claimed band. It lies below the share of tasks solved for ${below} of ${rows.length}: their unsolved tasks cost more than their solved ones.`,
      alt: `Dot plot of ${rows.length} models; their share of spend on solved tasks runs from ${percentText(lowest(rows))} to ${percentText(highest(rows))} and rises with the share of tasks solved.`,
      n: `${rows.length} models, 500 tasks each`,
      ...student,
    }
  },
}

const benchmarks = {
  'useful-share-gaia-openhands': 'GAIA',
  'useful-share-swebench-openhands': 'SWE-bench',
  'useful-share-commit0-openhands': 'Commit0',
}

export const usefulShareOpenHands: Figure = {
  id: 'useful-share-openhands',
  title: 'Spend that ended in a solved task, OpenHands',
  width: 'full',
  tables: ['agents'],
  spec: ({ tables, theme, claims }) => {
    const by = series({ field: 'kind', names: { 'useful-share': 'share of spend on solved tasks' } })
    const x = axis({ field: 'value', title: 'share of spend', domain: [0, 1], ticks: [0, 0.5, 1], format: '.0%' })
    const [from, to] = bandOf(claims)
    const order = ofReading(tables.agents!, 'useful-share-swebench-openhands')
    const y = models(order)
    return beside(
      ...Object.entries(benchmarks).map(([reading, title], i) =>
        panel({
          title,
          width: (theme.width - 20) / 3,
          height: theme.fontSize * 1.2 * order.length,
          layers: [
            region({ x, from, to, label: '' }),
            ...forest(ofReading(tables.agents!, reading), x, i === 0 ? y : unlabelled(y), by, 9),
          ],
        }),
      ),
    )
  },
  caption: ({ tables, measures, claims }) => {
    const [lo, hi] = bandOf(claims)
    const medians = Object.entries(benchmarks).map(
      ([reading, name]) => `${fixed(measures[reading]!.value, 0)} % on ${name}`,
    )
    const counts = Object.entries(benchmarks).map(([reading, name]) => {
      const rows = ofReading(tables.agents!, reading)
      const within = rows.filter(({ value }) => Number(value) >= lo && Number(value) <= hi).length
      return `${within} of ${rows.length} on ${name}`
    })
    return {
      text: `The same agent with different models, ordered by tasks solved on SWE-bench. Grey: the claimed band. Inside it: ${counts.join(', ')}. Models without an interval solved nothing; where a rule is hardly wider than its point, the interval is short. With some 14 tasks the intervals on Commit0 are rough.`,
      alt: `Three dot plots of the same models. Median shares: ${listNames(medians)}.`,
      n: `${ofReading(tables.agents!, 'useful-share-gaia-openhands').length} models; up to 165, 500 and 16 tasks`,
      ...student,
    }
  },
}

function ofReading(agents: readonly Row[], reading: string): Row[] {
  return agents.filter((row) => row.reading === reading)
}

/** The axis of models, the most successful on top. */
function models(order: readonly Row[]) {
  const sorted = [...order].sort((a, b) => Number(b.success) - Number(a.success))
  const names = Object.fromEntries(sorted.map(({ model }) => [String(model), String(model)]))
  return categoryAxis({ field: 'model', title: null, names })
}

const lowest = (rows: readonly Row[]) => Math.min(...rows.map(({ value }) => Number(value)))
const highest = (rows: readonly Row[]) => Math.max(...rows.map(({ value }) => Number(value)))
