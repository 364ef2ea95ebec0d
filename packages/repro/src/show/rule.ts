import { regionText, sizeComparable } from '@lawbook/claims'
import type { Claim, DiffClaim, Measure } from '@lawbook/schemas'
import { capital, sayUnit } from '../say.ts'

/**
 * What a claim allows and how its measure is judged, in words, with the reason for the margin (docs/design.md,
 * "Verdicts").
 */
export function sayRule(
  claim: Claim,
  { allowed, direction, neutral }: Omit<DiffClaim['expected'], 'unit'>,
  measure: Pick<Measure, 'evidence'> | null,
): string {
  const unit = sayUnit(claim.unit)
  const why = sentence(claim.tolerance.why)
  if (allowed === null) return `It allows no set of values that could be checked. ${why}`
  const size = `${regionText(allowed, neutral)}${unit}`
  // Only arithmetic is judged otherwise: where there is no measure, say what any other evidence would do.
  if (sizeComparable(claim, measure?.evidence ?? 'routed'))
    return `It allows ${size}: the whole 90 % interval in there agrees, the whole 99.5 % interval outside denies. ${why}`
  if (direction === null || neutral === null)
    return `Its size, ${size}, cannot be compared here, and without a neutral value it has no direction. ${why}`
  return `Its size, ${size}, cannot be compared here. Its direction is ${regionText(direction, neutral)}${unit}: the whole 99.5 % interval in there shows it, all of it outside denies it. ${why}`
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`
}
