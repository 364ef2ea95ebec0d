import { expect, test } from 'vitest'
import { columns, fold, sayNumber, sayRegion } from '../src/say.ts'

test.each([
  [null, '–'],
  [0, '0'],
  [1141, '1,141'],
  [3000000, '3,000,000'],
  [-0.00771234, '−0.007712'],
  [1234.567, '1,235'],
  [1.5e-9, '1.50e-9'],
])('%s is said as %s', (x, text) => {
  expect(sayNumber(x)).toBe(text)
})

test('regions are said by their ends', () => {
  expect(sayRegion({ lo: 0.97, hi: null })).toBe('at least 0.97')
  expect(sayRegion({ lo: null, hi: null })).toBe('any value')
  expect(sayRegion({ lo: 15, hi: 15 })).toBe('exactly 15')
})

test('columns align and lines fold', () => {
  expect(
    columns(
      [
        ['a', '10'],
        ['long', '2'],
      ],
      [1],
    ),
  ).toEqual(['a     10', 'long   2'])
  expect(fold('one two three', 7, '  ')).toBe('one two\n  three')
  expect(fold('\u001b[2Jgone', 20)).toBe('[2Jgone')
})
