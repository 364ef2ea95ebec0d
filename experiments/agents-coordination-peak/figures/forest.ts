import { categoryAxis, greys, type Layer, type Panel, panel, points, type Theme } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { claimedBand, kinds, sizeDomain, teamSize } from './words.ts'

/**
 * Where each sweep can have its best size: thick 90 %, thin 99.5 %, angles at the edge where there is no upper limit.
 */
export function forest(best: readonly Row[], told: readonly Row[], theme: Theme): Panel {
  const rows = [
    ...best.filter(({ source, kind, sweep }) => kind !== 'no-spread' || (source === 'kim-2025' && sweep !== null)),
    ...told.map(
      (row, k): Row => ({
        sweep: `told ${k}`,
        label: toldName(row),
        kind: 'secondary',
        best: row.from === row.to ? row.from! : null,
        toldFrom: row.from!,
        toldTo: row.to!,
      }),
    ),
  ]
  const end = sizeDomain[1] / 1.1
  const drawn = rows.map(
    (row): Row => ({
      sweep: row.sweep!,
      kind: row.kind!,
      size: row.best!,
      lo90: row.lower90 ?? row.toldFrom ?? null,
      hi90: row.lower90 == null ? (row.toldTo ?? null) : (row.upper90 ?? end),
      lo995: row.lower995 ?? null,
      hi995: row.lower995 == null ? null : (row.upper995 ?? end),
      // Two angles: no upper limit at either level; one: none at the outer level alone.
      open: row.lower90 == null || row.upper995 != null ? null : row.upper90 == null ? '»' : '›',
      largest: row.largest ?? null,
      end,
    }),
  )
  const x = teamSize('agents')
  const y = categoryAxis({
    field: 'sweep',
    title: null,
    // A row without a sweep on top, for the name of the band.
    names: { head: ' ', ...Object.fromEntries(rows.map(({ sweep, label }) => [String(sweep), String(label)])) },
  })
  const colour = points({ x, y, by: kinds }).encoding!.color!
  const rule = (lo: string, hi: string, width: number, some: readonly Row[]): Layer => ({
    data: { values: some.filter((row) => row[lo] !== null) },
    mark: { type: 'rule', strokeWidth: width, clip: true },
    encoding: { x: { ...x, field: lo }, x2: { field: hi }, y, color: colour },
  })
  const arrows: Layer = {
    data: { values: drawn.filter(({ open }) => open !== null) },
    mark: { type: 'text', align: 'left', baseline: 'middle', fontSize: 11, dx: 1, dy: -1 },
    encoding: { x: { ...x, field: 'end' }, y, color: colour, text: { field: 'open' } },
  }
  const measured: Layer = {
    data: { values: drawn.filter(({ largest }) => largest !== null) },
    mark: { type: 'tick', color: greys.axis, thickness: 1, size: 7, clip: true },
    encoding: { x: { ...x, field: 'largest' }, y },
  }
  const first = drawn.filter(({ kind }) => kind !== 'secondary')
  const second = drawn.filter(({ kind }) => kind === 'secondary')
  return panel({
    width: theme.width - 150,
    height: 11.5 * (rows.length + 1),
    layers: [
      claimedBand(x, 'claimed'),
      rule('lo995', 'hi995', 0.8, drawn),
      rule('lo90', 'hi90', 2.2, first),
      rule('lo90', 'hi90', 1, second),
      arrows,
      measured,
      points({ rows: first, x, y, by: kinds }),
      {
        ...points({ rows: second.filter(({ size }) => size !== null), x, y, by: kinds }),
        mark: { type: 'point', filled: false, strokeWidth: 1 },
      } as Layer,
    ],
  })
}

function toldName({ source, label }: Row): string {
  const of: Record<string, string> = {
    'kim-2025-sizes': 'Kim et al.',
    'macnet-sizes': 'MacNet',
    simas: 'SIMAS',
  }
  return `${of[String(source)] ?? source}, ${String(label).replace('BrowseComp-Plus, ', '')}`
}
