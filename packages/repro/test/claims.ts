import type { Claim, DiffClaim } from '@lawbook/schemas'

/** A claim in form only about a factor above 1. */
export const claim: Claim = {
  id: 'test-paper/ratio',
  ref: 'T1',
  paper: 'test-paper',
  measure: 'ratio',
  locator: { where: 'p. 1' },
  statement: 'It doubles.',
  printed: 'a factor of 2',
  kind: 'ratio',
  number: '2',
  unit: '1',
  neutral: 1,
  population: 'libraries-like-it',
  source: 'paper',
  trust: 'high',
  comparability: 'form-only',
  tolerance: { rule: 'ratio', value: null, why: 'declared' },
  rivals: [],
  holdsIn: [],
  seen: false,
  decides: 'a factor below 1',
}

/** A judged claim whose rule is often wrong. */
export function judged(changes: Partial<DiffClaim> = {}): DiffClaim {
  const { id, ref, paper, statement, printed, comparability } = claim
  return {
    ...{ id, ref, paper, statement, printed, comparability },
    expected: { allowed: { lo: 1.6, hi: 2.5 }, direction: { lo: 1, hi: null }, unit: '1', neutral: 1 },
    measure: {
      ...{ value: 1.8, low: 1.7, high: 1.9, n: 40, unit: '1', method: 'mean', evidence: 'routed' },
      ...{ power: 0.57, falseAlarm: 0.01, recognised: 0 },
    },
    verdict: 'direction-only',
    why: 'the size cannot be compared here',
    accepted: null,
    changed: null,
    experiment: 'test-one',
    figure: null,
    ...changes,
  }
}
