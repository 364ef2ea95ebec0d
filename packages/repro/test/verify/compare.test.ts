import { expect, test } from 'vitest'
import { agreementHere, firstDifference } from '../../src/verify/compare.ts'

const compare = (name: string, a: string, b: string, agreement: 'bytes' | 'numbers' = 'bytes') =>
  firstDifference(name, Buffer.from(a), Buffer.from(b), agreement)

test('equal bytes are equal; one changed digit is found and shown', () => {
  expect(compare('result.json', '{"a": 1}\n', '{"a": 1}\n')).toBeNull()
  expect(compare('t.csv', 'x,y\n1,2\n3,4\n', 'x,y\n1,2\n3,5\n')).toBe('line 3: committed "3,4", recomputed "3,5"')
  expect(compare('t.csv', 'x\n1', 'x\n')).toBe('line 2: committed "1", recomputed ""')
  expect(compare('one.png', 'abc', 'abdd')).toBe('byte 2 of 3; recomputed it has 4')
})

test('every kind of file is compared to the byte where bytes are promised', () => {
  for (const name of ['a.svg', 'a.png', 'a.pdf', 'a.caption.json', 'a.vl.json', 'evidence/r.csv', 'result.json'])
    expect(compare(name, '1.00000000001', '1.00000000002')).not.toBeNull()
})

test('elsewhere numbers agree to nine digits, hashes and pictures are left out, words are not', () => {
  const hash = (digit: string) => digit.repeat(64)
  expect(compare('t.csv', 'a,0.1234567891\n', 'a,0.1234567892\n', 'numbers')).toBeNull()
  expect(compare('t.csv', 'a,0.12345678\n', 'a,0.12345679\n', 'numbers')).not.toBeNull()
  expect(compare('t.csv', 'a,1\n', 'b,1\n', 'numbers')).not.toBeNull()
  expect(compare('t.csv', 'a,1\n', 'a,1,2\n', 'numbers')).not.toBeNull()
  expect(compare('result.json', `"${hash('a')}"`, `"${hash('b')}"`, 'numbers')).toBeNull()
  expect(compare('one.svg', 'M1.01', 'M1.02', 'numbers')).toBeNull()
})

test('bytes are promised on Linux x64 alone', () => {
  expect(agreementHere('linux', 'x64')).toBe('bytes')
  expect(agreementHere('linux', 'arm64')).toBe('numbers')
  expect(agreementHere('darwin', 'arm64')).toBe('numbers')
})
