import { gunzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const before = await inputFiles('dump-gz')
const packed = before.get('events.csv.gz')!
const plain = gunzipSync(packed)

test('expands a dump and passes its check', async () => {
  const step = await trySkill(run, before, {})
  expect([...step.after.keys()]).toEqual(['events.csv', 'events.csv.gz'])
  expect(check(step)).toEqual([])
})

test('a file that is there already keeps its content', async () => {
  const step = await trySkill(run, new Map([...before, ['events.csv', new Uint8Array([65])]]), {})
  expect(step.after.get('events.csv')).toEqual(new Uint8Array([65]))
  expect(check(step)).toEqual([])
})

test('a right product under another name passes, unless the name was fixed', () => {
  expect(check(stepWith(before, { 'dump/plain.csv': plain }, {}))).toEqual([])
  expect(check(stepWith(before, { 'dump/plain.csv': plain }, { to: 'events.csv' }))).not.toEqual([])
})

test.each([
  ['a copy without the ending', { 'events.csv': packed }],
  ['half of it', { 'events.csv': plain.subarray(0, plain.length / 2) }],
  ['an empty file', { 'events.csv': '' }],
  ['nothing', {}],
])('%s is told', (_, made: Record<string, string | Uint8Array>) => {
  expect(check(stepWith(before, made, {}))).not.toEqual([])
})
