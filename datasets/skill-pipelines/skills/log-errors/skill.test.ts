import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const log = `2026-03-01T08:15:02Z ERROR payment: card declined, again
2026-03-01T08:20:10Z ERROR database: connection lost
2026-03-01T08:21:00Z WARN database: ERROR ahead
2026-03-01T07:02:44Z ERROR database: connection lost
`
const few = new Map([['app.log', new TextEncoder().encode(log)]])
const head = 'message,count,first,last\n'
const card = '"payment: card declined, again",1,2026-03-01T08:15:02Z,2026-03-01T08:15:02Z\n'
const lost = 'database: connection lost,2,2026-03-01T07:02:44Z,2026-03-01T08:20:10Z\n'

test('lists the errors of a log and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('app-log'), {})
  expect(check(step)).toEqual([])
})

test('times are the earliest and latest, not those of the first and last line', async () => {
  const step = await trySkill(run, few, {})
  expect(new TextDecoder().decode(step.after.get('errors.csv'))).toBe(head + lost + card)
})

test('a right product made otherwise passes', () => {
  const made = `count,message,last,first\n1,"payment: card declined, again",2026-03-01 08:15:02,2026-03-01 08:15:02
2.0,database: connection lost,2026-03-01T08:20:10Z,2026-03-01T07:02:44Z`
  expect(check(stepWith(few, { 'overview.csv': made }, {}))).toEqual([])
})

test.each([
  ['a message lost', head + lost],
  ['warnings counted too', `${head + lost + card}database: ERROR ahead,1,2026-03-01T08:21:00Z,2026-03-01T08:21:00Z\n`],
  ['one row a line', head + card + 'database: connection lost,1,2026-03-01T08:20:10Z,2026-03-01T08:20:10Z\n'.repeat(2)],
  ['first and last of the file', head + card + lost.replace(/(2026.*),(2026.*)/, '$2,$1')],
  ['a table without times', 'message,count\n"payment: card declined, again",1\ndatabase: connection lost,2\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'errors.csv': product }, {}))).not.toEqual([])
})

test('a file that is no log is an error', async () => {
  await expect(trySkill(run, new Map([['a.log', new Uint8Array([65, 66])]]), {})).rejects.toThrow('no line')
})
