import type { Claim, ClaimKind, EvidenceKind } from '@lawbook/schemas'

/** Kinds that any system under the claim's protocol can test: they speak of form, not of one library's numbers. */
const formKinds: readonly ClaimKind[] = ['sign', 'ordering', 'threshold', 'form']

/** Whether the size of the claimed effect can be compared with the measure, or its direction at most. */
export function sizeComparable(claim: Claim, evidence: EvidenceKind): boolean {
  return claim.comparability !== 'form-only' || evidence === 'arithmetic' || formKinds.includes(claim.kind)
}

/**
 * Why a kind says nothing on form-only evidence, or null where it does: another library's counts are no evidence about
 * theirs, and a value, ratio or range without a neutral value has no direction to test.
 */
export function kindObstacle(claim: Claim, evidence: EvidenceKind): string | null {
  if (sizeComparable(claim, evidence)) return null
  if (claim.kind === 'count') return 'counts of another library and other models are no evidence about theirs'
  return claim.neutral === null
    ? `a ${claim.kind} of another library and other models cannot be compared, and without a neutral value it has no direction to test`
    : null
}
