import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 't.csv': 'name,amount,city\nanna,9,Graz\nben,10,Cork\n' })
const input = { keep: ['name', 'amount'], rename: { amount: 'spent' } }

test.each([
  { keep: ['amount', 'date'] },
  { drop: ['customer', 'order_id'] },
  { rename: { amount: 'revenue' } },
  { keep: ['date', 'amount'], drop: ['date'], rename: { amount: 'date' } },
])('works on a ledger with %o and passes its check', async (asked) => {
  expect(check(await trySkill(run, await inputFiles('sales-ledger'), asked))).toEqual([])
})

test('keeps the columns in the order asked for', async () => {
  const step = await trySkill(run, few, { keep: ['city', 'name'], to: 'a.csv' })
  expect(new TextDecoder().decode(step.after.get('a.csv'))).toBe('city,name\nGraz,anna\nCork,ben\n')
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'x.csv': 'spent,name\r\n9.00,"anna"\r\n10,ben' }, input))).toEqual([])
})

test.each([
  ['not renamed', 'name,amount\nanna,9\nben,10\n'],
  ['a column too many', 'name,spent,city\nanna,9,Graz\nben,10,Cork\n'],
  ['a row lost', 'name,spent\nanna,9\n'],
  ['cells in the wrong column', 'spent,name\nanna,9\nben,10\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'columns.csv': product }, input))).not.toEqual([])
})

test('nothing produced is told; what cannot be done is an error', async () => {
  expect(check(stepWith(few, {}, input))).not.toEqual([])
  await expect(trySkill(run, few, {})).rejects.toThrow('needs "keep"')
  await expect(trySkill(run, few, { drop: ['price'] })).rejects.toThrow('no column "price"')
  await expect(trySkill(run, few, { rename: { name: 'city' } })).rejects.toThrow('one name')
  await expect(trySkill(run, few, { drop: ['city'], rename: { city: 'town' } })).rejects.toThrow('cannot rename "city"')
})
