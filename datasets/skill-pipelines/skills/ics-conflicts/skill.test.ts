import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const event = (summary: string, from: string, to: string, more = ''): string =>
  `BEGIN:VEVENT\nUID:${summary}\nDTSTART:20260309T${from}00Z\nDTEND:20260309T${to}00Z\nSUMMARY:${summary}\n${more}END:VEVENT\n`
const events = [
  event('Roadmap', '1030', '1200'),
  event('Call', '1000', '1100'),
  event('Lunch', '1200', '1300'),
  event('Review', '1045', '1230'),
  event('Off', '0000', '2300', 'TRANSP:TRANSPARENT\n'),
  event('Gone', '1000', '1300', 'STATUS:CANCELLED\n'),
]
const few = new Map([['a.ics', new TextEncoder().encode(`BEGIN:VCALENDAR\n${events.join('')}END:VCALENDAR\n`)]])
const head = 'first,second,start,end\n'
const row = (a: string, b: string, from: string, to: string): string =>
  `${a},${b},2026-03-09T${from}:00Z,2026-03-09T${to}:00Z\n`
const pairs = [
  row('Call', 'Roadmap', '10:30', '11:00'),
  row('Call', 'Review', '10:45', '11:00'),
  row('Roadmap', 'Review', '10:45', '12:00'),
  row('Review', 'Lunch', '12:00', '12:30'),
]

test.each(['anna.ics', 'ben.ics'])('lists the clashes of %s and passes its check', async (from) => {
  const step = await trySkill(run, await inputFiles('team-calendars'), { from })
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('conflicts.csv')).split('\n').length).toBeGreaterThan(4)
})

test('touching, free and cancelled events do not clash', async () => {
  const step = await trySkill(run, few, {})
  expect(new TextDecoder().decode(step.after.get('conflicts.csv'))).toBe(head + pairs.join(''))
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const turned = [...pairs].reverse().map((line) => line.replace(/^(\w+),(\w+),/, '$2,$1,').replaceAll(':00Z', ''))
  expect(check(stepWith(few, { 'clashes.csv': head + turned.join('') }, {}))).toEqual([])
})

test.each([
  ['neighbours only', head + pairs[0] + pairs[2] + pairs[3]],
  ['events that touch', head + pairs.join('') + row('Roadmap', 'Lunch', '12:00', '12:00')],
  [
    'the whole of the later event for the time shared',
    head + pairs.join('').replace('10:30:00Z,2026-03-09T11:00', '10:30:00Z,2026-03-09T12:00'),
  ],
  ['a pair twice', head + pairs.slice(0, 3).join('') + pairs[0]],
  ['a table of all events', 'start,end,summary,location\n2026-03-09T10:00:00Z,2026-03-09T11:00:00Z,Call,\n'],
  ['no clash found', head],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'conflicts.csv': product }, {}))).not.toEqual([])
})
