import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const calendar = (...events: string[]): string => `BEGIN:VCALENDAR\nVERSION:2.0\n${events.join('')}END:VCALENDAR\n`
const event = (uid: string, start: string, end: string): string =>
  `BEGIN:VEVENT\nUID:${uid}\nDTSTART:${start}Z\nDTEND:${end}Z\nSUMMARY:${uid}\nEND:VEVENT\n`
const before = event('before', '20260308T100000', '20260309T000000')
const across = event('across', '20260308T220000', '20260309T010000')
const within = event('within', '20260310T100000', '20260310T110000')
const late = event('late', '20260311T233000', '20260312T003000')
const after = event('after', '20260312T000000', '20260312T010000')
const few = new Map([['a.ics', new TextEncoder().encode(calendar(after, before, across, within, late))]])
const input = { since: '2026-03-09', until: '2026-03-11' }

test.each([input, { since: '2026-03-16' }, { until: '2026-03-10T12:00' }])(
  'cuts a calendar by %j and passes its check',
  async (asked) => {
    const step = await trySkill(run, await inputFiles('team-calendars'), { from: 'ben.ics', ...asked })
    expect(check(step)).toEqual([])
  },
)

test('the ends of a period are whole days', async () => {
  const step = await trySkill(run, few, input)
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('range.ics')).match(/UID:\w+/g)).toEqual(
    ['across', 'within', 'late'].map((uid) => `UID:${uid}`),
  )
})

test('a right product made otherwise passes', () => {
  const made = calendar(late, across, within).replace('DTEND:20260310T110000Z', 'DURATION:PT1H')
  expect(check(stepWith(few, { 'days.ics': made.replaceAll('\n', '\r\n') }, input))).toEqual([])
})

test.each([
  ['the last day left out', calendar(across, within)],
  ['only what begins in the period', calendar(within, late)],
  ['one event too many', calendar(across, within, late, after)],
  ['an event moved', calendar(across, within.replace('T10', 'T09'), late)],
  ['an event twice', calendar(across, within, within, late)],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'range.ics': product }, input))).not.toEqual([])
})

test('no period and an empty period are errors', async () => {
  await expect(trySkill(run, few, {})).rejects.toThrow('needs')
  await expect(trySkill(run, few, { since: '2027-01-01' })).rejects.toThrow('no event')
})
