import { type Files, filesOf, type Random } from '../seeded.ts'

const people = [
  'anna@example.org',
  'ben.ortiz@example.com',
  'c.lind@shop.example.net',
  'dora@example.org',
  'eli+orders@example.com',
]
const addresses = ['10.0.3.7', '10.0.3.12', '192.168.20.41', '203.0.113.9']
const tokens = [
  'tk_7d1f0a93be55',
  'tk_c04e81a2f6d9',
  'eyJhbGciOiJub25lIn0.9f3b2c71d0a84e65',
  '5f2d8e7a1c9b4036d7e8f9a0b1c2d3e4',
]

type Make = (random: Random) => string

/** What a service says at each level; the chatty ones outnumber the failures as they do in the field. */
const says: Readonly<Record<string, readonly Make[]>> = {
  DEBUG: [
    (r) => `cache: ${r.pick(['hit', 'miss'])} for key cart:${r.int(100, 140)}`,
    (r) => `session: refreshed with token=${r.pick(tokens)}`,
    () => 'scheduler: tick',
  ],
  INFO: [
    (r) => `auth: login of ${r.pick(people)} from ${r.pick(addresses)}`,
    (r) => `orders: order ${r.int(4000, 4099)} placed by ${r.pick(people)}`,
    (r) => `http: GET /products answered 200 in ${r.int(8, 240)} ms`,
    () => 'mailer: queue is empty',
  ],
  WARN: [
    (r) => `http: slow answer to ${r.pick(addresses)} (${r.int(1200, 4800)} ms)`,
    (r) => `auth: wrong password for ${r.pick(people)}`,
    () => 'stock: shelf is below its reorder level',
  ],
  ERROR: [
    (r) => `payment: card declined for ${r.pick(people)} from ${r.pick(addresses)}`,
    () => 'database: connection lost, retrying',
    () => 'mailer: smtp server refused the message',
    (r) => `auth: rejected Bearer ${r.pick(tokens)}`,
  ],
}
const levels = ['DEBUG', 'DEBUG', 'INFO', 'INFO', 'INFO', 'INFO', 'WARN', 'WARN', 'ERROR', 'ERROR']

/** `count` lines in order of time from a moment on, `pause` seconds apart at most; some follow each other at once. */
export function logLines(random: Random, from: number, count: number, pause: number): string[] {
  let time = from
  return Array.from({ length: count }, () => {
    time += (random.next() < 0.3 ? random.int(0, 20) : random.int(20, pause)) * 1000
    const level = random.pick(levels)
    return `${new Date(time).toISOString().slice(0, 19)}Z ${level} ${random.pick(says[level]!)(random)}`
  })
}

/** app.log: 200 lines of a shop's service, from 1 March 2026, 07:30 on, for about two days. */
export default function make(random: Random): Files {
  return filesOf({ 'app.log': `${logLines(random, Date.UTC(2026, 2, 1, 7, 30), 200, 2400).join('\n')}\n` })
}
