import { describe, expect, it } from 'vitest'
import type { Planned } from '../../src/clawmark/entry.ts'
import { markResultOf, readMarkResult } from '../../src/clawmark/results.ts'
import type { Trial } from '../../src/result.ts'

const planned: Planned[] = [
  { stage: 'stage0', id: 'a', weight: 1 },
  { stage: 'stage1', id: 'b', weight: 2 },
  { stage: 'final', id: 'a', weight: 1 },
]
const origin = { agent: 'some-model', attempt: 2, domain: 'desk', level: 'easy', planned }

type Item = { id: string; passed: boolean; weight: number; detail?: string; method?: string }
const stage = (id: string, verification: Item[], more: object = {}) => ({
  id,
  success: true,
  error: '',
  verification_score: 0,
  verification,
  ...more,
})
const file = (stages: object[], score: number): string =>
  JSON.stringify({ task_id: 'desk_task1', score, execution_time: 12.5, stages, rubric: [] })

const whole = [
  stage('stage0', [{ id: 'a', passed: true, weight: 1, detail: '', method: 'rule' }]),
  stage('stage1', [{ id: 'b', passed: false, weight: 2 }]),
  stage('final', [{ id: 'a', passed: true, weight: 1 }]),
]

describe('a result.json', () => {
  it('becomes a trial with every planned item', () => {
    const { trial, spent, notes } = readMarkResult(file(whole, 0.5), 'result.json', origin)
    expect(trial).toEqual({
      benchmark: 'clawmark',
      task: 'desk_task1',
      domain: 'desk',
      level: 'easy',
      agent: 'some-model',
      attempt: 2,
      status: 'scored',
      agentEnd: 'completed',
      verifier: 'clawmark-driver',
      checks: [
        { id: 'a', weight: 1, outcome: 'passed', detail: '', stage: 'stage0' },
        { id: 'b', weight: 2, outcome: 'failed', detail: 'not so', stage: 'stage1' },
        { id: 'a', weight: 1, outcome: 'passed', detail: '', stage: 'final' },
      ],
      passed: { upstream: false, strict: false },
      score: { flat: 2 / 3, declared: 0.5 },
      skills: null,
      reasons: [],
    } satisfies Trial)
    expect(spent).toEqual({ seconds: { setup: 0, agent: 12.5, verifier: 0 }, tokens: null })
    expect(notes).toEqual([])
  })

  it('that lacks items is scored over the planned ones, and says so', () => {
    const crashed = [
      whole[0]!,
      stage('stage1', [], { success: false, error: 'boom\nat x', verification_score: -1 }),
      whole[2]!,
    ]
    const { trial, notes } = readMarkResult(file(crashed, 1), 'result.json', origin)
    expect(trial.checks[1]).toEqual({
      id: 'b',
      weight: 2,
      outcome: 'error',
      detail: 'the result does not have it: a stage crashed',
      stage: 'stage1',
    })
    expect(trial.passed).toEqual({ upstream: true, strict: false })
    expect(trial.score.declared).toBe(0.5)
    expect(trial.agentEnd).toBe('failed')
    expect(trial.reasons).toEqual(['stage1 crashed: boom at x'])
    expect(notes).toEqual(["1 of 3 planned items are missing: upstream's 1 is 0.5 over all of them"])
  })

  it('without a rubric claims no strict pass', () => {
    const all = whole.map((one) => ({
      ...one,
      verification: one.verification.map((item) => ({ ...item, passed: true })),
    }))
    const { trial, notes } = readMarkResult(file(all, 1), 'result.json', { ...origin, planned: null })
    expect(trial.passed).toEqual({ upstream: true, strict: null })
    expect(notes).toEqual(['without the rubric nobody knows whether items are missing'])
  })

  it('with a score of its own making, or items that nobody planned, is told', () => {
    const more = [...whole, stage('stage2', [{ id: 'z', passed: true, weight: 4 }])]
    const { trial, notes } = readMarkResult(file(more, 0.9), 'result.json', origin)
    expect(trial.checks).toHaveLength(3)
    expect(notes).toEqual([
      'the file says a score of 0.9, its own items give 0.75',
      'the rubric has no item "z" in stage2: it is not counted',
    ])
  })

  it('of a run that failed before its first item is not scored', () => {
    const failed = [stage('FRAMEWORK_ERROR', [], { success: false, error: 'no docker' })]
    const { trial, notes } = readMarkResult(file(failed, 0), 'result.json', origin)
    expect(trial).toMatchObject({
      status: 'setup-error',
      checks: [],
      passed: { upstream: null, strict: null },
      score: { flat: null, declared: null },
      reasons: ['FRAMEWORK_ERROR crashed: no docker'],
    })
    expect(notes).toEqual(['no item was asked: upstream writes a score of 0, here it is not scored'])
  })

  it('of another form is refused with the place', () => {
    expect(() => readMarkResult('{"task_id": "x", "score": 2, "stages": []}', 'r.json', origin)).toThrow(
      /r\.json: score is 2; a number from 0 to 1 is needed/,
    )
    expect(() => readMarkResult('{', 'r.json', origin)).toThrow(expect.objectContaining({ code: 'LB_JSON' }))
  })

  it('that we write is read back as the same trial', () => {
    const first = readMarkResult(file(whole, 0.5), 'result.json', origin)
    const checks = first.trial.checks.map((one, index) =>
      index === 1 ? { ...one, outcome: 'error' as const, detail: 'it was never asked: a stage crashed' } : one,
    )
    const trial: Trial = { ...first.trial, checks, agentEnd: 'failed', reasons: ['stage1 crashed: boom'] }
    const written = JSON.stringify(markResultOf({ trial, spent: first.spent }))
    expect(readMarkResult(written, 'again', origin)).toEqual({ trial, spent: first.spent, notes: [] })
  })
})
