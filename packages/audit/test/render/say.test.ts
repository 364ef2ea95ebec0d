import { expect, test } from 'vitest'
import { columns, cut, folded, sayGain, sayP, sayShare, tenths, visible, widthOf } from '../../src/render/say.ts'
import { share } from './report.ts'

test('what a terminal would obey is written out, what it would show stays', () => {
  expect(visible('a\x1b[31mb\x07c\u009bd\u202ee\u200bf')).toBe('a\\x1b[31mb\\x07c\\x9bd\\u{202e}e\\u{200b}f')
  expect(visible('line\nbreak\ttab')).toBe('line break tab')
  expect(visible('größer, 日本語, 🙂')).toBe('größer, 日本語, 🙂')
})

test('columns line up by the cells of a terminal', () => {
  expect(widthOf('日本')).toBe(4)
  expect(widthOf('e\u0301')).toBe(1)
  expect(
    columns(
      [
        ['日本', '1'],
        ['a', '23'],
      ],
      [1],
    ),
  ).toEqual(['日本   1', 'a     23'])
})

test('a cut text takes at most so many cells', () => {
  expect(cut('short', 5)).toBe('short')
  expect(cut('longer', 5)).toBe('long…')
  expect(cut('whole words, then half', 15)).toBe('whole words…')
  expect(widthOf(cut('日本語日本語', 6))).toBeLessThanOrEqual(6)
})

test('a text is folded between words only', () => {
  expect(folded('one two three', 7)).toEqual(['one two', 'three'])
  expect(folded('unbreakable x', 4)).toEqual(['unbreakable', 'x'])
})

test('numbers stand with their interval', () => {
  expect(sayShare(share(0.78))).toBe('78 % [71, 85]')
  expect(sayShare(null)).toBe('–')
  expect(sayShare(share(0, 0, 0))).toBe('–')
  expect(sayGain({ value: -0.021, low: -0.04, high: 0.0001, n: 3 })).toBe('−2.1 points [−4.0, 0.0]')
  expect([tenths(1234567.89), tenths(-123.4), tenths(-1234)]).toEqual(['1,234,567.9', '−123.4', '−1,234.0'])
  expect([sayP(0.0004), sayP(0.0012), sayP(0.03)]).toEqual(['p < .001', 'p .001', 'p .03'])
})
