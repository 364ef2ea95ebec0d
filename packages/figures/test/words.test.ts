import { expect, test } from 'vitest'
import { fixed, intervalText, listNames, panelLetter, percentText, valueText } from '../src/words.ts'

test('numbers have a true minus sign, and no sign where all that is shown is zero', () => {
  expect([2.345, -1.26, -0.04, 0].map((x) => fixed(x, 1))).toEqual(['2.3', '−1.3', '0.0', '0.0'])
  expect([0.256, 0.005, 1, -0.031].map(percentText)).toEqual(['26 %', '1 %', '100 %', '−3 %'])
  expect(intervalText({ i90: [-1.5, 2.25] }, 1)).toBe('−1.5 to 2.3')
})

test('what is missing is said to be unknown', () => {
  expect([null, undefined, 'text', Number.NaN].map((x) => fixed(x, 1))).toEqual(Array(4).fill('unknown'))
  expect([null, undefined, Number.POSITIVE_INFINITY].map(percentText)).toEqual(Array(3).fill('unknown'))
  expect([intervalText(undefined, 1), intervalText({ i90: null }, 1)]).toEqual(['unknown', 'unknown'])
})

test('names are listed as in a sentence', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listNames)).toEqual(['none', 'a', 'a and b', 'a, b and c'])
})

test('a value stands with its interval, where it has one', () => {
  expect(valueText({ value: 5.61, i90: [-4.72, 6.6] }, 1)).toBe('5.6 (−4.7 to 6.6)')
  expect(valueText({ value: 2, i90: null }, 0)).toBe('2')
  expect(valueText(undefined, 1)).toBe('unknown')
})

test('panels are lettered', () => {
  expect([0, 1, 7].map(panelLetter)).toEqual(['(a)', '(b)', '(h)'])
})
