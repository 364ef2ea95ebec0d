import { expect, test } from 'vitest'
import { overviewOf, overviewPapers } from '../../src/overview/model.ts'
import { rootBlocks } from '../../src/readme/rootBlocks.ts'
import { claimed, measured, paper, stateOf } from './state.ts'

test('claims stand group by group, in each by their number, and the groups are not added', () => {
  const claims = [
    claimed('before', 'A10'),
    claimed('later', 'A2'),
    claimed('split-a', 'A1b', { comparability: 'same-protocol' }),
    claimed('split-b', 'A1a', { comparability: 'same-protocol' }),
    claimed('absent', 'A3', { measure: null, needs: 'their data' }),
  ]
  const values = ['before', 'later', 'split-a', 'split-b'].map((id) => measured(id, 10))
  const { groups } = overviewOf(stateOf(claims, { one: values }), paper)
  expect(groups.map(({ title, counts }) => [title, counts])).toEqual([
    ["On the claim's own ground", '2 contradicted'],
    ['In form only', '2 direction-only'],
    ['Not testable here', '1 not-testable'],
  ])
  expect(groups.map(({ rows }) => rows.map(({ ref }) => ref))).toEqual([['A1a', 'A1b'], ['A2', 'A10'], ['A3']])
})

test('a row says what was found, on which evidence, and what would change it', () => {
  const [group] = overviewOf(stateOf([claimed('ratio', 'A1')], { one: [measured('ratio', 10)] }), paper).groups
  expect(group!.rows[0]).toMatchObject({
    estimate: '10 [9, 11]',
    evidence: 'routed',
    power: ['no planted world'],
    decides: 'a factor below 1',
    strip: { looked: [1, expect.any(Number)], claimed: [1.6, 2.5], neutral: 1 },
  })
})

test('an estimate has at most three significant digits, and a count all of them', () => {
  const said = (value: number, i90: [number, number]) => {
    const state = stateOf([claimed('ratio', 'A1')], { one: [measured('ratio', value, { i90, i995: i90 })] })
    return overviewOf(state, paper).groups[0]!.rows[0]!.estimate
  }
  expect(said(0.002293, [-0.1614, 0.6094])).toBe('0.00229 [−0.161, 0.609]')
  expect(said(3811.4, [-99.46, 23936])).toBe('3,810 [−99.5, 23,936]')
})

test('what cannot be tested has no strip, even where something was measured', () => {
  const count = claimed('count', 'A1', { kind: 'count', number: '2', neutral: null, tolerance: exact })
  const [group] = overviewOf(stateOf([count], { one: [measured('count', 10)] }), paper).groups
  expect(group!.rows[0]).toMatchObject({ verdict: 'not-testable', strip: null, estimate: null, evidence: null })
  expect(group!.rows[0]!.why).toMatch(/no evidence about theirs/)
})
const exact = { rule: 'exact', value: null, why: 'a count' } as const

test('a paper has a page once all experiments with claims of it have a result', async () => {
  const claims = [claimed('a', 'A1'), claimed('b', 'A2', { experiment: 'two' })]
  const one = { one: [measured('a', 10)] }
  expect(overviewPapers(stateOf(claims, one))).toEqual([])
  expect(overviewPapers(stateOf([], one))).toEqual([])
  const whole = stateOf(claims, { ...one, two: [measured('b', 3)] })
  expect(overviewPapers(whole)).toEqual([paper])
  const picture = '(figures/overview/state-of-the-evidence-test-paper.svg)'
  expect(await rootBlocks(whole).verdicts!()).toContain(picture)
  expect(await rootBlocks(stateOf(claims, one)).verdicts!()).not.toContain(picture)
})
