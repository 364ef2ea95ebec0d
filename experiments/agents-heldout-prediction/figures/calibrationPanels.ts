import {
  above,
  axis,
  beside,
  fixed,
  intervalRule,
  type Layer,
  line,
  type Panel,
  type Position,
  panel,
  points,
  series,
  type Theme,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'

const one = series({ field: 'kind', names: { bin: 'mean of a bin', ideal: 'what was said' } })

type Block = {
  readonly data: string
  readonly target: string
  readonly name: string
  readonly domain: readonly [number, number]
  readonly ticks: readonly number[]
  readonly format: string
}

const blocks: readonly Block[] = [
  {
    data: 'edgebench',
    target: 'change',
    name: 'change',
    domain: [-0.08, 0.08],
    ticks: [-0.05, 0, 0.05],
    format: '.2f',
  },
  { data: 'edgebench', target: 'level', name: 'score', domain: [0, 0.9], ticks: [0, 0.4, 0.8], format: '.1f' },
  { data: 'hal', target: 'level', name: 'success', domain: [-0.15, 0.65], ticks: [0, 0.3, 0.6], format: '.1f' },
]

const predictorNames: Readonly<Record<string, string>> = {
  resources: 'resources alone',
  capability: '+ capability',
  early: '+ first score',
}

/** What came against what was said: a row of panels a target, a panel a predictor, the slope in its title. */
export function calibrationPanels(bins: readonly Row[], slopes: readonly Row[], theme: Theme): Panel {
  return above(...blocks.map((block) => beside(...panelsOf(block, bins, slopes, theme))))
}

function panelsOf(block: Block, bins: readonly Row[], slopes: readonly Row[], theme: Theme): Panel[] {
  const own = slopes.filter(({ data, target }) => data === block.data && target === block.target)
  return own.map(({ predictor, slope }, k) => {
    const rows = bins
      .filter((row) => row.data === block.data && row.target === block.target && row.predictor === predictor)
      .map((row): Row => ({ ...row, kind: 'bin' }))
    const { domain, ticks, format, name } = block
    const x = axis({ field: 'predicted', title: `predicted ${name}`, domain, ticks, format })
    const y = axis({ field: 'observed', title: k === 0 ? `observed ${name}` : null, domain, ticks, format })
    const data = block.data === 'hal' ? 'HAL, ' : ''
    return panel({
      title: `${data}${predictorNames[String(predictor)]}: slope ${fixed(slope, 2)}`,
      width: theme.width / 3,
      height: theme.fontSize * 10,
      layers: [
        ideal(domain, x, y),
        intervalRule({ rows, x, y, lo: 'lo', hi: 'hi', by: one, along: 'y', weight: 'inner' }),
        points({ rows, x, y, by: one }),
      ],
    })
  })
}

/** The diagonal on which predictions mean what they say. */
function ideal([lo, hi]: readonly [number, number], x: Position, y: Position): Layer {
  const rows = [lo, hi].map((value) => ({ kind: 'ideal', predicted: value, observed: value }))
  return line({ rows, x, y, by: one })
}
