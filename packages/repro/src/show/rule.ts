import type { Claim, DiffClaim } from '@lawbook/schemas'
import { capital, sayRegion, sayUnit } from '../say.ts'

/** What a claim allows and how it is judged, in words, with the reason for the margin. */
export function sayRule(claim: Claim, expected: Omit<DiffClaim['expected'], 'unit'>): string {
  const unit = sayUnit(claim.unit)
  const { allowed, direction } = expected
  const why = sentence(claim.tolerance.why)
  if (allowed === null) return `It allows no set of values that could be checked. ${why}`
  const judged = claim.comparability !== 'form-only' || formKinds.includes(claim.kind)
  if (judged)
    return `It allows ${sayRegion(allowed)}${unit}: the whole 90 % interval in there agrees, the whole 99.5 % interval outside denies. ${why}`
  if (claim.neutral === null)
    return `Its size, ${sayRegion(allowed)}${unit}, cannot be compared here, and without a neutral value it has no direction. ${why}`
  return `Its size, ${sayRegion(allowed)}${unit}, cannot be compared here. Its direction is ${sayRegion(direction)}${unit}: the whole 99.5 % interval in there shows it, all of it outside denies it. ${why}`
}

/** Kinds whose line can be judged in any library (docs/design.md, 4.3). */
const formKinds: readonly Claim['kind'][] = ['sign', 'ordering', 'threshold', 'form']

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`
}
