import { expect, test } from 'vitest'
import { fromHits } from '../src/hits.ts'
import { plainWords } from '../src/plainWords.ts'

test('hits are matched and rounded, all else is unmatched with the value 0, and 0 has no sign', () => {
  const { values, matched } = fromHits(4, [
    [2, 1.23456789],
    [0, -0],
  ])
  expect([...values]).toEqual([0, 0, 1.234568, 0])
  expect([...matched]).toEqual([1, 0, 1, 0])
})

test('a score that is not a finite number is refused', () => {
  for (const score of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => fromHits(2, [[1, score]])).toThrow(expect.objectContaining({ code: 'LB_NOT_FINITE' }))
})

test('plain words are runs of letters, marks and digits', () => {
  expect(plainWords('+bread^2 "Käse": x*y\u0000 🍞 cafe\u0301')).toEqual(['bread', '2', 'Käse', 'x', 'y', 'cafe\u0301'])
  expect(plainWords('* - " 🍞')).toEqual([])
})
