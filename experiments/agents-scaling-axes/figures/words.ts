import { fixed, valueText } from '@lawbook/figures'
import type { Measure, Row } from '@lawbook/schemas'

/** The rows of one sweep. */
export const sweepRows = (rows: readonly Row[], sweep: string): Row[] => rows.filter((row) => row.sweep === sweep)

/** Every part of a measure with its value and its own 90 % interval, where it has one. */
export function partsText(measure: Measure | undefined): string {
  return (measure?.parts ?? []).map((part) => `${part.label} ${valueText(part, 1)}`).join(', ')
}

/** The alternative of a measure with this option. */
export const optionOf = (measure: Measure | undefined, option: string) =>
  measure?.alternatives?.find((one) => one.option === option)

export const student = 'Student over tasks; shares: normal, with the widest error that shared tasks allow'

/** How many tasks or runs are behind the points of a sweep: one number, or the smallest and the largest. */
export function sizeText(rows: readonly Row[], sweep: string): string {
  const sizes = sweepRows(rows, sweep).flatMap(({ n }) => (typeof n === 'number' ? [n] : []))
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  return sizes.length === 0 ? 'unknown' : least === most ? `${least}` : `${least} to ${most}`
}

/** The change of a sweep from its first to its last point, in points. */
export const changeText = (rows: readonly Row[], sweep: string): string => {
  const own = sweepRows(rows, sweep).filter(({ curve }, _, all) => curve === (all.at(-1)?.curve ?? null))
  return fixed(100 * (Number(own.at(-1)?.y) - Number(own[0]?.y)), 1)
}
