import type { Spent, Trial } from '../../src/result.ts'

export const someSpent: Spent = { seconds: { setup: 0.5, agent: 1, verifier: 2 }, tokens: null }

/** A scored trial of the agent that does nothing; what is not scored has no checks. */
export function someTrial(task: string, more: Partial<Trial> = {}): Trial {
  const isScored = (more.status ?? 'scored') === 'scored'
  return {
    benchmark: 'clawbench',
    task,
    domain: 'shop',
    level: 'L1',
    agent: 'nothing',
    attempt: 1,
    status: 'scored',
    agentEnd: isScored ? 'completed' : null,
    verifier: 'pytest',
    checks: isScored ? [{ id: 'test_a', weight: 2, outcome: 'failed', detail: 'no' }] : [],
    passed: isScored ? { upstream: false, strict: false } : { upstream: null, strict: null },
    score: isScored ? { flat: 0, declared: 0 } : { flat: null, declared: null },
    skills: null,
    reasons: [],
    ...more,
  }
}
