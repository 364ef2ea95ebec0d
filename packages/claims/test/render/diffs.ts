import type { Diff, DiffClaim } from '@lawbook/schemas'
import { computeDiff } from '../../src/diff.ts'
import { claimOf, kinds, measureOf, registryOf, storedOf } from '../sample.ts'

/** One claim in each group, and one that is gone; all of them fail the gate. */
export const sampleDiff: Diff = computeDiff({
  registry: registryOf(
    claimOf(),
    claimOf({ id: 'paper-a/form', ...kinds.threshold, comparability: 'form-only' }),
    claimOf({ id: 'paper-a/count', ...kinds.count, comparability: 'form-only' }),
  ),
  results: new Map([['first-experiment', storedOf([measureOf(0.95, [0.93, 0.97], [0.9, 1])])]]),
  lock: {
    schema: 'lawbook/lock@1',
    claims: [{ id: 'paper-b/old', verdict: 'reproduced', value: 1, low: 0, high: 2, n: 3, rule: 'a'.repeat(64) }],
  },
  ci: true,
})

/** The same diff with many claims that all fail the gate. */
export function manyClaims(n: number, changes: Partial<DiffClaim> = {}): Diff {
  const claims = Array.from({ length: n }, (_, i) => ({
    ...sampleDiff.claims[0]!,
    ...changes,
    id: `paper-a/claim-${i}`,
  }))
  return { ...sampleDiff, claims, gate: { passed: false, reasons: claims.map(({ id }) => `${id}: new`) } }
}
