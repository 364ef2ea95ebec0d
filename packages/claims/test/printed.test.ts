import { describe, expect, it } from 'vitest'
import { halfWidthOf, numberOf, numbersIn } from '../src/printed.ts'

describe('halfWidthOf', () => {
  it.each([
    ['0.97', 0.005],
    ['3', 0.5],
    ['1,141', 0.5],
    ['-7.2', 0.05],
    ['−7.20', 0.005],
    ['1.000', 0.0005],
  ])('%s -> %d', (digits, half) => expect(halfWidthOf(digits)).toBe(half))
})

describe('numberOf', () => {
  it.each([
    ['1,141', 1141],
    ['−7.2', -7.2],
    ['0.970', 0.97],
  ])('%s -> %d', (digits, value) => expect(numberOf(digits)).toBe(value))
})

describe('numbersIn', () => {
  it.each([
    ['R² > 0.97 for all models', ['0.97']],
    ['R² = .97', ['0.97']],
    ['1,141 real-world skills', ['1141']],
    ['1\u202f141 skills', ['1141']],
    ['1141 skills', ['1141']],
    ['71.3 % → 91.7 %', ['71.3', '91.7']],
    ['14-21 %', ['14', '21']],
    ['14–21 %', ['14', '21']],
    ['a change of −7.2 %', ['-7.2']],
    ['a change of (-7.2 %)', ['-7.2']],
    ['+25.2 % ± 11.6', ['25.2', '11.6']],
    ['GPT-4 at 4×', ['4', '4']],
    ['over 3M decisions', ['3']],
    ['lists 1, 2 and 3', ['1', '2', '3']],
    ['10.97', ['10.97']],
    ['ends in 15.', ['15']],
    ['no number', []],
  ])('%s', (printed, numbers) => expect(numbersIn(printed)).toEqual(numbers))
})
