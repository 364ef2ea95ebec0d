import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const table = `start,end,summary,location
2026-03-09T09:00,2026-03-09T10:00,"Kick-off, part; one",Hall A
2026-03-10,2026-03-10,Day off,
2026-03-11 12:00:00Z,,Deadline,Online
`
const few = new Map([['t.csv', new TextEncoder().encode(table)]])
const event = (...lines: string[]): string => `BEGIN:VEVENT\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\n`
const kick = ['UID:1', 'DTSTART:20260309T090000', 'DURATION:PT1H', 'SUMMARY:Kick-off\\, part\\; one', 'LOCATION:Hall A']
const off = ['UID:2', 'DTSTART;VALUE=DATE:20260310', 'DTEND;VALUE=DATE:20260311', 'SUMMARY:Day off']
const due = ['UID:3', 'DTSTART:20260311T120000Z', 'SUMMARY:Deadline', 'LOCATION:Online']
const calendar = (...events: string[][]): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${events.map((lines) => event(...lines)).join('')}END:VCALENDAR\r\n`
const but = (lines: string[], old: string, now: string): string[] => lines.map((line) => line.replace(old, now))

test('makes a calendar of a table and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('events-table'), { to: 'programme.ics' })
  expect(check(step)).toEqual([])
})

test('times with and without zone, whole days, rows that repeat', async () => {
  const twice = new Map([['t.csv', new TextEncoder().encode(`${table}2026-03-11 12:00:00Z,,Deadline,Online\n`)]])
  const step = await trySkill(run, twice, {})
  expect(check(step)).toEqual([])
  const text = new TextDecoder().decode(step.after.get('events.ics'))
  expect(text).toContain('DTSTART;VALUE=DATE:20260310\r\n')
  expect(text).toContain('DTSTART:20260309T090000\r\n')
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'plan.ics': calendar(due, off, kick) }, {}))).toEqual([])
})

test.each([
  ['a row lost', calendar(kick, off)],
  ['local times turned to UTC', calendar(but(kick, '090000', '090000Z'), off, due)],
  ['one UID for all', calendar(kick, but(off, 'UID:2', 'UID:1'), due)],
  ['places left out', calendar(kick.slice(0, 4), off, due)],
  ['commas not escaped and cut', calendar(but(kick, '\\, part\\; one', ''), off, due)],
  ['a table under another name', table],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'events.ics': product }, {}))).not.toEqual([])
})

test('a date written day first is an error', async () => {
  const wrong = new Map([['t.csv', new TextEncoder().encode('start,summary\n09/03/2026,x\n')]])
  await expect(trySkill(run, wrong, {})).rejects.toThrow('is no time')
})
