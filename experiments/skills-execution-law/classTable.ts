import { dependencyClasses } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import type { ExecutionChoices } from './choices.ts'
import { meanOver } from './compare.ts'
import { difficultWithoutLeaks, points, times, withoutLeaks } from './judged.ts'
import { cellsWhere, type Quantity, type Study } from './study.ts'

/** The comparisons in which the own state and the placebo stand on equal ground: both sources in every library, or in none. */
const grounds = [
  { id: 'both in', above: 'state', below: 'placebo-present' },
  { id: 'both out', above: 'state-removed', below: 'placebo-removed' },
] as const satisfies readonly { id: string; above: Quantity; below: Quantity }[]

/**
 * The own state against the placebo by class of pairs, on difficult pairs and on all, in times and in points. On independent
 * pairs the own state says no more of the second step than the placebo does: whatever is left there is no relevance.
 */
export function classRows(study: Study, { size }: ExecutionChoices): Row[] {
  const all = [...study.routers.keys()]
  if (all.length === 0) return []
  const mean = (quantity: Quantity, cells: Uint8Array): number | null => {
    const found = meanOver(study, study.chances(quantity, size), cells, all, [...study.pairs.keys()])
    return Number.isFinite(found) ? found : null
  }
  const among = { difficult: difficultWithoutLeaks(study), all: withoutLeaks(study) }
  return Object.entries(among).flatMap(([pairs, chosen]) =>
    dependencyClasses.flatMap((name) => {
      const cells = cellsWhere(study, (pair, cell) => pair.class === name && chosen[cell] === 1)
      return grounds.map(({ id, above, below }): Row => {
        const reading = { above, below, cells, size }
        const [ratio, gain] = [times(study, reading), points(study, reading)]
        return {
          pairs,
          class: name,
          ground: id,
          n: cells.reduce((sum, one) => sum + one, 0),
          above: mean(above, cells),
          below: mean(below, cells),
          value: ratio?.value ?? null,
          low: ratio?.nested?.i90[0] ?? null,
          high: ratio?.nested?.i90[1] ?? null,
          low995: ratio?.nested?.i995[0] ?? null,
          high995: ratio?.nested?.i995[1] ?? null,
          points: gain?.value ?? null,
        }
      })
    }),
  )
}
