import type { DiffClaim } from '@lawbook/schemas'
import { intervalText, numberText } from '../words.ts'

/** "0.73 [0.71, 0.75]", or a dash where nothing was measured. */
export function recomputedText({ measure }: DiffClaim): string {
  if (measure === null || measure.value === null) return '–'
  const interval = measure.low === null ? '' : ` ${intervalText(measure.low, measure.high)}`
  return `${numberText(measure.value)}${interval}`
}

/** Power as a share, marked where it is below .8: such a verdict says little when it agrees. */
export function powerText({ measure }: DiffClaim): string {
  const power = measure?.power ?? null
  return power === null ? '–' : `${numberText(power)}${power < 0.8 ? ' (low)' : ''}`
}
