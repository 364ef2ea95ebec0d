import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyQ,
  applyQt,
  dependentColumn,
  factorise,
  inverseUpper,
  type Qr,
  qrSpace,
  solveLower,
  solveUpper,
  thinQ,
  writeUpper,
} from '../../src/fit/qr.ts'

const [n, p] = [7, 3]
const entry = fc.double({ min: -9, max: 9, noNaN: true })
const matrix = fc.array(entry, { minLength: n * p, maxLength: n * p })

function factorOf(a: readonly number[], columns = p): Qr {
  const qr = qrSpace(a.length / columns, columns)
  qr.packed.set(a)
  factorise(qr)
  return qr
}

function upper(qr: Qr): Float64Array {
  const r = new Float64Array(qr.p * qr.p)
  writeUpper(qr, r)
  return r
}

test('Q R is the matrix, and the columns of Q are orthonormal', () => {
  fc.assert(
    fc.property(matrix, (a) => {
      const qr = factorOf(a)
      const q = thinQ(qr)
      const r = upper(qr)
      for (let i = 0; i < n; i++)
        for (let j = 0; j < p; j++) {
          let sum = 0
          for (let k = 0; k < p; k++) sum += q[i * p + k]! * r[k * p + j]!
          expect(sum).toBeCloseTo(a[i * p + j]!, 11)
        }
      for (let j = 0; j < p; j++)
        for (let k = 0; k < p; k++) {
          let sum = 0
          for (let i = 0; i < n; i++) sum += q[i * p + j]! * q[i * p + k]!
          expect(sum).toBeCloseTo(j === k ? 1 : 0, 13)
        }
    }),
  )
})

test('Q and its transpose undo each other and keep lengths', () => {
  fc.assert(
    fc.property(matrix, fc.array(entry, { minLength: n, maxLength: n }), (a, b) => {
      const qr = factorOf(a)
      const turned = Float64Array.from(b)
      applyQt(qr, turned)
      expect(Math.hypot(...turned)).toBeCloseTo(Math.hypot(...b), 11)
      applyQ(qr, turned)
      for (let i = 0; i < n; i++) expect(turned[i]).toBeCloseTo(b[i]!, 11)
    }),
  )
})

const example = [2, 1, 0, 1, 3, 1, 0, 1, 4, 1, 1, 1]

test('R and its transpose are solved, in the first p numbers only', () => {
  const qr = factorOf(example)
  const r = upper(qr)
  expect([r[3], r[6], r[7]]).toEqual([0, 0, 0])
  const x = Float64Array.of(1, -2, 3)
  const right = Float64Array.of(0, 0, 0, 99)
  for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) right[i]! += r[i * 3 + j]! * x[j]!
  solveUpper(qr, right)
  const left = Float64Array.of(0, 0, 0, 99)
  for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) left[i]! += r[j * 3 + i]! * x[j]!
  solveLower(qr, left)
  for (const solved of [right, left]) {
    for (let j = 0; j < 3; j++) expect(solved[j]).toBeCloseTo(x[j]!, 13)
    expect(solved[3]).toBe(99)
  }
  const inverse = inverseUpper(qr)
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      let sum = 0
      for (let k = 0; k < 3; k++) sum += inverse[i * 3 + k]! * r[k * 3 + j]!
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 13)
    }
})

test('the norms are those of the columns, and space is used again', () => {
  const qr = factorOf(example)
  expect([...qr.norms].map((norm) => Math.round(norm * norm))).toEqual([6, 12, 18])
  const before = upper(qr)
  qr.packed.set(example)
  factorise(qr)
  expect(upper(qr)).toEqual(before)
})

test('the first dependent column is named whatever the units of the columns', () => {
  expect(dependentColumn(factorOf(example))).toBe(null)
  expect(dependentColumn(factorOf([1, 2, 5, 2, 4, 5, 3, 6, 1, 1, 2, 0]))).toBe(1)
  expect(dependentColumn(factorOf([1, 1e-9, 1, 2e-9, 1, 3e-9], 2))).toBe(null)
  expect(dependentColumn(factorOf([0, 1, 0, 2, 0, 4], 2))).toBe(0)
})
