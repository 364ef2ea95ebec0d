import {
  axis,
  band,
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
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'

const by = series({ field: 'reading', names: { naive: 'naive', controlled: 'controlled' } })
const titles = { naive: 'level from the agent’s own run', controlled: 'level from another run' } as const

/** The gain of a team over the level of a single agent: read naively, and with the level from another run. */
export function benefitPanels(options: {
  readonly groups: readonly Row[]
  readonly lines: readonly Row[]
  readonly cells: readonly Row[]
  readonly theme: Theme
}): Panel {
  const { groups, lines, cells, theme } = options
  const column = (reading: keyof typeof titles, k: number): Panel => {
    const x = axis({ field: 'at', title: 'success of a single agent', domain: [0, 1], format: '.0%' })
    const y = axis({
      field: 'gain',
      title: k === 0 ? 'team − one agent, points' : null,
      domain: [-100, 100],
      ticks: [-100, -50, 0, 50, 100],
    })
    const own = (rows: readonly Row[]): Row[] => rows.filter((row) => row.reading === reading)
    const dots: Layer = {
      data: { values: cells.map((row): Row => ({ at: row.solo!, gain: row.gain! })) },
      mark: { type: 'point', filled: true, size: 6, color: '#767676', opacity: 0.35, clip: true },
      encoding: { x, y },
    }
    return panel({
      width: theme.width / 2 - 26,
      height: 140,
      title: `${panelLetter(k)} ${titles[reading]}`,
      layers: [
        ...(reading === 'naive' ? [dots] : []),
        referenceLine({ across: 'y', position: y, at: 0 }),
        referenceLine({
          across: 'x',
          position: x,
          at: choices.baseline,
          label: `printed: ${100 * choices.baseline} %`,
        }),
        band({ rows: own(lines), x, y, lo: 'lo', hi: 'hi', by }),
        line({ rows: own(lines), x, y, by }),
        intervalRule({ rows: own(groups), x, y, lo: 'lo', hi: 'hi', by, along: 'y', weight: 'inner' }),
        points({ rows: own(groups), x, y, by }),
      ],
    })
  }
  return beside(column('naive', 0), column('controlled', 1))
}
