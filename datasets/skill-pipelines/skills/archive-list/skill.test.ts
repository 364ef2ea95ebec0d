import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const small = filesOf({ 'x.zip': zipSync({ 'r.csv': strToU8('a,b\n1,2\n'), 'docs/l.txt': strToU8('hello\n') }) })

test('lists a backup and passes its check', async () => {
  expect(check(await trySkill(run, await inputFiles('backup-zip'), {}))).toEqual([])
})

test('a right product made otherwise passes', () => {
  expect(
    check(stepWith(small, { 'what.csv': 'size,name,type\r\n8.0,"r.csv",table\r\n6,docs/l.txt,text' }, {})),
  ).toEqual([])
})

test.each([
  ['a file left out', 'name,size\nr.csv,8\n'],
  ['a folder listed', 'name,size\nr.csv,8\ndocs/,0\ndocs/l.txt,6\n'],
  ['a wrong size', 'name,size\nr.csv,8\ndocs/l.txt,8\n'],
  ['names without their folder', 'name,size\nr.csv,8\nl.txt,6\n'],
  ['no sizes', 'name\nr.csv\ndocs/l.txt\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(small, { 'listing.csv': product }, {}))).not.toEqual([])
})
