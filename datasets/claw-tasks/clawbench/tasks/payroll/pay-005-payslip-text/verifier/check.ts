import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, textOf } from '../../../../../kit/verify.ts'

const slip = (after: Files, id: string): string[] =>
  textOf(after, `payslips/${id}.txt`)
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())

const verifier: Verifier = [
  {
    id: 'head',
    weight: 1,
    test: ({ after }) => {
      assert.deepEqual(slip(after, 'A-07').slice(0, 3), ['PAYSLIP 2026-05', 'Ines Dahl (A-07)', ''])
      assert.deepEqual(slip(after, 'A-11').slice(0, 3), ['PAYSLIP 2026-05', 'Bo Lundqvist (A-11)', ''])
    },
  },
  {
    id: 'lines-cut-and-ordered',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(slip(after, 'A-07').slice(3, -2), [
        'Base salary                  2400.00',
        'Night work premium for A       86.25',
        'Wage tax                     -310.40',
      ]),
  },
  {
    id: 'earnings-before-deductions',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(slip(after, 'A-11').slice(3, -2), [
        'Base salary                  1980.50',
        'Safety shoes refunded          65.00',
        'Canteen                       -42.30',
        'Wage tax                     -201.99',
        'Pension fund                 -180.05',
      ]),
  },
  {
    id: 'net-pay',
    weight: 2,
    test: ({ after }) => {
      const rule = '------------------------------------'
      assert.deepEqual(slip(after, 'A-07').slice(-2), [rule, 'Net pay                      2175.85'])
      assert.deepEqual(slip(after, 'A-11').slice(-2), [rule, 'Net pay                      1621.16'])
    },
  },
  {
    id: 'no-empty-slip',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual([...after.keys()].filter((name) => name.startsWith('payslips/')).sort(), [
        'payslips/A-07.txt',
        'payslips/A-11.txt',
      ]),
  },
]
export default verifier
