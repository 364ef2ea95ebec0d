import { expect, test } from 'vitest'
import { columns, fold, powerText, sayNumber } from '../src/say.ts'

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

test('power stands beside false alarm and recognition, and what is below .8 is marked', () => {
  const rates = (power: number | null, falseAlarm: number | null, recognised: number | null) =>
    powerText({ power, falseAlarm, recognised })
  expect(rates(0.57, 0.01, 0)).toBe('57 % (low) / 1 % / 0 % (low)')
  expect(rates(0.8, 0, 1)).toBe('80 % / 0 % / 100 %')
  expect(rates(0.9, null, null)).toBe('90 % / – / –')
  expect(rates(null, null, null)).toBe('–')
  expect(powerText(null)).toBe('–')
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
