import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const one = `From: =?UTF-8?Q?Gr=C3=A9te?= <grete@example.org>
To: anna@example.org
Subject: Two ways
Date: Mon, 02 Mar 2026 08:00:00 +0100
Content-Type: multipart/alternative; boundary=cut

--cut
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Sch=F6ne Gr=FC=DFe,
bis morg=
en
--cut
Content-Type: text/html

<p>Sch&ouml;ne Gr&uuml;&szlig;e</p>
--cut--
`
const two = 'From: ben@example.com\nSubject: Re\nContent-Type: text/html\n\n<p>Yes, <b>gladly</b>.</p>\n'
const few = new Map([
  ['1.eml', new TextEncoder().encode(one)],
  ['2.eml', new TextEncoder().encode(two.replaceAll('\n', '\r\n'))],
])
const first = `Date: 2026-03-02T07:00:00Z
From: Gréte <grete@example.org>
To: anna@example.org
Subject: Two ways

Schöne Grüße,
bis morgen
`
const second = 'From: ben@example.com\nSubject: Re\n\nYes, gladly.\n'
const right = `${first}\n${'-'.repeat(60)}\n\n${second}`

test.each([{}, { from: 'mail/03.eml' }])('reads an inbox by %j and passes its check', async (input) => {
  const step = await trySkill(run, await inputFiles('inbox'), input)
  expect(check(step)).toEqual([])
})

test('character sets, alternatives and HTML alone', async () => {
  const step = await trySkill(run, few, {})
  expect(new TextDecoder().decode(step.after.get('mail.txt'))).toBe(right)
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const made = `From: Gréte <grete@example.org>\nTo: <anna@example.org>\nDate: Mon, 02 Mar 2026 07:00:00 +0000\nSubject: Two ways

  Schöne Grüße, bis morgen\n==========\n${second}`
  expect(check(stepWith(few, { 'letters.txt': made.trimEnd() }, {}))).toEqual([])
})

test.each([
  ['the message as it stands', one + two],
  ['the encoding left in', right.replace('Grüße', 'Gr=FC=DFe')],
  ['the first message only', first],
  ['bodies without headers', 'Schöne Grüße,\nbis morgen\n\nYes, gladly.\n'],
  ['tags left in', right.replace('gladly', '<b>gladly</b>')],
  ['attachments or signatures added', `${right}Sent from a telephone\n`],
  ['nothing', ''],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'mail.txt': product }, {}))).not.toEqual([])
})
