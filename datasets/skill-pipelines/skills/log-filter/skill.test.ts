import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { level: 'ERROR', since: '2026-03-01T09:00', until: '2026-03-01T10:00' }
const early = '2026-03-01T08:15:02Z ERROR payment: card declined\n'
const first = '2026-03-01T09:00:00Z ERROR database: connection lost\n'
const other = '2026-03-01T09:10:00Z WARN mailer: ERROR in the template\n    at send (mailer.ts:41)\n'
const last = '2026-03-01T10:00:59Z ERROR payment: card declined\n'
const late = '2026-03-01T10:01:00Z ERROR payment: card declined\n'
const few = new Map([['app.log', new TextEncoder().encode(early + first + other + last + late)]])

test.each([
  { level: 'error' },
  { since: '2026-03-01T12:00:00Z', until: '2026-03-01' },
  { pattern: 'card declined|refused' },
  { level: 'WARN', since: '2026-03-02', pattern: 'slow' },
])('filters a log by %j and passes its check', async (asked) => {
  const step = await trySkill(run, await inputFiles('app-log'), asked)
  expect(check(step)).toEqual([])
})

test('bounds are included as far as they are written', async () => {
  const step = await trySkill(run, few, input)
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('filtered.log'))).toBe(first + last)
})

test('a right product made otherwise passes', () => {
  const made = `${first}${last}`.replaceAll('\n', '\r\n').trimEnd()
  expect(check(stepWith(few, { 'errors-nine-to-ten.txt': made }, input))).toEqual([])
})

test.each([
  ['the level looked for anywhere in the line', first + other + last],
  ['the end of the period left out', first],
  ['only the level looked at', early + first + last + late],
  ['lines out of their order', last + first],
  ['an empty file', ''],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'filtered.log': product }, input))).not.toEqual([])
})

test('nothing to ask for and nothing left are errors', async () => {
  await expect(trySkill(run, few, {})).rejects.toThrow('needs a condition')
  await expect(trySkill(run, few, { level: 'FATAL' })).rejects.toThrow('no line')
})
