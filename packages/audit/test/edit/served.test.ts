import { expect, it } from 'vitest'
import type { Edit } from '../../src/edit/edit.ts'
import { sameWork } from '../../src/edit/sameWork.ts'
import { servedBy } from '../../src/edit/served.ts'
import { skill } from '../library.ts'

const [a, b, c, d] = [skill('a', 'one'), skill('b', 'two'), skill('c', 'three'), skill('d', 'four')]
const why = { step: 'test', reason: 'because' }
const merge = (before: typeof a, into: typeof a, serves: boolean): Edit => ({
  ...why,
  kind: 'merge',
  before,
  intoBefore: into,
  after: into,
  serves,
})

it('a skill that no edit names stands for itself', () => {
  expect(servedBy([], 'strict')('a')).toEqual(['a'])
})

it('nobody answers for a removed skill', () => {
  expect(servedBy([{ ...why, kind: 'remove', before: a }], 'lenient')('a')).toEqual([])
})

it('a merged skill answers under strict only where it does the same work', () => {
  expect(servedBy([merge(a, b, false)], 'strict')('a')).toEqual([])
  expect(servedBy([merge(a, b, false)], 'lenient')('a')).toEqual(['b'])
  expect(servedBy([merge(a, b, true)], 'strict')('a')).toEqual(['b'])
})

it('chains are followed to their end', () => {
  const chain = [merge(a, b, true), merge(b, c, true)]
  expect(servedBy(chain, 'strict')('a')).toEqual(['c'])
  expect(servedBy([...chain, { ...why, kind: 'remove', before: c }], 'strict')('a')).toEqual([])
  const parts: Edit = { ...why, kind: 'split', before: b, parts: [c, d] }
  expect(servedBy([merge(a, b, true), parts], 'strict')('a')).toEqual(['c', 'd'])
})

it('the same work is told by bodies alone', () => {
  const body = 'open the file, read every line, write the sum of its numbers below the last one and close it again'
  expect(sameWork({ body }, { body: `${body} now` })).toBe(true)
  expect(sameWork({ body }, { body: 'send the letter to everybody on the list and wait for what they answer' })).toBe(
    false,
  )
  expect(sameWork({ body: '' }, { body: '' })).toBe(false)
  expect(sameWork({ body: 'sort it' }, { body: 'sort it' })).toBe(true)
})
