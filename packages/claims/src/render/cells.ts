import type { DiffClaim } from '@lawbook/schemas'
import { intervalText, numberText } from '../words.ts'

/** "0.73 [0.71, 0.75]", or a dash where nothing was measured. */
export function recomputedText({ measure }: DiffClaim): string {
  if (measure === null || measure.value === null) return '–'
  const interval = measure.low === null ? '' : ` ${intervalText(measure.low, measure.high)}`
  return `${numberText(measure.value)}${interval}`
}

/** What `powerText` gives, as the head of its column. */
export const powerHead = 'power / false alarm / recognised'

/**
 * How the rule did in planted worlds, as shares. Power is marked where it is below .8, since such a rule says little
 * when it agrees; so is recognition, since such a rule seldom agrees. A dash where no world was planted.
 */
export function powerText({ measure }: DiffClaim): string {
  const { power = null, falseAlarm = null, recognised = null } = measure ?? {}
  if (power === null && falseAlarm === null && recognised === null) return '–'
  const marked = (share: number | null) => `${numberText(share)}${share !== null && share < 0.8 ? ' (low)' : ''}`
  return `${marked(power)} / ${numberText(falseAlarm)} / ${marked(recognised)}`
}
