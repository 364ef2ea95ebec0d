import { expect, test } from 'vitest'
import { readJUnit } from '../../src/clawbench/junit.ts'

const suite = (cases: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest" tests="1">${cases}</testsuite></testsuites>`
const one = (id: string, weight: string, inner = ''): string =>
  `<testcase classname="m" name="n" time="0.1"><properties><property name="lawbook-id" value="${id}"/>` +
  `<property name="lawbook-weight" value="${weight}"/></properties>${inner}</testcase>`

test('outcomes, weights and messages of tests', () => {
  const { checks } = readJUnit(
    suite(
      one('test_a', '3') +
        one('TestB::test_b[1]', '2', '<failure message="assert 1 &lt; 0&#10;in /tmp/x/file">long</failure>') +
        one(
          'test_c',
          '1',
          '<error message="failed on setup">    def c():\nE   OSError: no file /tmp/x/out\nE    +  where x = f()\n</error>',
        ) +
        one('test_d', '2', '<skipped type="pytest.skip" message="not today">f:1</skipped>'),
    ),
    ['/tmp/x'],
  )
  expect(checks).toEqual([
    { id: 'test_a', weight: 3, outcome: 'passed', detail: '' },
    { id: 'TestB::test_b[1]', weight: 2, outcome: 'failed', detail: 'assert 1 < 0 in ./file' },
    { id: 'test_c', weight: 1, outcome: 'error', detail: 'OSError: no file ./out' },
    { id: 'test_d', weight: 2, outcome: 'skipped', detail: 'not today' },
  ])
})

test('a test that failed and then broke in its clean-up is one check, failed', () => {
  const cases =
    one('test_a', '2', '<failure message="f">x</failure>') + one('test_a', '2', '<error message="e">y</error>')
  expect(readJUnit(suite(cases), []).checks.map(({ outcome }) => outcome)).toEqual(['failed'])
})

test('what is not a test could not be collected', () => {
  const broken =
    '<testcase classname="" name="m"><error message="collection failure">E   SyntaxError: odd</error></testcase>'
  expect(readJUnit(suite(broken), [])).toEqual({ checks: [], uncollected: ['SyntaxError: odd'], oddWeights: [] })
})

test('a weight that is none is told and weighs as an undeclared one', () => {
  const { checks, oddWeights } = readJUnit(suite(one('a', 'heavy') + one('b', '0')), [])
  expect(checks.map(({ weight }) => weight)).toEqual([2, 2])
  expect(oddWeights).toEqual(['a', 'b'])
})

test('text that is no report is LB_INPUT', () => {
  for (const text of ['', '<html></html>', '<testsuites><testsuite>'])
    expect(() => readJUnit(text, [])).toThrowError(expect.objectContaining({ code: 'LB_INPUT' }))
})
