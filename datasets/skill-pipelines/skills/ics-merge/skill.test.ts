import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const calendar = (...events: string[]): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`
const event = (uid: string, hour: number, more = ''): string =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20260302T${hour}0000Z\r\nDURATION:PT45M\r\nSUMMARY:Talk\\, ${uid}\r\n${more}END:VEVENT\r\n`
const few = new Map([
  ['a.ics', new TextEncoder().encode(calendar(event('one', 10), event('both', 11)))],
  ['b.ics', new TextEncoder().encode(calendar(event('both', 12, 'SEQUENCE:2\r\n'), event('two', 13)))],
])
const moved = event('both', 12, 'SEQUENCE:2\r\n')

test('merges the calendars of a team and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('team-calendars'), {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('merged.ics')).match(/BEGIN:VEVENT/g)).toHaveLength(38)
})

test('the newer version of a meeting stays', async () => {
  const step = await trySkill(run, few, { from: '*.ics', to: 'team.ics' })
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('team.ics'))).toContain('20260302T120000Z')
})

test('a right product made otherwise passes', () => {
  const made = calendar(event('two', 13), moved, event('one', 10)).replaceAll('\r\n', '\n')
  const folded = made.replace('DURATION:PT45M', 'DTEND:20260302T134500Z').replace('Talk\\, ', 'Talk\\\n , ')
  expect(check(stepWith(few, { 'everybody.ics': folded }, {}))).toEqual([])
})

test.each([
  ['a meeting twice', calendar(event('one', 10), event('both', 11), moved, event('two', 13))],
  ['the older version', calendar(event('one', 10), event('both', 11), event('two', 13))],
  ['one calendar only', calendar(event('one', 10), event('both', 11))],
  ['two files one after the other', calendar(event('one', 10)) + calendar(moved, event('two', 14))],
  ['no calendar at all', 'start,end\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'merged.ics': product }, {}))).not.toEqual([])
})
