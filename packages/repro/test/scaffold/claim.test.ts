import { expected } from '@lawbook/claims'
import { validate } from '@lawbook/schemas'
import { expect, test } from 'vitest'
import { draftClaim } from '../../src/scaffold/claim.ts'

const draft = (printed: string) =>
  draftClaim({
    paper: 'test-paper',
    id: 'test-claim',
    printed,
    measure: { id: 'effect', unit: 'points' },
    needs: 'rows',
  })

test.each([
  ['R² > 0.97 for all models', 'threshold', '0.97', { lo: 0.97, hi: null }],
  ['at most 1,141 skills', 'threshold', '1141', { lo: null, hi: 1141 }],
  ['accuracy of 71.3 %', 'value', '71.3', { lo: 71.25, hi: 71.35 }],
  ['accuracy falls with size', 'sign', null, { lo: 0, hi: null }],
])('"%s" is drafted as a %s', (printed, kind, number, allowed) => {
  const claim = draft(printed)
  validate('lawbook/claims@1', { schema: 'lawbook/claims@1', claims: [claim] }, 'the draft')
  expect([claim.kind, claim.number, expected(claim).allowed]).toEqual([kind, number, allowed])
  expect([claim.measure, claim.unit]).toEqual(['effect', 'points'])
})

test('a draft never claims comparable evidence or trust', () => {
  expect(draft('3 of 4')).toMatchObject({ comparability: 'form-only', trust: 'low', rivals: [], seen: false })
})
