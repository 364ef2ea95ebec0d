import { describe, expect, it } from 'vitest'
import { runCheck, type Step } from '../src/check.ts'
import { tally } from '../src/tally.ts'
import { filesOf } from './files.ts'

const step: Step = { before: filesOf({}), after: filesOf({ 'a.txt': 'a' }), input: { to: 'a.txt' }, previous: [] }

describe('runCheck', () => {
  it('passes without a reason and fails with one, now or later', async () => {
    expect(await runCheck(() => [], step)).toEqual({ verdict: 'pass', reasons: [] })
    expect(await runCheck(async () => ['the sum is wrong'], step)).toEqual({
      verdict: 'fail',
      reasons: ['the sum is wrong'],
    })
  })
  it('hands over the step', async () => {
    const check = ({ after, input }: Step): string[] => (after.has(String(input.to)) ? [] : ['nothing'])
    expect((await runCheck(check, step)).verdict).toBe('pass')
    expect((await runCheck(check, { ...step, after: step.before })).verdict).toBe('fail')
  })
  it.each<[string, () => unknown]>([
    ['throws', () => fails()],
    ['throws a word', () => fails('word')],
    ['rejects', async () => fails()],
    ['answers nothing', () => undefined],
    ['answers true', () => true],
    ['answers a text', () => ''],
    ['answers a list of something else', () => [1]],
  ])('a check that %s is an error, never a pass', async (_, check) => {
    const judgement = await runCheck(check as () => string[], step)
    expect(judgement.verdict).toBe('error')
    expect(judgement.reasons[0]).toMatch(/^the check /)
  })
})

function fails(thrown: unknown = new Error('no\nsuch file')): never {
  throw thrown
}

describe('tally', () => {
  it('counts every job once', () => {
    const jobs = (['done', 'time', 'done', 'refused', 'outside'] as const).map((outcome) => ({ outcome }))
    expect(tally(jobs)).toEqual({
      planned: 5,
      used: 2,
      byOutcome: { done: 2, refused: 1, crashed: 0, time: 1, files: 0, output: 0, outside: 1, link: 0 },
    })
  })
})
