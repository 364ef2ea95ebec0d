import { expect, test } from 'vitest'
import { wantedOf } from '../../src/benchmark/options.ts'

const ask = (positionals: string[], options = {}) => wantedOf({ positionals, options }, 4)

test('what is not said is nothing, once, with all cores, and scores that weigh the same', () => {
  expect(ask(['clawbench'])).toEqual({
    benchmark: 'clawbench',
    dir: null,
    agent: 'nothing',
    tasks: null,
    workers: 4,
    attempts: 1,
    out: null,
    verifier: null,
    weights: 'flat',
    python: null,
    gate: null,
    floor: null,
    allowTaskCode: false,
    exported: null,
  })
})

test.each<[string[], object, RegExp]>([
  [[], {}, /a benchmark is needed; there are: clawbench, clawmark/],
  [['clawbnch'], {}, /there is no benchmark "clawbnch"; did you mean clawbench/],
  [['clawbench', 'clawmark'], {}, /one benchmark is run at a time, but got clawbench and clawmark/],
  [['clawbench'], { workers: '0' }, /--workers is "0"; give a whole number from 1/],
  [['clawbench'], { attempts: '1.5' }, /--attempts is "1.5"/],
  [['clawbench'], { verifier: 'clawmark-driver' }, /--verifier is "clawmark-driver"; allowed: pytest, node/],
  [['clawmark'], { verifier: 'pytest' }, /--verifier is "pytest"; allowed: clawmark-driver, node/],
  [['clawbench'], { weights: 'heavy' }, /--weights is "heavy"; allowed: flat, declared/],
  [['clawmark'], { dir: 'x', agent: 'oracle' }, /the agent oracle executes solutions, and ClawMark publishes none/],
  [['clawmark'], { dir: 'x', agent: 'router:bm25' }, /the agent router:bm25 executes solutions/],
])('%j %j is wrong use', (positionals, options, message) => {
  expect(() => ask(positionals, options)).toThrow(
    expect.objectContaining({ code: 'LB_USAGE', message: expect.stringMatching(message) }),
  )
})
