import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const backup = await inputFiles('backup-zip')
const inside = { 'r.csv': strToU8('a,b\n1,2\n'), 'docs/l.txt': strToU8('hello\n') }
const small = filesOf({ 'x.zip': zipSync(inside) })

test('unpacks a backup, with and without a folder named', async () => {
  const step = await trySkill(run, backup, {})
  expect([...step.after.keys()]).toContain('backup/report.csv')
  expect(check(step)).toEqual([])
  expect(check(await trySkill(run, backup, { to: 'old/' }))).toEqual([])
})

test('the paths inside are kept', async () => {
  const step = await trySkill(run, small, {})
  expect([...step.after.keys()]).toEqual(['x.zip', 'x/docs/l.txt', 'x/r.csv'])
})

test('a path that leads outside is refused', async () => {
  const evil = filesOf({ 'x.zip': zipSync({ '../out.txt': strToU8('!') }) })
  await expect(trySkill(run, evil, {})).rejects.toThrow('unsafe')
})

test('right products made otherwise pass', () => {
  expect(check(stepWith(small, inside, {}))).toEqual([])
  expect(check(stepWith(small, { 'new/in/r.csv': inside['r.csv'], 'new/in/docs/l.txt': 'hello\n' }, {}))).toEqual([])
})

test.each([
  ['an entry lost', { 'x/r.csv': inside['r.csv'] }],
  ['an entry changed', { 'x/r.csv': 'a,b\n1,3\n', 'x/docs/l.txt': 'hello\n' }],
  ['paths flattened', { 'x/r.csv': inside['r.csv'], 'x/l.txt': 'hello\n' }],
  ['entries scattered', { 'tables/r.csv': inside['r.csv'], 'texts/docs/l.txt': 'hello\n' }],
  ['only a list', { 'list.csv': 'name,size\nr.csv,8\ndocs/l.txt,6\n' }],
  ['nothing', {}],
])('%s is told', (_, made: Record<string, string | Uint8Array>) => {
  expect(check(stepWith(small, made, {}))).not.toEqual([])
})

test('another folder than the one asked for is told', () => {
  expect(check(stepWith(small, { 'x/r.csv': inside['r.csv'], 'x/docs/l.txt': 'hello\n' }, { to: 'y' }))).not.toEqual([])
})
