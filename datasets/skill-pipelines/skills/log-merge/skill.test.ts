import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const a = ['2026-03-01T08:00:00Z INFO a: one', '2026-03-01T08:10:00Z ERROR a: two', '    at a (a.ts:1)']
const b = ['2026-03-01T08:05:00Z INFO b: one', '2026-03-01T08:10:00Z INFO b: two', '2026-03-01T08:10:00Z INFO b: three']
const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`
const bytes = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(text(lines))
const few = new Map([
  ['a.log', bytes(a)],
  ['b.log', bytes(b)],
])

test('merges three logs and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('worker-logs'), { from: 'worker-*.log' })
  expect(check(step)).toEqual([])
})

test('a trace stays below its line', async () => {
  const step = await trySkill(run, few, {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('merged.log'))).toBe(text([a[0]!, b[0]!, a[1]!, a[2]!, b[1]!, b[2]!]))
})

test('a right product made otherwise passes', () => {
  const made = [a[0]!, b[0]!, b[1]!, b[2]!, a[1]!, a[2]!].join('\r\n')
  expect(check(stepWith(few, { 'timeline.log': made }, {}))).toEqual([])
})

test.each([
  ['one under the other', text([...a, ...b])],
  ['ordered as text', text([...a, ...b].sort())],
  ['a log left out', text(b)],
  ['lines of one log turned round', text([a[0]!, b[0]!, a[1]!, a[2]!, b[2]!, b[1]!])],
  ['nothing but line ends', '\n\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'merged.log': product }, {}))).not.toEqual([])
})
