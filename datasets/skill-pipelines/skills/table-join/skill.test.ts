import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { from: 'orders.csv', with: 'people.csv', on: 'name' } as const
const few = filesOf({
  'orders.csv': 'id,name,city\n1,anna,Graz\n2,ben,Cork\n3,,Lyon\n4,emil,Lyon\n',
  'people.csv': 'name,city,age\nben,Porto,40\nanna,Graz,30\nanna,Leeds,31\n,Bergen,99\n',
})
const right =
  'id,name,city,city_2,age\n1,anna,Graz,Graz,30\n1,anna,Graz,Leeds,31\n2,ben,Cork,Porto,40\n3,,Lyon,,\n4,emil,Lyon,,\n'

test('joins customers to a ledger, with and without a named source, and passes its check', async () => {
  const files = new Map([...(await inputFiles('sales-ledger')), ...(await inputFiles('customers'))])
  const asked = { with: 'customers.csv', on: 'customer' }
  const step = await trySkill(run, files, asked)
  expect(check(step)).toEqual([])
  const lines = new TextDecoder().decode(step.after.get('joined.csv')).split('\n')
  expect(lines[0]).toBe('order_id,date,region,product,units,amount,customer,segment,country')
  expect(lines.length).toBe(66)
  expect(
    check(await trySkill(run, files, { from: 'sales.csv', with: '@previous', on: 'customer' }, ['customers.csv'])),
  ).toEqual([])
})

test('writes repeated keys, missing keys and repeated names as told', async () => {
  const step = await trySkill(run, few, input)
  expect(new TextDecoder().decode(step.after.get('joined.csv'))).toBe(right)
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  expect(
    check(stepWith(few, { 'both.csv': right.replace('city_2', 'people city').replaceAll('\n', '\r\n') }, input)),
  ).toEqual([])
})

test.each([
  ['an inner join', right.replace('3,,Lyon,,\n4,emil,Lyon,,\n', '')],
  ['only the first match', right.replace('1,anna,Graz,Leeds,31\n', '')],
  ['empty keys matched', right.replace('3,,Lyon,,', '3,,Lyon,Bergen,99')],
  ['a column lost', 'id,name,city,age\n1,anna,Graz,30\n1,anna,Graz,31\n2,ben,Cork,40\n3,,Lyon,\n4,emil,Lyon,\n'],
  ['nothing joined', 'id,name,city\n1,anna,Graz\n2,ben,Cork\n3,,Lyon\n4,emil,Lyon\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'joined.csv': product }, input))).not.toEqual([])
})

test('nothing produced is told; a missing key column or partner is an error', async () => {
  expect(check(stepWith(few, {}, input))).not.toEqual([])
  await expect(trySkill(run, few, { ...input, on: 'id' })).rejects.toThrow('no column "id"')
  await expect(trySkill(run, few, { on: 'name', from: 'orders.csv' })).rejects.toThrow('second file')
  await expect(trySkill(run, few, { on: 'name', with: 'people.csv', from: 'people.csv' })).rejects.toThrow(
    'no table beside',
  )
})
