import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const mail = (name: string, ...texts: string[]): Uint8Array =>
  new TextEncoder().encode(`From: anna@example.org
Content-Type: multipart/mixed; boundary="cut"

--cut

The numbers.
${texts
  .map(
    (text) => `--cut
Content-Type: text/plain
Content-Disposition: attachment;
 filename="${name}"
Content-Transfer-Encoding: base64

${btoa(text)}
`,
  )
  .join('')}--cut--
`)
const few = new Map([
  ['1.eml', mail('week.csv', 'a,b\n1,2\n')],
  ['2.eml', mail('week.csv', 'a,b\n3,4\n')],
  ['3.eml', new TextEncoder().encode('From: ben@example.org\n\nNothing attached.\n')],
])

test('saves the attachments of an inbox and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('inbox'), { to: 'incoming' })
  expect(check(step)).toEqual([])
  expect([...step.after.keys()].filter((name) => name.startsWith('incoming/'))).toHaveLength(3)
})

test('equal names are kept apart, and a name cannot leave the folder', async () => {
  const step = await trySkill(run, new Map([...few, ['4.eml', mail('../../evil.txt', 'x')]]), {})
  const left = [...step.after.keys()].filter((name) => !name.endsWith('.eml'))
  expect(left).toEqual(['attachments/evil.txt', 'attachments/week-2.csv', 'attachments/week.csv'])
})

test('a right product made otherwise passes', () => {
  const made = { 'files/1/week.csv': 'a,b\n1,2\n', 'files/2/week.csv': 'a,b\r\n3,4' }
  expect(check(stepWith(few, made, {}))).toEqual([])
})

test.each([
  ['one overwrote the other', { 'attachments/week.csv': 'a,b\n3,4\n' }],
  ['still encoded', { 'attachments/week.csv': btoa('a,b\n1,2\n'), 'attachments/week-2.csv': btoa('a,b\n3,4\n') }],
  ['saved under other names', { 'attachments/1.bin': 'a,b\n1,2\n', 'attachments/2.bin': 'a,b\n3,4\n' }],
  ['the same one twice', { 'attachments/week.csv': 'a,b\n1,2\n', 'attachments/week-2.csv': 'a,b\n1,2\n' }],
  ['a table of the messages', { 'mail.csv': 'date,from\n', 'more.csv': 'date,from\n' }],
  ['a file that nobody attached', { 'week.csv': 'a,b\n1,2\n', 'week-2.csv': 'a,b\n3,4\n', 'body.txt': 'The numbers.' }],
  ['nothing', {}],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, product as Record<string, string>, {}))).not.toEqual([])
})

test('one file does not stand for two attachments', () => {
  const same = new Map([...few, ['2.eml', few.get('1.eml')!]] as [string, Uint8Array][])
  const made = { 'a/week.csv': 'a,b\n1,2\n', 'b/week.csv': 'a,b\n3,4\n' }
  expect(check(stepWith(same, made, {}))).not.toEqual([])
})

test('files beside the folder that was asked for are told', () => {
  const made = { 'week.csv': 'a,b\n1,2\n', 'week-2.csv': 'a,b\n3,4\n' }
  expect(check(stepWith(few, made, { to: 'incoming' }))).not.toEqual([])
})

test('no attachment at all is an error', async () => {
  await expect(trySkill(run, few, { from: '3.eml' })).rejects.toThrow('none of the messages')
})
