import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const a = '900150983cd24fb0d6963f7d28e17f72'
const three = filesOf({
  'notes.txt': 'nothing to see',
  'sub/a.txt': 'abc',
  'sub/b.txt': 'changed',
  'sub/sums.txt': `${a}  a.txt\n${a} *b.txt\n${a}  sub/gone.txt\n`,
})
const right = 'a.txt: OK\nb.txt: FAILED\nsub/gone.txt: FAILED (missing)\n'

test.each([{}, { from: 'SHA256SUMS.txt', to: 'report.txt' }])(
  'verifies downloads by %j and passes its check',
  async (asked) => {
    expect(check(await trySkill(run, await inputFiles('downloads'), asked))).toEqual([])
  },
)

test('finds the one download that has changed', async () => {
  const step = await trySkill(run, await inputFiles('downloads'), {})
  const lines = new TextDecoder().decode(step.after.get('verification.txt')).split('\n')
  expect(lines.filter((line) => line.includes('FAILED'))).toEqual(['downloads/firmware.bin: FAILED'])
  expect(lines.at(-2)).toBe('6 files checked, 5 fine, 1 not')
})

test('skips texts that are no list, and looks beside the list', async () => {
  const step = await trySkill(run, three, {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('verification.txt'))).toContain(right)
})

test('right products made otherwise pass', () => {
  const table = 'file,state\nsub/gone.txt,missing\nb.txt,failed\na.txt,ok\n'
  expect(check(stepWith(three, { 'x.csv': table }, {}))).toEqual([])
  expect(check(stepWith(three, { 'x.txt': `${right}\n3 files checked: 1 fine, 2 not\n` }, {}))).toEqual([])
  expect(check(stepWith(three, { 'x.txt': 'OK      a.txt\nFAILED  b.txt\nMISSING sub/gone.txt\n' }, {}))).toEqual([])
})

test.each([
  ['everything called fine', right.replaceAll(/FAILED.*/g, 'OK')],
  ['the missing file left out', 'a.txt: OK\nb.txt: FAILED\n'],
  ['everything called broken', right.replace('OK', 'FAILED')],
  ['a summary alone', '3 files checked, 2 not fine\n'],
  ['a file that is not listed', `${right}notes.txt: OK\n`],
  ['a file called both', `${right.replace('b.txt: FAILED', 'b.txt: OK')}b.txt: FAILED\n`],
  ['wrong digits in the summary', `${right}\n3 files checked, 2 fine, 1 not\n`],
])('%s is told', (_, product) => {
  expect(check(stepWith(three, { 'verification.txt': product }, {}))).not.toEqual([])
})

test('without a list it is an honest failure', async () => {
  await expect(trySkill(run, filesOf({ 'n.txt': 'no list' }), {})).rejects.toThrow('is a checksum and a name')
  expect(check(stepWith(filesOf({ 'n.txt': 'no list' }), { 'v.txt': 'n.txt: OK' }, {}))).not.toEqual([])
})
