import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const before = await inputFiles('project-folder')
const all = Object.fromEntries(before)
const data = { 'a.csv': before.get('project/data/a.csv')!, 'b.csv': before.get('project/data/b.csv')! }

test('packs a folder, some of it, or what the step before left', async () => {
  expect(check(await trySkill(run, before, {}))).toEqual([])
  expect(check(await trySkill(run, before, { from: 'project/data/*', to: 'tables.zip' }))).toEqual([])
  const step = await trySkill(run, before, {}, ['project/notes.txt'])
  expect(check(step)).toEqual([])
  expect(check({ ...step, previous: [] })).not.toEqual([])
})

test('right archives made otherwise pass', () => {
  expect(check(stepWith(before, { 'all.zip': zipSync(all, { level: 0 }) }, {}))).toEqual([])
  expect(check(stepWith(before, { 'data.zip': zipSync(data) }, { from: 'project/data/*' }))).toEqual([])
})

test.each([
  ['a file left out', { 'a.zip': zipSync(data) }],
  ['a file changed', { 'a.zip': zipSync({ ...all, 'project/notes.txt': new Uint8Array([1]) }) }],
  ['folders flattened', { 'a.zip': zipSync({ ...data, 'readme.md': all['project/readme.md']! }) }],
  ['a file too many', { 'a.zip': zipSync({ ...all, 'x.txt': new Uint8Array([1]) }) }],
  ['no archive', { 'a.zip': new Uint8Array([80, 75, 3, 4]) }],
  ['nothing', {}],
])('%s is told', (_, made: Record<string, Uint8Array>) => {
  expect(check(stepWith(before, made, {}))).not.toEqual([])
})
