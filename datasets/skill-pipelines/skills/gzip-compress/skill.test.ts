import { gzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const before = await inputFiles('monthly-numbers')
const project = await inputFiles('project-folder')
const bytes = before.get('monthly.csv')!

test('compresses a table, and the file that was named', async () => {
  const step = await trySkill(run, before, {})
  expect([...step.after.keys()]).toEqual(['monthly.csv', 'monthly.csv.gz'])
  expect(check(step)).toEqual([])
  expect(check(await trySkill(run, project, { from: 'project/notes.txt', to: 'notes.gz' }))).toEqual([])
})

test('a right product made otherwise passes', () => {
  const packed = gzipSync(bytes, { level: 1, filename: 'monthly.csv', mtime: '2020-02-02T00:00:00Z' })
  expect(check(stepWith(before, { 'm.gz': packed }, {}))).toEqual([])
})

test.each([
  ['the wrong content', { 'monthly.csv.gz': gzipSync(bytes.subarray(1)) }],
  ['a zip called gz', { 'monthly.csv.gz': zipSync({ 'monthly.csv': bytes }) }],
  ['a copy called gz', { 'monthly.csv.gz': bytes }],
  ['nothing', {}],
])('%s is told', (_, made: Record<string, Uint8Array>) => {
  expect(check(stepWith(before, made, {}))).not.toEqual([])
})
