import { expect, test } from 'vitest'
import type { Trial } from '../src/result.ts'
import { tally } from '../src/tally.ts'
import { someTrial } from './trial/someTrial.ts'

const passed: Partial<Trial> = {
  checks: [
    { id: 'test_a', weight: 3, outcome: 'passed', detail: '' },
    { id: 'test_b', weight: 1, outcome: 'error', detail: 'no file' },
  ],
  passed: { upstream: true, strict: false },
  score: { flat: 0.5, declared: 0.75 },
}

test('rates are of scored trials, and what was not scored is counted by its status', () => {
  const trials = [someTrial('a'), someTrial('b', passed), someTrial('c', { status: 'setup-error' })]
  expect(tally(trials, 3)).toEqual({
    planned: 3,
    scored: 2,
    notScored: { 'setup-error': 1 },
    strictPasses: 0,
    upstreamPasses: 1,
    meanFlat: 0.25,
    meanDeclared: 0.375,
    checks: 3,
    checksPassed: 1,
  })
})

test('nothing scored has no mean: missing is not zero', () => {
  expect(tally([someTrial('a', { status: 'verifier-error' })], 1)).toMatchObject({ meanFlat: null, meanDeclared: null })
})

test('a trial that was planned and is not there stops it', () => {
  expect(() => tally([someTrial('a')], 2)).toThrow(
    expect.objectContaining({ code: 'LB_BOOKS', message: '2 trials were planned, but 1 were scored and 0 were not' }),
  )
})
