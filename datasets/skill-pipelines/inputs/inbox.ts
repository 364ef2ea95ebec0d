import { type Files, filesOf, type Random } from '../seeded.ts'

type Message = {
  subject: string
  body: string
  html?: string
  attachment?: { name: string; type: string; text: string }
}

const people = [
  'Anna Berg <anna@example.org>',
  '"Ortiz, Ben" <ben.ortiz@example.com>',
  'office@shop.example.net',
  '=?UTF-8?Q?Grete_M=C3=B8ller?= <grete@example.org>',
  'Kira Lind <kira.lind@example.com>',
]
const zones = ['+0000', '+0100', '-0500'] as const

/** Plain messages: `inbox` and `mbox-export` draw from them. */
export const letters: readonly Message[] = [
  {
    subject: 'Delivery on Thursday',
    body: 'Hello,\n\nthe shelves come on Thursday between nine and twelve.\nPlease keep the yard free.\n\nAnna',
  },
  {
    subject: 'Re: Delivery on Thursday',
    body: 'Thanks, somebody will be there.\n\n> Please keep the yard free.\n\nBen',
  },
  { subject: 'Lunch?', body: 'From twelve on I am at the Linden. Join me if you like.' },
  {
    subject: 'New price list',
    body: 'Dear customer,\n\nour prices change on 1 April 2026.\nFrom then on a desk costs 329.00.\n\nThe office',
  },
  { subject: 'Keys', body: 'Who has the keys of room 7?\n\nFrom my side: I gave them back on Monday.' },
  {
    subject: 'Minutes of the meeting',
    body: '1. Budget was agreed.\n2. The tour moves to May.\n3. Next meeting: 23 March, room 4.',
  },
  { subject: 'Holiday', body: 'I am away from 16 to 20 March.\n\nKira' },
  { subject: 'Wrong invoice', body: 'Hello,\n\ninvoice 2026-118 lists two lamps, we ordered one.\nPlease correct it.' },
  { subject: 'Photos of the fair', body: 'The photos are on the shared drive, folder "fair".' },
  {
    subject: 'Reminder: timesheets',
    body: 'Timesheets for February are due tomorrow.\n\nThis is an automatic message.',
  },
]

/** mail/01.eml to mail/12.eml, in no order of date; three carry an attachment, one an HTML version, one a Latin-1 text. */
export default function make(random: Random): Files {
  const table = (rows: number): string =>
    `date,product,units,amount\n${Array.from({ length: rows }, () => `${random.day(random.int(50, 59))},${random.pick(['lamp', 'desk', 'chair', 'shelf'])},${random.int(1, 9)},${random.int(40, 900)}.50`).join('\n')}\n`
  const agenda = '1. Budget\n2. Tour\n3. Any other business\n'
  const special: Message[] = [
    {
      subject: 'Sales of the week',
      body: 'Hello,\n\nthe numbers are attached.\n\nAnna',
      attachment: { name: 'sales-week.csv', type: 'text/csv', text: table(12) },
    },
    {
      subject: 'Agenda',
      body: 'See the attached agenda.',
      attachment: { name: 'agenda.txt', type: 'text/plain', text: agenda },
    },
    {
      subject: 'Returns in March',
      body: 'Attached as agreed.',
      attachment: { name: 'returns march.csv', type: 'text/csv', text: table(8) },
    },
    {
      subject: 'Spring offers',
      body: 'All lamps are 10 % cheaper.\nOnly until Sunday.',
      html: '<p>All lamps are <b>10 % cheaper</b>.</p>\n<p>Only until Sunday.</p>',
    },
    {
      subject: 'Grüße aus Köln',
      body: 'Schöne Grüße aus Köln, der Stand läuft = prächtig. Wir haben schon vierzig Gespräche geführt und fahren am Freitag zurück.',
    },
  ]
  const messages = [...letters.slice(0, 7), ...special].map((message) => ({ message, at: random.next() }))
  const shuffled = messages.sort((a, b) => a.at - b.at)
  return filesOf(
    Object.fromEntries(
      shuffled.map(({ message }, i) => [`mail/${String(i + 1).padStart(2, '0')}.eml`, messageText(random, message, i)]),
    ),
  )
}

/** One message as it stands on disk, lines ending in CRLF; sender, receivers and date drawn. */
export function messageText(random: Random, message: Message, at: number): string {
  const time = Date.UTC(2026, 2, random.int(2, 13), random.int(7, 18), random.int(0, 59), random.int(0, 59))
  const from = random.int(0, people.length - 1)
  const others = people.filter((_, i) => i !== from)
  const to = random.next() < 0.3 ? `${others[0]},\n ${others[1]}` : random.pick(others)
  const head = [
    `From: ${people[from]}`,
    `To: ${to}`,
    `Subject: ${headerText(message.subject)}`,
    `Date: ${mailDate(time, random.pick(zones))}`,
    `Message-ID: <${at + 1}.${time / 1000}@example.org>`,
    'MIME-Version: 1.0',
  ]
  return `${[...head, ...bodyLines(message)].join('\n')}\n`.replaceAll('\n', '\r\n')
}

function bodyLines({ body, html, attachment }: Message): string[] {
  if (html !== undefined)
    return multipart('alternative', [
      ['Content-Type: text/plain; charset=utf-8', '', body],
      ['Content-Type: text/html; charset=utf-8', '', html],
    ])
  if (attachment !== undefined) {
    const part = [
      `Content-Type: ${attachment.type}; name="${attachment.name}"`,
      `Content-Disposition: attachment; filename="${attachment.name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(attachment.text).toString('base64').replace(/.{76}/g, '$&\n'),
    ]
    return multipart('mixed', [['Content-Type: text/plain; charset=utf-8', '', body], part])
  }
  const plain = /^[ -~\n]*$/.test(body)
  if (plain) return ['Content-Type: text/plain; charset=us-ascii', '', body]
  return [
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(body),
  ]
}

function multipart(kind: string, parts: readonly (readonly string[])[]): string[] {
  const line = '=_part_of_the_message'
  return [
    `Content-Type: multipart/${kind};`,
    ` boundary="${line}"`,
    '',
    ...parts.flatMap((part) => [`--${line}`, ...part]),
    `--${line}--`,
  ]
}

function headerText(text: string): string {
  return /^[ -~]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`
}

function quotedPrintable(text: string): string {
  const coded = [...Buffer.from(text, 'latin1')].map((byte) =>
    byte === 0x3d || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  )
  return coded.reduce((text, one) => `${text}${text.length - text.lastIndexOf('\n') > 70 ? '=\n' : ''}${one}`, '')
}

/** As in "Mon, 02 Mar 2026 08:15:00 +0100": the clock of the sender's zone. */
function mailDate(time: number, zone: (typeof zones)[number]): string {
  return new Date(time + (Number(zone) / 100) * 3_600_000).toUTCString().replace('GMT', zone)
}
