import { expected } from '@lawbook/claims'
import { expect, test } from 'vitest'
import { sayRule } from '../../src/show/rule.ts'
import { claim } from '../claims.ts'

test('an end at the neutral value is open, and is said so', () => {
  expect(sayRule(claim, expected(claim), null)).toMatch(/cannot be compared here\. Its direction is above 1:/)
})

test('arithmetic is judged by size, whatever the comparability', () => {
  expect(sayRule(claim, expected(claim), { evidence: 'routed' })).toMatch(/^Its size, \[1\.6, 2\.5\], cannot/)
  expect(sayRule(claim, expected(claim), { evidence: 'arithmetic' })).toMatch(/^It allows \[1\.6, 2\.5\]:/)
})
