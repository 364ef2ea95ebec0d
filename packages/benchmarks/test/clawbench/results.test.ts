import { expect, test } from 'vitest'
import { writeLeaderboard } from '../../src/clawbench/results/leaderboard.ts'
import { readClawResult } from '../../src/clawbench/results/read.ts'
import { writeSubmit } from '../../src/clawbench/results/submit.ts'
import { writeSummary } from '../../src/clawbench/results/summary.ts'
import type { Trial } from '../../src/result.ts'
import { someSpent, someTrial } from '../trial/someTrial.ts'

const header = { framework: 'lawbook', model: 'nothing', skillsMode: 'vanilla', testTier: null }
const half: Partial<Trial> = { passed: { upstream: true, strict: false }, score: { flat: 0.5, declared: 0.25 } }
const ours = [
  someTrial('a', half),
  someTrial('a', { attempt: 2 }),
  someTrial('b', { status: 'setup-error', reasons: ['there is no task.toml'] }),
  someTrial('c', { status: 'verifier-error', reasons: ['it hung'] }),
  someTrial('d', { level: 'L2', domain: 'yard', ...half }),
]
const ends = ours.map((trial) => ({ trial, spent: someSpent }))
const kept = ({ trial }: { trial: Trial }) => [trial.task, trial.attempt, trial.status, trial.passed, trial.score]
const nothing = { upstream: null, strict: null }
const noScore = { flat: null, declared: null }

test('a summary that we write says what upstream says of the same runs', () => {
  const file = writeSummary(ends, header, '0.1.0')
  expect(file).toMatchObject({
    schema_version: '1.2.0',
    runs_per_task: 2,
    scores: {
      overall: 20,
      tasks_total: 5,
      tasks_passed: 2,
      tasks_failed: 1,
      tasks_errored: 2,
      tasks_tested: 3,
      pass_rate: 40,
      pass_rate_tested: 66.7,
    },
    error_breakdown: { timeout: 0, network: 0, api_error: 0, other_error: 2, total_errors: 2 },
  })
})

test('a summary goes round: what it holds comes back, what it does not hold is null', () => {
  const { format, trials, notes } = readClawResult(writeSummary(ends, header, '0.1.0'), 'summary.json')
  expect([format, notes]).toEqual(['summary', []])
  expect(trials.map(kept)).toEqual([
    ['a', 1, 'scored', { upstream: true, strict: null }, { flat: 0.5, declared: null }],
    ['a', 2, 'scored', { upstream: false, strict: null }, { flat: 0, declared: null }],
    ['b', 1, 'setup-error', nothing, noScore],
    ['c', 1, 'verifier-error', nothing, noScore],
    ['d', 1, 'scored', { upstream: true, strict: null }, { flat: 0.5, declared: null }],
  ])
  expect(trials[2]!.trial.reasons).toEqual(['setup: there is no task.toml'])
  expect(trials[0]!.spent).toEqual({ seconds: { setup: 0, agent: 3.5, verifier: 0 }, tokens: null })
  expect(trials[0]!.trial).toMatchObject({
    agent: 'lawbook/nothing',
    domain: '',
    level: '',
    checks: [],
    agentEnd: null,
  })
})

test('rows of one task are its attempts, and a network error was never scored', () => {
  const row = { task_id: 'x-001', passed: true, score: 0.75, duration_s: 4, tokens_input: 10, tokens_output: 2 }
  const rows = [
    { ...row, error: null, error_type: 'none' },
    { ...row, passed: false, score: 0, error: 'Connection reset', error_type: 'network' },
  ]
  const file = { framework: 'f', model: 'm', schema_version: '1.1.0', task_results: rows }
  const { trials, notes, header } = readClawResult(file, 'summary.json')
  expect(header).toEqual({ framework: 'f', model: 'm', skillsMode: null, testTier: null })
  expect(notes).toEqual(['its schema_version is "1.1.0"; read as 1.2.0'])
  expect(trials.map(kept)).toEqual([
    ['x-001', 1, 'scored', { upstream: true, strict: null }, { flat: 0.75, declared: null }],
    ['x-001', 2, 'agent-error', nothing, noScore],
  ])
  expect(trials[0]!.spent!.tokens).toEqual({ input: 10, output: 2 })
})

test('a leaderboard entry goes round as far as it can', () => {
  const { file, notes } = writeLeaderboard(ours, header)
  expect(notes).toEqual(['2 trials were not scored and are left out'])
  expect(file).toMatchObject({
    overall: null,
    taskCompletion: 66.67,
    ux: null,
    metadata: { total_tasks: 2, total_runs: 3, overall_mean_score: 0.333333, overall_std_dev: 0.235702 },
    domainBreakdown: { shop: 25, yard: 50 },
    levelBreakdown: { L1: 25, L2: 50 },
  })
  const read = readClawResult(file, 'leaderboard.json')
  expect(read.format).toBe('leaderboard')
  expect(read.notes).toHaveLength(2)
  expect(read.trials.map(kept)).toEqual([
    ['a', 1, 'scored', { upstream: true, strict: null }, noScore],
    ['a', 2, 'scored', { upstream: false, strict: null }, noScore],
    ['d', 1, 'scored', { upstream: true, strict: null }, { flat: 0.5, declared: null }],
  ])
  expect(read.trials[0]!.spent).toBeNull()
})

test('without a scored trial there is no rate, not a rate of 0', () => {
  const none = ours.slice(2, 4)
  expect(writeLeaderboard(none, header).file).toMatchObject({
    taskCompletion: null,
    metadata: { overall_pass_rate: null },
  })
  expect(writeSummary([], header, '0.1.0')).toMatchObject({ scores: { overall: null, pass_rate: null } })
})

test('the payload that is submitted goes round, without a fingerprint of the machine', () => {
  const { file, notes } = writeSubmit(ours, header, 'ours')
  expect(notes).toEqual(['2 trials were not scored and are left out'])
  expect(file).toMatchObject({ customName: 'ours', fingerprint: null })
  const { format, trials } = readClawResult(file, 'payload.json')
  expect(format).toBe('submit')
  expect(trials.map(kept).map(([task, attempt]) => `${task}${attempt}`)).toEqual(['a1', 'a2', 'd1'])
})

test('a summary that the packager has overwritten is told from results', () => {
  const packaged = { results_dir: '/r', files: ['leaderboard.json', 'summary.json'] }
  expect(() => readClawResult(packaged, 'summary.json')).toThrow(
    /^summary\.json holds no results: claw-bench overwrote it .* give the leaderboard\.json beside it$/,
  )
  expect(() => readClawResult({ ...packaged, files: [] }, 's')).toThrow(/give the summary\.json from before that/)
})

test('other files and broken fields are refused by name', () => {
  const code = (name: string) => expect.objectContaining({ code: name })
  for (const value of [null, 3, [], { scores: {} }])
    expect(() => readClawResult(value, 'x')).toThrowError(code('LB_BENCHMARK'))
  const file = { framework: 'f', model: 'm', taskResults: [{ taskId: 'a', passed: true, score: 2 }] }
  expect(() => readClawResult(file, 'x.json')).toThrow(
    'x.json taskResults[0]: score is 2; a number from 0 to 1 is needed',
  )
  expect(() => readClawResult({ ...file, model: undefined }, 'x.json')).toThrow('model is missing; a text is needed')
})
