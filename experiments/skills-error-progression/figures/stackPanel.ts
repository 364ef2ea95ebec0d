import {
  axis,
  colourOf,
  greys,
  type Layer,
  logAxis,
  type Panel,
  panel,
  type Series,
  unlabelled,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import { choices } from '../choices.ts'
import { type Design, designNames } from '../tally.ts'
import { largest, letter, smallest, wordingNames } from './words.ts'

/** One part of a stack on another, opaque enough to read, and the upper ends under uniform wrong picks, dashed. */
export function stackPanel(
  rows: readonly Row[],
  wording: Wording,
  design: Design,
  by: Series,
  size: { width: number; height: number },
): Panel {
  const own = rows.filter((row) => row.wording === wording && row.design === design)
  const bottom = wording === 'situated'
  const x = logAxis({ field: 'size', title: 'library size N', domain: [smallest, largest], ticks: choices.ladder })
  const y = axis({
    field: 'hi',
    title: design === 'random' ? 'share of requests' : null,
    domain: [0, 1],
    format: '.0%',
  })
  const areas: Layer = {
    mark: { type: 'area', clip: true },
    encoding: {
      x: bottom ? x : unlabelled(x),
      y: { ...y, stack: null },
      y2: { field: 'lo' },
      color: colourOf(by),
      fillOpacity: { value: 0.6 },
    },
  }
  const uniform: Layer = {
    data: { values: own.filter(({ part }) => part === 'capture' || part === 'drift') },
    mark: { type: 'line', color: greys.text, strokeDash: [2, 2], strokeWidth: 1, clip: true },
    encoding: { x, y: { ...y, field: 'uniform' }, detail: { field: 'part', type: 'nominal' } },
  }
  const at = (bottom ? 2 : 0) + (design === 'hard' ? 1 : 0)
  return panel({
    ...size,
    rows: own,
    title: `${letter(at)} ${designNames[design]}, ${wordingNames[wording].split(' ')[0]}`,
    layers: [areas, uniform],
  })
}
