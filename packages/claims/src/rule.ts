import { byCodeUnit, hashJson } from '@lawbook/base'
import type { Claim } from '@lawbook/schemas'
import { expected } from './expected.ts'

/**
 * SHA-256 of everything that decides a claim: what it expects, kind, tolerance, comparability, neutral value, the
 * measure it is judged by, the printed interval, and the planted worlds (in any order). Prose is not in it.
 */
export function ruleHash(claim: Claim): string {
  const { kind, tolerance, comparability, neutral, measure, interval, rivals, holdsIn } = claim
  return hashJson({
    expected: expected(claim),
    kind,
    tolerance: { rule: tolerance.rule, value: tolerance.value },
    comparability,
    neutral,
    measure,
    interval: interval ?? null,
    rivals: [...rivals].sort(byCodeUnit),
    holdsIn: [...holdsIn].sort(byCodeUnit),
  })
}
