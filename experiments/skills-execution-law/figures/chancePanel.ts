import { axis, greys, type Layer, type Panel, panel, points, type Series } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'

/** One chance against another, a point a pair, with lines where the upper is so many times the lower. */
export function chancePanel(options: {
  readonly rows: readonly Row[]
  readonly x: { readonly field: string; readonly title: string }
  readonly y: { readonly field: string; readonly title: string | null }
  readonly times: readonly number[]
  readonly by: Series
  readonly size: number
  readonly title?: string
}): Panel {
  const { rows, times, by, size, title } = options
  const chance = { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], format: '.0%' } as const
  const [x, y] = [axis({ ...options.x, ...chance }), axis({ ...options.y, ...chance })]
  const ends = times.map((factor) => ({
    [x.field]: 1 / factor,
    [y.field]: 1,
    zero: 0,
    label: times.length > 1 ? `${factor}×` : '',
  }))
  const lines: Layer = {
    data: { values: ends },
    mark: { type: 'rule', color: greys.quiet, strokeDash: [3, 2], strokeWidth: 0.8 },
    encoding: {
      x: { ...x, field: 'zero' },
      x2: { field: x.field },
      y: { ...y, field: 'zero' },
      y2: { field: y.field },
    },
  }
  const names: Layer = {
    data: { values: ends },
    mark: { type: 'text', style: 'reference-label', align: 'center', baseline: 'bottom', dy: -2 },
    encoding: { x, y, text: { field: 'label' } },
  }
  return panel({
    width: size,
    height: size,
    rows,
    ...(title === undefined ? {} : { title }),
    layers: [lines, names, points({ x, y, by })],
  })
}
