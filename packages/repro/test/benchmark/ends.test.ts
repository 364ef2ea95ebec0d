import type { Trial } from '@lawbook/benchmarks'
import { expect, test } from 'vitest'
import { endsText } from '../../src/benchmark/table.ts'

const trial = (task: string, agentEnd: Trial['agentEnd'], ...reasons: string[]): Trial => ({
  ...{ benchmark: 'clawbench', task, domain: 'd', level: 'L1', agent: 'a', attempt: 1, verifier: 'node', checks: [] },
  ...{ status: 'scored', agentEnd, passed: { upstream: false, strict: false }, score: { flat: 0, declared: 0 } },
  ...{ skills: null, reasons },
})

test('nothing is said of an agent that always came to its end', () => {
  expect(endsText([trial('t1', 'completed')])).toEqual([])
})

test('turns that failed or ran out of time are counted, and the first is quoted', () => {
  const trials = [
    trial('t1', 'completed'),
    trial('t2', 'failed', 'the agent says that it failed'),
    trial('t3', 'timeout'),
  ]
  expect(endsText(trials)).toEqual([
    'how the agent ended: completed 1, failed 1, out of time 1; what it left was judged all the same',
    '  the first that did not complete: t2, the agent says that it failed',
  ])
})
