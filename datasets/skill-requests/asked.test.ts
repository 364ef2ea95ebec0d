import { checkLedger } from '@lawbook/schemas'
import type { Request } from '@lawbook/skills'
import { expect, test } from 'vitest'
import { admitted, ledgers } from './asked.ts'

const request = (id: string, skill: string): Request => ({
  ...{ id, skill, wording: 'direct', domain: 'd', abstract: false, text: 'please' },
})
const requests = [request('q0', 'a'), request('q1', 'b'), request('q2', 'c')]

test('only requests whose skill is in a half may be asked', () => {
  expect(admitted({ requests, split: { a: 'test', c: 'calibration' } }).map(({ id }) => id)).toEqual(['q0', 'q2'])
})

test('the books balance, and a request that no half has is missing', () => {
  const books = ledgers({ planned: 5, excluded: { 'names the skill': 2 }, requests }, 2, 1, 'calibration half')
  expect(books).toMatchObject([
    { planned: 5, used: 2, excluded: [{ reason: 'names the skill', n: 2 }], missing: 1 },
    { planned: 2, used: 1, excluded: [{ reason: 'calibration half', n: 1 }], missing: 0 },
  ])
  for (const ledger of books) checkLedger(ledger, 'a test')
})

test('a request lost without a word breaks the books', () => {
  const [written] = ledgers({ planned: 6, excluded: { 'names the skill': 2 }, requests }, 3, 1, 'calibration half')
  expect(() => checkLedger(written!, 'a test')).toThrow(expect.objectContaining({ code: 'LB_BOOKS' }))
})
