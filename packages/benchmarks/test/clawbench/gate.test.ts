import { expect, test } from 'vitest'
import { gateOf } from '../../src/clawbench/gate.ts'
import { someTrial } from '../trial/someTrial.ts'

const oracle = (task: string, more: Parameters<typeof someTrial>[1]) => someTrial(task, { agent: 'oracle', ...more })
const passes = { upstream: true, strict: true }

test('tasks that the oracle passes count; the others are grouped by why', () => {
  const broken = { status: 'verifier-error' as const, agentEnd: 'completed' as const }
  const lacks = [{ id: 'test_a', weight: 2, outcome: 'error' as const, detail: "No module named 'textblob'" }]
  const gate = gateOf([
    oracle('a', { passed: passes }),
    oracle('b', { passed: { upstream: true, strict: false } }),
    oracle('c', {
      agentEnd: 'failed',
      reasons: ['setup.sh ended with exit code 1: x', 'the solution ended with exit code 2: oh'],
    }),
    oracle('d', { ...broken, reasons: ['the verifier cannot be collected: SyntaxError: odd'] }),
    oracle('e', { ...broken, reasons: ["the verifier cannot be collected: No module named 'statsmodels.api'"] }),
    oracle('f', { checks: lacks }),
    oracle('g', { status: 'setup-error', reasons: ['there is no task.toml'] }),
    oracle('h', { ...broken, reasons: ['the verifier did not end within 3 s'] }),
    oracle('i', {}),
  ])
  expect(gate.counted).toEqual(['a'])
  expect(Object.fromEntries(gate.left.map(({ task, group }) => [task, group]))).toEqual({
    b: 'verifier rejects',
    c: 'solve fails',
    d: 'cannot be collected',
    e: 'needs module statsmodels.api',
    f: 'needs module textblob',
    g: 'set-up fails',
    h: 'verifier gives no answer',
    i: 'verifier rejects',
  })
  expect(gate.left.find(({ task }) => task === 'c')!.reason).toBe('the solution ended with exit code 2: oh')
  expect(gate.groups[0]).toEqual({ group: 'verifier rejects', tasks: ['b', 'i'] })
})

test("under upstream's rule more may count, and one attempt that passes is enough", () => {
  const half = oracle('b', { passed: { upstream: true, strict: false } })
  expect(gateOf([half], 'upstream').counted).toEqual(['b'])
  expect(gateOf([half, oracle('b', { attempt: 2, passed: passes })])).toMatchObject({ counted: ['b'], left: [] })
})
