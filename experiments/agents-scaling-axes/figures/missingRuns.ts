import {
  above,
  band,
  beside,
  intervalRule,
  line,
  logAxis,
  type Panel,
  panel,
  panelLetter,
  points,
  series,
  type Theme,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { shareAxis } from './panels.ts'

const readingNames = {
  'as-published': 'as published',
  recorded: 'recorded',
  'same-tasks': 'same tasks',
  judge: 'judge’s part',
}

const shown = [
  { benchmark: 'search', model: 'Qwen3-235B', short: 'Qwen 235B' },
  { benchmark: 'search', model: 'Gemini-2.5-Flash', short: 'Gemini' },
  { benchmark: 'mcpbench', model: 'Gemini-2.5-Flash', short: 'Gemini' },
  { benchmark: 'mcpbench', model: 'Qwen3-235B', short: 'Qwen 235B' },
  { benchmark: 'mcpbench', model: 'Qwen3-Next', short: 'Qwen Next' },
  { benchmark: 'mcpbench', model: 'DeepSeek-R1', short: 'DeepSeek' },
]

/** Cells of fewer runs are hidden. */
const fewest = 10

/** The same curves under every reading of what is missing; the band is all missing ones failed, or succeeded. */
export function missingRuns(rows: readonly Row[], theme: Theme): Panel {
  const by = series({ field: 'reading', names: readingNames, legend: true })
  const size = { width: theme.width / 3 - 34, height: 96 }
  const panels = shown.map(({ benchmark, model, short }, k) => {
    const own = rows.filter((row) => row.benchmark === benchmark && row.model === model && row.y !== null)
    const search = benchmark === 'search'
    const x = logAxis({ field: 'x', title: 'context, k tokens', domain: [45, 136], ticks: [48, 64, 80, 96, 128] })
    const y = shareAxis(k % 3 === 0 ? (search ? 'success' : 'score') : null, search ? [0, 0.5] : [0, 0.8])
    const wanted = search ? ['as-published', 'recorded', 'same-tasks'] : ['as-published', 'recorded', 'judge']
    const kept = own.filter(({ reading, n }) => wanted.includes(String(reading)) && Number(n) >= fewest).map(apart)
    const broken = [...kept, ...breaks(kept, model)]
    return panel({
      ...size,
      rows: kept,
      title: `${panelLetter(k)} ${benchmark}, ${short}`,
      layers: [
        band({ x, y, lo: 'lowest', hi: 'highest', by, rows: reach(own) }),
        line({ x, y, by, rows: broken }),
        intervalRule({ x, y, lo: 'lo', hi: 'hi', by, along: 'y', weight: 'outer' }),
        points({ x, y, by }),
      ],
    })
  })
  return above(beside(...panels.slice(0, 3)), beside(...panels.slice(3)))
}

/** Where Qwen3-235B changes its prompt, after 48k, lines are broken: a place without a figure in each reading. */
function breaks(rows: readonly Row[], model: string): Row[] {
  const readings = [...new Set(rows.map(({ reading }) => reading!))]
  return model === 'Qwen3-235B' ? readings.map((reading) => ({ reading, x: 56, y: null })) : []
}

/** A little to the side of one another, so that intervals at one budget can be told apart. */
function apart(row: Row): Row {
  const place = Object.keys(readingNames).indexOf(String(row.reading)) - 1.5
  return { ...row, x: Number(row.x) * Math.exp(0.012 * place) }
}

/** The lowest and highest reading of each budget in one row, in the colour of what was published. */
function reach(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ reading }) => reading === 'lowest')
    .map(({ x, y }) => ({
      x: x!,
      reading: 'as-published',
      lowest: y!,
      highest: rows.find((row) => row.reading === 'highest' && row.x === x)!.y!,
    }))
}
