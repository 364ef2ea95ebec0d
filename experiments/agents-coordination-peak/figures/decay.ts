import {
  above,
  axis,
  beside,
  intervalRule,
  type Layer,
  line,
  type Panel,
  panel,
  panelLetter,
  points,
  referenceLine,
  series,
  type Theme,
} from '@lawbook/figures'
import type { Measure, Row } from '@lawbook/schemas'
import { claimedBand, teamSize } from './words.ts'

const who = series({ field: 'who', names: { single: 'one agent', team: 'team' }, legend: true })

/** Silo-Bench by level: one agent and a team on the same input. */
function levels(control: readonly Row[], theme: Theme): Panel {
  const names = [...new Set(control.map(({ level }) => String(level)))]
  const x = teamSize('agents, or as much input', [1, 128])
  return beside(
    ...names.map((level, k) => {
      const y = axis({ field: 'success', title: k === 0 ? 'success' : null, domain: [0, 1], format: '.0%' })
      const rows = control
        .filter((row) => row.level === level)
        .flatMap((row): Row[] => [
          { who: 'single', size: row.size!, success: row.single!, lo: row.singleLo!, hi: row.singleHi! },
          { who: 'team', size: row.size!, success: row.team!, lo: null, hi: null },
        ])
      return panel({
        width: theme.width / 3 - 22,
        height: 96,
        title: `${panelLetter(k)} Silo-Bench, ${level}`,
        layers: [
          claimedBand(x, k === 0 ? 'claimed' : ''),
          intervalRule({
            rows: rows.filter(({ lo }) => lo !== null),
            x,
            y,
            lo: 'lo',
            hi: 'hi',
            by: who,
            along: 'y',
            weight: 'inner',
          }),
          line({ rows, x, y, by: who }),
          points({ rows, x, y, by: who }),
        ],
      })
    }),
  )
}

/** The loss of teams on sequential jobs by size, against the printed range. */
function losses(measure: Measure | undefined, printed: readonly number[], theme: Theme): Panel {
  const rows = (measure?.parts ?? []).map(
    ({ label, value, i90, i995 }): Row => ({
      who: 'team',
      size: Number.parseInt(label, 10),
      loss: value,
      lo: i90?.[0] ?? null,
      hi: i90?.[1] ?? null,
      lo995: i995?.[0] ?? null,
      hi995: i995?.[1] ?? null,
    }),
  )
  const x = axis({ field: 'size', title: 'agents', domain: [1.5, 5.5], ticks: [2, 3, 4, 5] })
  const y = axis({ field: 'loss', title: '% lost on one agent', domain: [-20, 80], ticks: [-20, 0, 20, 40, 60, 80] })
  const band: Layer = {
    data: { values: [{ lo: printed[0], hi: printed[1] }] },
    mark: { type: 'rect', style: 'region' },
    encoding: { y: { ...y, field: 'lo' }, y2: { field: 'hi' } },
  }
  const label: Layer = {
    data: { values: [{ size: 1.5, loss: printed[1], text: 'printed for PlanCraft' }] },
    mark: { type: 'text', style: 'region-label', align: 'left', baseline: 'top', dx: 3, dy: 2 },
    encoding: { x, y, text: { field: 'text' } },
  }
  return panel({
    width: theme.width / 2 - 30,
    height: 110,
    title: `${panelLetter(3)} LLM Teams, self-organised, p = .2`,
    layers: [
      band,
      label,
      referenceLine({ across: 'y', position: y, at: 0 }),
      intervalRule({ rows, x, y, lo: 'lo995', hi: 'hi995', by: who, along: 'y', weight: 'outer' }),
      intervalRule({ rows, x, y, lo: 'lo', hi: 'hi', by: who, along: 'y', weight: 'inner' }),
      points({ rows, x, y, by: who }),
    ],
  })
}

/** CooperBench: one agent and two on the same work, a line a model. */
function pairs(rows: readonly Row[], theme: Theme): Panel {
  const names = [...new Set(rows.map(({ label }) => String(label)))]
  const x = axis({ field: 'size', title: 'agents', domain: [0.8, 3.2], ticks: [1, 2] })
  const y = axis({ field: 'success', title: 'success', domain: [0, 0.6], format: '.0%' })
  const drawn = rows.map((row): Row => ({ ...row, who: row.size === 1 ? 'single' : 'team' }))
  const lines: Layer = {
    data: { values: drawn },
    mark: { type: 'line', strokeWidth: 0.8, color: '#767676' },
    encoding: { x, y, detail: { field: 'label' } },
  }
  let last = Number.POSITIVE_INFINITY
  const ends = drawn
    .filter(({ size }) => size === 2)
    .sort((a, b) => Number(b.success) - Number(a.success))
    .map((row) => {
      last = Math.min(Number(row.success), last - 0.042)
      return { ...row, success: last }
    })
  const text: Layer = {
    data: { values: ends },
    mark: { type: 'text', style: 'region-label', align: 'left', baseline: 'middle', dx: 6 },
    encoding: { x, y, text: { field: 'label' } },
  }
  return panel({
    width: theme.width / 2 - 30,
    height: 110,
    title: `${panelLetter(4)} CooperBench, the same work (${names.length} models)`,
    layers: [lines, points({ rows: drawn, x, y, by: who }), text],
  })
}

/** What teams lose on one agent. */
export function decayPanels(options: {
  readonly control: readonly Row[]
  readonly pairs: readonly Row[]
  readonly loss: Measure | undefined
  readonly printed: readonly number[]
  readonly theme: Theme
}): Panel {
  const { control, loss, printed, theme } = options
  return above(levels(control, theme), beside(losses(loss, printed, theme), pairs(options.pairs, theme)))
}
