import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const log = `2026-03-01T08:15:02Z ERROR payment: card declined
2026-03-01T08:59:59Z ERROR payment: card declined
2026-03-01T09:00:00Z INFO auth: login
2026-03-01T08:20:00Z INFO auth: login
`
const few = new Map([['app.log', new TextEncoder().encode(log)]])
const head = 'time,level,count\n'
const right = `${head}2026-03-01T08:00,ERROR,2\n2026-03-01T08:00,INFO,1\n2026-03-01T09:00,INFO,1\n`

test.each([{}, { unit: 'hour' }, { unit: 'minute' }])('counts a log by %j and passes its check', async (input) => {
  const step = await trySkill(run, await inputFiles('app-log'), input)
  expect(check(step)).toEqual([])
})

test('counts by hour as told', async () => {
  const step = await trySkill(run, few, {})
  expect(new TextDecoder().decode(step.after.get('rate.csv'))).toBe(right)
})

test('a right product made otherwise passes', () => {
  const made = `level,count,time\nINFO,1,2026-03-01 09:00:00\nINFO,1,2026-03-01T08:00:00Z\nERROR,2,2026-03-01T08
ERROR,0,2026-03-01T09`
  expect(check(stepWith(few, { 'volume.csv': made }, {}))).toEqual([])
})

test.each([
  ['levels not told apart', `${head}2026-03-01T08:00,ERROR,3\n2026-03-01T09:00,INFO,1\n`],
  ['minutes instead of hours', right.replaceAll('08:00', '08:15')],
  ['rounded up to the next hour', right.replace('T08:00,ERROR,2', 'T08:00,ERROR,1\n2026-03-01T09:00,ERROR,1')],
  ['an interval lost', right.replace('2026-03-01T09:00,INFO,1\n', '')],
  ['hours counted from the first line on', `${head}2026-03-01T08:15,ERROR,2\n2026-03-01T08:15,INFO,2\n`],
  ['a header alone', head],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'rate.csv': product }, {}))).not.toEqual([])
})

test('another unit is an error', async () => {
  await expect(trySkill(run, few, { unit: 'week' })).rejects.toThrow('hour or minute')
})
