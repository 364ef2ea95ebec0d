import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const one = 'From: anna@example.org\nSubject: One\n\nFrom here on it is easy.\n>From the reply\nFrom: me\n\nEnd\n'
const two = 'From: ben@example.org\nSubject: Two\nContent-Type: text/plain; charset=iso-8859-1\n\nGr\xFC\xDFe\n'
const box = `From a Sun Mar 15 06:00:00 2026\n${one.replace(/^>*From /gm, '>$&')}\nFrom b Sun Mar 15 06:00:00 2026\n${two}\n`
const few = new Map([['a.mbox', new Uint8Array(Buffer.from(box, 'latin1'))]])
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

test('splits an archive and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('mbox-export'), { to: 'archive' })
  expect(check(step)).toEqual([])
  expect([...step.after.keys()].filter((name) => name.startsWith('archive/'))).toHaveLength(10)
})

test('guards are taken away and bytes are kept', async () => {
  const step = await trySkill(run, few, {})
  expect(Buffer.from(step.after.get('messages/001.eml')!).toString('latin1')).toBe(one)
  expect(Buffer.from(step.after.get('messages/002.eml')!).toString('latin1')).toBe(two)
  expect(check(step)).toEqual([])
})

test('a mailbox with CRLF is split as well', async () => {
  const step = await trySkill(run, new Map([['a.mbox', bytes(box.replaceAll('\n', '\r\n'))]]), {})
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const made = { 'mail/two.eml': bytes(two.replaceAll('\n', '\r\n')), 'mail/one.eml': bytes(`${one}\n`) }
  expect(check(stepWith(few, made, {}))).toEqual([])
})

test.each([
  ['guards left', { 'm/1.eml': bytes(one.replace(/^From here/m, '>From here')), 'm/2.eml': bytes(two) }],
  ['too many guards taken away', { 'm/1.eml': bytes(one.replace('>From', 'From')), 'm/2.eml': bytes(two) }],
  ['the mailbox under another name', { 'a.eml': bytes(box) }],
  ['bytes turned to UTF-8', { 'm/1.eml': bytes(one), 'm/2.eml': two }],
  ['a line of the mailbox kept', { 'm/1.eml': bytes(`From a Sun\n${one}`), 'm/2.eml': bytes(two) }],
  ['a message twice', { 'm/1.eml': bytes(one), 'm/2.eml': bytes(two), 'm/3.eml': bytes(two) }],
  ['nothing', {}],
])('%s is told', (_, made) => {
  expect(check(stepWith(few, made as Record<string, Uint8Array>, {}))).not.toEqual([])
})
