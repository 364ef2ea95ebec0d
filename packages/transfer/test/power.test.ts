import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairedPower, tasksNeeded } from '../src/index.ts'

test('about 120 tasks see the published 12.3 points in four of five cases when three tasks in ten differ', () => {
  expect(pairedPower(120, 0.123, 0.3)).toBeCloseTo(0.81, 2)
  expect(tasksNeeded(0.123, 0.3)).toBe(117)
})

test('thirty tasks hardly see 6.1 points', () => expect(pairedPower(30, 0.061, 0.2)).toBeLessThan(0.25))

test('as many tasks as are needed give 80 %, one less does not', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.03, max: 0.3, noNaN: true }),
      fc.double({ min: 0.31, max: 0.9, noNaN: true }),
      (gain, discordant) => {
        const n = tasksNeeded(gain, discordant)
        expect(pairedPower(n, gain, discordant)).toBeGreaterThan(0.8 - 1e-9)
        expect(pairedPower(n - 1, gain, discordant)).toBeLessThan(0.8)
      },
    ),
  )
})
