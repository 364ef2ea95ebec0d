import {
  above,
  axis,
  beside,
  type Layer,
  type Panel,
  type Position,
  panel,
  panelLetter,
  points,
  type Theme,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { claimedBand, kinds, sizeDomain, teamSize } from './words.ts'

const names: Readonly<Record<string, string>> = {
  silo: 'Silo-Bench',
  self: 'LLM Teams, self-organised',
  assigned: 'LLM Teams, pre-assigned',
  cooper: 'CooperBench',
  kim: 'Kim et al., architectures',
  secondary: 'read second hand',
}

/** The upper end of the axis, in shares of the best size. */
const top = 1.3

function placeOf({ kind, study, sweep }: Row): string | null {
  if (kind === 'secondary') return 'secondary'
  if (study === 'silo-bench') return 'silo'
  if (study === 'llm-teams') return String(sweep).includes('self-organised') ? 'self' : 'assigned'
  if (study === 'kim-2025') return 'kim'
  return String(study).startsWith('cooperbench') ? 'cooper' : null
}

const short: Readonly<Record<string, string>> = {
  cooperbench: '1 and 2, five models',
  'cooperbench-sizes': '2 to 4, growing work',
  'cooperbench-report: coop + git': 'report, free',
  'cooperbench-report: team, full harness': 'report, team',
  'cooperbench-report: team, protocol off': 'report, no protocol',
  'silo-bench: Qwen3-Next-80B-A3B': 'Qwen3-Next-80B',
  dochkina: 'Dochkina',
  agensh: 'Agensh',
}

function nameOf(sweep: string): string {
  return short[sweep] ?? sweep.replace(/^[^:]*: /, '').replace(/^.*, (p = )/, '$1')
}

/** Every sweep as a share of its best size, one panel a study, the claimed band shaded. */
export function bandPanels(rows: readonly Row[], theme: Theme): Panel {
  const size = { width: theme.width / 3 - 22, height: 104 }
  const one = (key: string, k: number): Panel =>
    panel({
      ...size,
      title: `${panelLetter(k)} ${names[key]}`,
      layers: layersOf(
        rows.filter((row) => placeOf(row) === key),
        k,
        size.height,
      ),
    })
  const keys = Object.keys(names)
  const row = (from: number): Panel => beside(...keys.slice(from, from + 3).map((key, k) => one(key, from + k)))
  return above(row(0), row(3))
}

function layersOf(rows: readonly Row[], k: number, height: number): Layer[] {
  const x = teamSize(k < 3 ? null : 'agents', sizeDomain, [1, 2, 4, 8, 16, 64, 256])
  const y = axis({
    field: 'relative',
    title: k % 3 === 0 ? 'success / best of the sweep' : null,
    domain: [0, top],
    ticks: [0, 0.5, 1],
  })
  const best = new Map<string, number>()
  for (const { sweep, success } of rows)
    best.set(String(sweep), Math.max(best.get(String(sweep)) ?? 0, Number(success)))
  const drawn = rows.map((row): Row => {
    const most = best.get(String(row.sweep))!
    const share = (limit: Row[string]): number | null => (limit === null ? null : Math.min(top, Number(limit) / most))
    return { ...row, lower: share(row.lo!), upper: share(row.hi!) }
  })
  const colour = points({ x, y, by: kinds }).encoding!.color!
  const curves: Layer = {
    data: { values: drawn },
    mark: { type: 'line', clip: true, strokeWidth: 1 },
    encoding: { x, y, color: colour, detail: { field: 'sweep' } },
  }
  const limits: Layer = {
    data: { values: drawn.filter(({ lower }) => lower !== null) },
    mark: { type: 'rule', strokeWidth: 0.6, opacity: 0.6, clip: true },
    encoding: { x, y: { ...y, field: 'lower' }, y2: { field: 'upper' }, color: colour },
  }
  const marks = points({ rows: drawn, x, y, by: kinds })
  const hollow = rows.some(({ kind }) => kind === 'secondary')
  return [
    claimedBand(x, k === 1 ? 'claimed' : ''),
    limits,
    curves,
    hollow ? ({ ...marks, mark: { type: 'point', filled: false, strokeWidth: 1 } } as Layer) : marks,
    labels(drawn, x, y, height),
  ]
}

/**
 * The name of each sweep: beside the ends of the lines, moved apart from the top down, and in the upper right corner
 * for lines that end there, in the order of their ends.
 */
function labels(rows: readonly Row[], x: Position, y: Position, height: number): Layer {
  const ends = [...new Set(rows.map(({ sweep }) => String(sweep)))]
    // The three short lines of CAID lie on top of the others: the caption names them.
    .filter((sweep) => !sweep.startsWith('caid'))
    .map((sweep) => {
      const own = rows.filter((row) => row.sweep === sweep)
      return own.reduce((a, b) => (Number(b.size) > Number(a.size) ? b : a))
    })
    .sort((a, b) => Number(b.relative) - Number(a.relative))
  const gap = (top * 7.5) / height
  const far = ends.filter(({ size }) => Number(size) > 60)
  const near = ends.filter(({ size }) => Number(size) <= 60)
  const edge = Math.max(1, ...near.map(({ size }) => Number(size)))
  let last = top
  const beside = near.map((end): Row => {
    last = Math.min(Number(end.relative), last - gap)
    return { size: edge, relative: last, name: nameOf(String(end.sweep)) }
  })
  const corner = far.map((end, k): Row => ({ size: 300, relative: 1.24 - k * gap, name: nameOf(String(end.sweep)) }))
  const text = (values: readonly Row[], align: 'left' | 'right', dx: number): Layer => ({
    data: { values: [...values] },
    mark: { type: 'text', style: 'region-label', align, baseline: 'middle', dx },
    encoding: { x, y, text: { field: 'name' } },
  })
  return { layer: [text(beside, 'left', 5), text(corner, 'right', 0)] }
}
