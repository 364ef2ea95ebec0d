import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const project = await inputFiles('project-folder')
const before = filesOf({ 'a.csv': 'x\n1\n', 'in/a.csv': 'x\n2\n', 'p.png': new Uint8Array([1]), 'n.txt': 'hi\n' })
const right = {
  'csv/a.csv': 'x\n1\n',
  'csv/a (1).csv': 'x\n2\n',
  'pictures/p.png': new Uint8Array([1]),
  'text/n.txt': 'hi\n',
}

test('sorts a project into folders, or into a zip of folders', async () => {
  const step = await trySkill(run, project, {})
  expect([...step.after.keys()]).toContain('organized/tables/a.csv')
  expect(check(step)).toEqual([])
  expect(check(await trySkill(run, project, { from: 'project/data/*', to: 'tidy' }))).toEqual([])
  expect(check(await trySkill(run, project, { to: 'tidy.zip' }))).toEqual([])
})

test('two files of one name are both kept', async () => {
  const step = await trySkill(run, before, {})
  expect([...step.after.keys()]).toContain('organized/tables/a-2.csv')
  expect(check(step)).toEqual([])
})

test('two files of one content are both kept', async () => {
  const twins = filesOf({ 'a.csv': 'x\n1\n', 'b.csv': 'x\n1\n', 'in/a.csv': 'x\n1\n' })
  expect(check(await trySkill(run, twins, {}))).toEqual([])
  expect(check(stepWith(twins, { 'o/a.csv': 'x\n1\n', 'o/b.csv': 'x\n1\n' }, {}))).not.toEqual([])
})

test('other folders pass, unless the folder was named', () => {
  expect(check(stepWith(before, right, {}))).toEqual([])
  expect(check(stepWith(before, right, { to: 'tidy' }))).not.toEqual([])
})

test.each([
  ['a file lost', { ...right, 'text/n.txt': 'ho\n' }],
  ['one of two of the same name lost', { ...right, 'csv/a (1).csv': 'x\n1\n' }],
  [
    'one folder for all',
    Object.fromEntries(Object.entries(right).map(([name, bytes]) => [name.replace(/.*\//, 'all/'), bytes])),
  ],
  ['tables in two folders', { ...right, 'csv/a (1).csv': '', 'more/a.csv': 'x\n2\n' }],
  ['a zip where folders were wanted', { 'all.zip': zipSync(Object.fromEntries(before)) }],
  ['nothing', {}],
])('%s is told', (_, made: Record<string, string | Uint8Array>) => {
  expect(check(stepWith(before, made, {}))).not.toEqual([])
})
