import {
  above,
  axis,
  beside,
  categoryAxis,
  type Layer,
  line,
  logAxis,
  type Panel,
  panel,
  panelLetter,
  points,
  referenceLine,
  series,
  type Theme,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { claimedBand, teamSize } from './words.ts'

const names = {
  falling: 'falling',
  'peak-below': 'peak below',
  'peak-inside': 'inside',
  'peak-flat': 'inside, flat',
  'peak-beyond': 'beyond',
  flat: 'flat',
  'stops-at-8': 'data to 8',
} as const
const worlds = series({ field: 'world', names, legend: true })

/** Planted success by size, how often the sets hold the truth, and what a sweep needs. */
export function worldPanels(options: {
  readonly curves: readonly Row[]
  readonly coverage: readonly Row[]
  readonly needed: readonly Row[]
  readonly theme: Theme
}): Panel {
  const { curves, coverage, needed, theme } = options
  const x = teamSize('agents', [1, 64])
  const y = axis({
    field: 'success',
    title: 'true success',
    domain: [0, 1.12],
    ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
    format: '.0%',
  })
  const truth = panel({
    width: theme.width - 40,
    height: 120,
    title: `${panelLetter(0)} planted worlds; points: observed sizes`,
    layers: [
      claimedBand(x, 'claimed'),
      line({ rows: curves.filter(({ world }) => world !== 'stops-at-8'), x, y, by: worlds }),
      points({ rows: curves.filter(({ observed }) => observed === true), x, y, by: worlds }),
    ],
  })
  return above(truth, beside(covered(coverage, theme), needs(needed, theme)))
}

function covered(coverage: readonly Row[], theme: Theme): Panel {
  const x = axis({
    field: 'share',
    title: 'sets that hold the best size',
    domain: [0.7, 1.02],
    format: '.0%',
    ticks: [0.7, 0.8, 0.9, 1],
  })
  const y = categoryAxis({ field: 'row', title: null, names })
  const at = (column: string): Row[] =>
    coverage.map((row) => ({ world: row.world!, row: row.world!, share: row[column]! }))
  const both = coverage.map((row) => ({ row: row.world!, lo: row.setHolds90!, hi: row.setHolds995! }))
  const rule: Layer = {
    data: { values: both },
    mark: { type: 'rule', strokeWidth: 0.8 },
    encoding: { x: { ...x, field: 'lo' }, x2: { field: 'hi' }, y },
  }
  return panel({
    width: theme.width / 2 - 70,
    height: 96,
    title: `${panelLetter(1)} coverage`,
    layers: [
      referenceLine({ across: 'x', position: x, at: 0.9 }),
      rule,
      points({ rows: at('setHolds90'), x, y, by: worlds }),
    ],
  })
}

function needs(needed: readonly Row[], theme: Theme): Panel {
  const x = logAxis({ field: 'runs', title: 'runs a size', domain: [40, 1000], ticks: [50, 100, 200, 400, 800] })
  const y = axis({ field: 'insideBand', title: 'sweeps', domain: [0, 1], format: '.0%' })
  const layer: Layer[] = [
    referenceLine({ across: 'y', position: y, at: 0.8 }),
    line({ rows: needed, x, y, by: worlds }),
    points({ rows: needed, x, y, by: worlds }),
  ]
  return panel({
    width: theme.width / 2 - 40,
    height: 96,
    title: `${panelLetter(2)} known to lie in the band`,
    layers: layer,
  })
}
