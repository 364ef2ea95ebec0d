import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const calendar = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTART:20260304T090000Z',
  'DURATION:PT1H30M',
  'SUMMARY:Review\\, second',
  ' part',
  'LOCATION;LANGUAGE=en:Room 4\\; ground floor',
  'BEGIN:VALARM',
  'SUMMARY:alarm',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2',
  'DTSTART;VALUE=DATE:20260303',
  'SUMMARY:Day off',
  'END:VEVENT',
  'END:VCALENDAR',
]
const few = new Map([['a.ics', new TextEncoder().encode(calendar.join('\r\n'))]])
const head = 'start,end,summary,location\n'
const off = '2026-03-03,2026-03-04,Day off,\n'
const review = '2026-03-04T09:00:00Z,2026-03-04T10:30:00Z,"Review, secondpart",Room 4; ground floor\n'

test('turns a calendar into a table and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('team-calendars'), { from: 'anna.ics' })
  expect(check(step)).toEqual([])
})

test('durations, whole days, folded and escaped text', async () => {
  const step = await trySkill(run, few, {})
  expect(new TextDecoder().decode(step.after.get('calendar.csv'))).toBe(head + off + review)
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const made = `uid,summary,location,start,end
1,"Review, secondpart",Room 4; ground floor,2026-03-04 09:00,2026-03-04 10:30
2,Day off,,2026-03-03,2026-03-04`
  expect(check(stepWith(few, { 'events.csv': made }, {}))).toEqual([])
})

test.each([
  ['an event lost', head + review],
  ['an end that is the start', head + off + review.replace('10:30', '09:00')],
  ['escapes left in', head + off + review.replace('4;', '4\\;')],
  ['one event in the place of another', head + review + review],
  ['columns under other names', (head + off + review).replace('summary', 'title')],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'calendar.csv': product }, {}))).not.toEqual([])
})
