import { expect, test } from 'vitest'
import { solveDamped } from '../../src/fit/cholesky.ts'

const normal = Float64Array.of(4, 2, 0, 2, 5, 3, 0, 3, 10)
const scale = Float64Array.of(2, Math.sqrt(5), Math.sqrt(10))

test('the solution satisfies the damped equations', () => {
  const b = Float64Array.of(1, -2, 3)
  const x = new Float64Array(3)
  const pivot = solveDamped(normal, b, scale, Uint8Array.of(1, 1, 1), 0.1, new Float64Array(9), x)
  expect(pivot).toBeGreaterThan(0.1)
  for (let i = 0; i < 3; i++) {
    let sum = 0.1 * scale[i]! * scale[i]! * x[i]!
    for (let j = 0; j < 3; j++) sum += normal[3 * i + j]! * x[j]!
    expect(sum).toBeCloseTo(b[i]!, 12)
  }
})

test('variables that are not free stay at 0 and the others solve their own equations', () => {
  const x = new Float64Array(3).fill(7)
  solveDamped(normal, Float64Array.of(1, -2, 3), scale, Uint8Array.of(1, 0, 1), 0, new Float64Array(9), x)
  expect(x[0]).toBeCloseTo(0.25, 14)
  expect(x[1]).toBe(0)
  expect(x[2]).toBeCloseTo(0.3, 14)
})

test('dependent columns give a pivot of 0', () => {
  const one = Float64Array.of(1, 1, 1, 1)
  const pivot = solveDamped(
    one,
    Float64Array.of(1, 1),
    Float64Array.of(1, 1),
    Uint8Array.of(1, 1),
    0,
    new Float64Array(4),
    new Float64Array(2),
  )
  expect(pivot).toBe(0)
})
