import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const two = filesOf({ 'a.txt': 'abc', 'sub/b c.bin': new Uint8Array([0, 255]) })
const md5 = { algorithm: 'md5' }
const a = '900150983cd24fb0d6963f7d28e17f72'
const b = 'd07d34efac6328007ad67c7e0a985e00'

test.each([
  {},
  { from: 'downloads/*' },
  { algorithm: 'SHA-512', to: 'SHA512SUMS' },
  { from: 'SHA256SUMS.txt', ...md5 },
])('lists a folder by %j and passes its check', async (asked) => {
  expect(check(await trySkill(run, await inputFiles('downloads'), asked))).toEqual([])
})

test('writes the lines of the usual programs', async () => {
  const step = await trySkill(run, two, md5)
  expect(new TextDecoder().decode(step.after.get('checksums.txt'))).toBe(`${a}  a.txt\n${b}  sub/b c.bin\n`)
})

test('a list that is renewed does not list itself', async () => {
  const step = await trySkill(run, await inputFiles('downloads'), { to: 'SHA256SUMS.txt' })
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('SHA256SUMS.txt'))).not.toContain('SUMS')
})

test('right products made otherwise pass', () => {
  expect(check(stepWith(two, { 'x.md5': `${b.toUpperCase()} *./sub/b c.bin\r\n${a} *./a.txt` }, md5))).toEqual([])
  expect(check(stepWith(two, { 'x.md5': `MD5 (a.txt) = ${a}\nMD5 (sub/b c.bin) = ${b}\n` }, md5))).toEqual([])
})

test.each([
  ['another algorithm', 'a9993e364706816aba3e25717850c26c9cd0d89d  a.txt\n'],
  ['a file left out', `${a}  a.txt\n`],
  ['digests swapped', `${b}  a.txt\n${a}  sub/b c.bin\n`],
  ['a file that is not there', `${a}  a.txt\n${b}  sub/b c.bin\n${b}  other.bin\n`],
  ['names without folders', `${a}  a.txt\n${b}  b c.bin\n`],
])('%s is told', (_, product) => {
  expect(check(stepWith(two, { 'checksums.txt': product }, md5))).not.toEqual([])
})

test('an unknown algorithm is an honest failure', async () => {
  await expect(trySkill(run, two, { algorithm: 'crc32' })).rejects.toThrow('it can be sha256')
})
