import { expect, it } from 'vitest'
import { countVerdicts, summarise } from '../src/summary.ts'
import { sampleDiff } from './render/diffs.ts'

const [one] = sampleDiff.claims
const claims = [
  { ...one!, verdict: 'not-testable' as const, changed: 'untested in this run' },
  { ...one!, verdict: 'not-testable' as const },
  { ...one!, verdict: 'contradicted' as const },
  { ...one!, verdict: 'reproduced' as const, comparability: 'form-only' as const },
  { ...one!, verdict: 'not-testable' as const, changed: 'gone' },
]

it('counts in the order of verdicts, the untested apart', () =>
  expect(Object.entries(countVerdicts(claims.slice(0, 4)))).toEqual([
    ['reproduced', 1],
    ['contradicted', 1],
    ['not-testable', 1],
    ['untested', 1],
  ]))

it('adds no groups and leaves out what is gone', () =>
  expect(summarise(claims)).toEqual({
    'same-protocol': { contradicted: 1, 'not-testable': 1, untested: 1 },
    'form-only': { reproduced: 1 },
  }))
