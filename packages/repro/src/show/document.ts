import type { ClaimView } from '../read/claimView.ts'

/** `lawbook/show@1`: what `show` says, for machines. Figures are named, not embedded. */
export function showDocument(views: readonly ClaimView[]) {
  return {
    claims: views.map((view) => ({
      ...view.judged,
      rule: view.rule,
      kind: view.claim.kind,
      locator: view.claim.locator,
      source: view.claim.source,
      trust: view.claim.trust,
      seen: view.claim.seen,
      tolerance: view.claim.tolerance,
      decides: view.claim.decides,
      needs: view.claim.needs ?? null,
      cannotSay: view.cannotSay,
      recomputed: view.measure,
      power: view.power,
      robustness: view.robustness,
      lock: view.accepted,
      attrition: view.attrition,
      status: view.status,
      lineage: view.lineage,
    })),
  }
}
