import { axis, categoryAxis, intervalRule, type Panel, panel, points, series, type Theme } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'

/** Each model with and without context management, joined by a rule. */
export function managedPanel(arms: readonly Row[], theme: Theme): Panel {
  const by = series({ field: 'arm', names: { without: 'without', managed: 'with management' }, legend: true })
  const rows = arms.flatMap(({ arm: model, first: without, last: managed }) => {
    const ends = { model: model!, lo: without!, hi: managed! }
    return [
      { ...ends, arm: 'without', value: without! },
      { ...ends, arm: 'managed', value: managed! },
    ]
  })
  const names = Object.fromEntries(arms.map(({ arm }) => [String(arm), String(arm)]))
  const x = axis({ field: 'value', title: 'right answers', domain: [0, 1], format: '.0%' })
  const y = categoryAxis({ field: 'model', title: null, names })
  return panel({
    width: theme.width - 84,
    height: 22 * arms.length,
    rows,
    layers: [intervalRule({ x, y, lo: 'lo', hi: 'hi', by, along: 'x', weight: 'outer' }), points({ x, y, by })],
  })
}
