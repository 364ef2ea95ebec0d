import {
  axis,
  beside,
  contextLines,
  type Figure,
  fixed,
  greys,
  intervalText,
  type Layer,
  line,
  logAxis,
  panel,
  points,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { namesIn, reach } from './words.ts'

const kindNames: Readonly<Record<string, string>> = {
  code_review: 'code review',
  doc_generation: 'documentation',
  test_generation: 'tests',
  refactor: 'refactoring',
  design_doc: 'design',
}

/** Labels at the right end, at least `gap` apart, in the order of their values. */
function spread(ends: readonly Row[], gap: number): Row[] {
  const sorted = [...ends].sort((a, b) => Number(a.y) - Number(b.y))
  let last = Number.NEGATIVE_INFINITY
  return sorted.map((row) => {
    last = Math.max(Number(row.y), last + gap)
    return { ...row, y: last }
  })
}

/** Speed-up on independent jobs, and the judge's mark of the work beside it. */
export const parallelThroughput: Figure = {
  id: 'parallel-throughput',
  title: 'Independent jobs: speed-up, and the mark of the work',
  width: 'full',
  tables: ['agents'],
  spec: ({ tables, theme }) => {
    const speeds = tables.agents!.filter(({ kind }) => kind === 'speed-up')
    const marks = tables.agents!.filter(({ kind }) => kind === 'mark')
    const names = namesIn(speeds, 'name')
    const by = series({ field: 'name', names: Object.fromEntries(names.map((name) => [name, name])), legend: true })
    const [, most] = reach(speeds, 'agents')
    const agents = logAxis({
      field: 'agents',
      title: 'agents at the same time',
      domain: [1, most],
      ticks: [1, 2, 3, 4, 5],
    })
    const speed = logAxis({ field: 'y', title: 'speed-up', domain: [0.9, most * 1.15], ticks: [1, 2, 3, 4, 5] })
    const linear: Layer = {
      data: {
        values: [
          { agents: 1, y: 1 },
          { agents: most, y: most },
        ],
      },
      mark: { type: 'line', color: greys.text, strokeDash: [3, 2], strokeWidth: 1 },
      encoding: { x: agents, y: speed },
    }
    const x = axis({
      field: 'agents',
      title: 'agents at the same time',
      domain: [1, most],
      ticks: [1, 2, 3, 4, 5],
    })
    const y = axis({ field: 'y', title: "judge's mark, 1 to 5", domain: [1, 5], ticks: [1, 2, 3, 4, 5] })
    const means: Row[] = [...new Set(marks.map((row) => Number(row.agents)))].map((size) => {
      const own = marks.filter((row) => row.agents === size).map((row) => Number(row.y))
      return { agents: size, y: own.reduce((sum, mark) => sum + mark, 0) / own.length }
    })
    const thick: Layer = {
      data: { values: means },
      mark: { type: 'line', color: greys.text, strokeWidth: 1.6 },
      encoding: { x, y },
    }
    const ends = [
      ...marks.filter((row) => row.agents === most).map((row) => ({ ...row, label: kindNames[String(row.name)]! })),
      { ...means.at(-1)!, label: 'mean' },
    ]
    const labels: Layer = {
      data: { values: spread(ends, 0.22) },
      mark: { type: 'text', style: 'reference-label', align: 'left', baseline: 'middle', dx: 4 },
      encoding: { x, y, text: { field: 'label' } },
    }
    const size = { width: theme.width / 2 - 34, height: 140 }
    return beside(
      panel({
        ...size,
        title: '(a) speed-up (dashed: linear)',
        rows: speeds,
        layers: [linear, line({ x: agents, y: speed, by }), points({ x: agents, y: speed, by })],
      }),
      panel({
        ...size,
        width: theme.width / 2 - 110,
        title: '(b) mark of the work',
        layers: [contextLines({ x, y, group: 'name', rows: marks }), thick, labels],
      }),
    )
  },
  caption: ({ measures }) => {
    const teams = Object.values(measures)
      .filter(({ id }) => id.startsWith('team-exponent-'))
      .map(({ id, value }) => `${fixed(value, 2)} ${id.replace('team-exponent-', '')}`)
      .join(' and ')
    const exponent = measures['throughput-exponent']
    const quality = measures['quality-change']
    const worst = [...(quality?.parts ?? [])].sort((a, b) => Number(a.value) - Number(b.value))[0]
    const drops = (quality?.parts ?? []).filter(({ value }) => value !== null && value < 0).length
    return {
      text: `Independent jobs behind one gateway, a personal benchmark with three repetitions of each cell, whose spread is not published. (a) The claim needs an exponent above zero: ${fixed(exponent?.value, 2)} (${intervalText(exponent, 2)}), mean over series. Where agents share one job (LLM Teams, parallel share .9) it is ${teams}. (b) Mark of the work by kind of job (grey) and mean (black): from one agent to most it changes by ${fixed(quality?.value, 2)} (${intervalText(quality, 2)}) and falls for ${drops} of ${quality?.parts?.length ?? 0} kinds, most for ${kindNames[worst?.label ?? ''] ?? 'none'}.`,
      alt: `Speed-ups of each series against a dashed line of linear growth, and marks by kind of job. Mean exponent ${fixed(exponent?.value, 2)}. Marks change by ${fixed(quality?.value, 2)} on average.`,
      n: `${exponent?.n ?? 0} series, ${quality?.n ?? 0} kinds of job`,
      interval: 'none drawn; in the text: CR2 over models, and over kinds of job',
      level: '90 %',
      resampled: 'models; kinds of job',
    }
  },
}
