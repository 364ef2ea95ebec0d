import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({
  'a-1.csv': 'day,units\nMon,1\nTue,2\n',
  'a-2.csv': 'units,day\n1,Mon\n5,Wed\n',
  'b.csv': 'other\nx\n',
})
const input = { from: 'a-*.csv' } as const
const right = 'day,units\nMon,1\nTue,2\nMon,1\nWed,5\n'

test('stacks the branches, by a glob, a list or all there are, and passes its check', async () => {
  const files = await inputFiles('branch-sales')
  for (const asked of [{ from: 'branch-*.csv' }, { from: ['branch-south.csv', 'branch-north.csv'] }, {}]) {
    expect(check(await trySkill(run, files, asked))).toEqual([])
  }
  const step = await trySkill(run, files, { to: 'two.csv' }, ['branch-east.csv', 'branch-south.csv'])
  expect(new TextDecoder().decode(step.after.get('two.csv')).split('\n').length).toBe(32)
  expect(check(step)).toEqual([])
})

test('finds cells by the name of their column', async () => {
  const step = await trySkill(run, few, input)
  expect(new TextDecoder().decode(step.after.get('stacked.csv'))).toBe(right)
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'all.csv': 'units,day\r\n1,Mon\r\n5,"Wed"\r\n1,Mon\r\n2,Tue' }, input))).toEqual([])
})

test.each([
  ['columns mixed up', 'day,units\nMon,1\nTue,2\n1,Mon\n5,Wed\n'],
  ['one table only', 'day,units\nMon,1\nTue,2\n'],
  ['repeated rows dropped', right.replace('\nMon,1\nW', '\nW')],
  ['a header in the middle', right.replace('2\nMon', '2\nday,units\nMon')],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'stacked.csv': product }, input))).not.toEqual([])
})

test('nothing produced is told; other columns and a single table are errors', async () => {
  expect(check(stepWith(few, {}, input))).not.toEqual([])
  await expect(trySkill(run, few, {})).rejects.toThrow('b.csv has other columns')
  await expect(trySkill(run, few, { from: 'b.csv' })).rejects.toThrow('two or more')
})
