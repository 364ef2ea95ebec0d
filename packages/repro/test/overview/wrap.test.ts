import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atMostWide, wrap } from '../../src/overview/wrap.ts'

test('lines hold all words in order, and none is too wide but a single word', () => {
  const words = fc.array(fc.stringMatching(/^[A-Za-z0-9.,²-]{1,12}$/), { maxLength: 30 })
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 200 }), (list, width) => {
      const lines = wrap(list.join(' '), width, 7)
      expect(lines.join(' ')).toBe(list.join(' '))
      for (const line of lines) if (line.includes(' ')) expect(atMostWide(line, 7)).toBeLessThanOrEqual(width)
      for (const [i, line] of lines.slice(1).entries())
        expect(atMostWide(`${lines[i]} ${line.split(' ')[0]}`, 7)).toBeGreaterThan(width)
    }),
  )
})

test('an interval and a percentage stay whole', () => {
  expect(wrap('about 3 points [−1.5, 2,000] at 0.5 % of them', 1, 7)).toEqual([
    'about',
    '3',
    'points',
    '[−1.5, 2,000]',
    'at',
    '0.5 %',
    'of',
    'them',
  ])
})
