import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const one = `From: "Berg, Anna" <anna@example.org>
To: ben@example.com,
 =?UTF-8?Q?Gr=C3=A9te?= <grete@example.org>
Cc: dora@example.org
Subject: =?UTF-8?B?R3LDvMOfZQ==?= und mehr
Date: Mon, 02 Mar 2026 23:30:00 -0500
Content-Type: multipart/mixed; boundary=cut

--cut

Attached.
--cut
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="a; b.csv"
Content-Transfer-Encoding: base64

YSxiCg==
--cut--
`
const two = 'From: ben@example.com\nTo: anna@example.org\nSubject: Re\nDate: 2 Mar 2026 09:00:00 +0100\n\nYes.\n'
const few = new Map([
  ['m/1.eml', new TextEncoder().encode(one)],
  ['m/2.eml', new TextEncoder().encode(two.replaceAll('\n', '\r\n'))],
])
const head = 'date,from,to,subject,attachments\n'
const late = '2026-03-03T04:30:00Z,anna@example.org,ben@example.com; grete@example.org,Grüße und mehr,a; b.csv\n'
const early = '2026-03-02T08:00:00Z,ben@example.com,anna@example.org,Re,\n'

test('lists an inbox and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('inbox'), { from: 'mail/*.eml' })
  expect(check(step)).toEqual([])
})

test('encoded words, zones, folded headers and attachments', async () => {
  const step = await trySkill(run, few, {})
  expect(new TextDecoder().decode(step.after.get('mail.csv'))).toBe(head + early + late)
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const made = `from,to,date,subject,attachments
"""Berg, Anna"" <anna@example.org>","grete@example.org, ben@example.com","Mon, 02 Mar 2026 23:30:00 -0500",Grüße und mehr,a; b.csv
ben@example.com,anna@example.org,2026-03-02 08:00:00,Re,`
  expect(check(stepWith(few, { 'index.csv': made }, {}))).toEqual([])
})

test.each([
  ['zones ignored', head + early + late.replace('03T04:30', '02T23:30')],
  ['subjects not decoded', head + early + late.replace('Grüße', '=?UTF-8?B?R3LDvMOfZQ==?=')],
  ['a message lost', head + early],
  ['the first receiver only', head + early + late.replace('; grete@example.org', '')],
  ['attachments not named', head + early + late.replace('a; b.csv', '')],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'mail.csv': product }, {}))).not.toEqual([])
})

test('a file that is no message is an error', async () => {
  await expect(trySkill(run, new Map([['a.eml', new Uint8Array([65, 10])]]), {})).rejects.toThrow('no mail message')
})
