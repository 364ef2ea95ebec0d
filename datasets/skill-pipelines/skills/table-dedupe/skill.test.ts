import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 't.csv': 'name,city\nanna,Graz\nben,Cork\nanna,Lyon\nanna,Graz\n' })

test.each([
  [{}, 60],
  [{ by: 'region' }, 4],
  [{ by: ['region', 'product'] }, null],
])('works on a ledger with %o and passes its check', async (input, count) => {
  const step = await trySkill(run, await inputFiles('sales-ledger'), input)
  expect(check(step)).toEqual([])
  const rows = new TextDecoder().decode(step.after.get('unique.csv')).split('\n').length - 2
  if (count !== null) expect(rows).toBe(count)
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'once.csv': 'city,name\r\n"Graz",anna\r\nCork,ben\r\nLyon,anna' }, {}))).toEqual([])
  expect(check(stepWith(few, { 'once.csv': 'name,city\nanna,Graz\nben,Cork' }, { by: 'name' }))).toEqual([])
})

test.each([
  ['nothing dropped', {}, 'name,city\nanna,Graz\nben,Cork\nanna,Lyon\nanna,Graz\n'],
  ['by one column only', {}, 'name,city\nanna,Graz\nben,Cork\n'],
  ['the last one kept', { by: 'name' }, 'name,city\nben,Cork\nanna,Lyon\n'],
  ['repeated rows dropped altogether', {}, 'name,city\nben,Cork\nanna,Lyon\n'],
  ['the other columns lost', { by: 'name' }, 'name\nanna\nben\n'],
])('%s is told', (_, input, product) => {
  expect(check(stepWith(few, { 'unique.csv': product }, input))).not.toEqual([])
})

test('nothing produced is told; an unknown column is an error', async () => {
  expect(check(stepWith(few, {}, {}))).not.toEqual([])
  await expect(trySkill(run, few, { by: 'email' })).rejects.toThrow('no column "email"')
})
