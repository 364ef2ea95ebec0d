import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const where = { field: 'amount', above: 9 } as const
const few = new Map([['t.csv', new TextEncoder().encode('name,amount\nanna,9\nben,10\ncarl,\ndora,100\n')]])

test.each([
  { field: 'region', is: 'North' },
  { field: 'region', not: 'North' },
  { field: 'units', is: 3 },
  { field: 'amount', above: 500 },
  { field: 'amount', below: 319 },
  { field: 'customer', contains: 'LTD' },
  { field: 'date', since: '2026-02-01' },
  { field: 'date', until: '2026-02' },
])('filters a ledger by $field and passes its check', async (condition) => {
  const step = await trySkill(run, await inputFiles('sales-ledger'), { where: condition })
  expect(check(step)).toEqual([])
  const kept = new TextDecoder().decode(step.after.get('filtered.csv')).split('\n').length - 2
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(64)
})

test('works on what the step before left, and a condition no row meets leaves the header', async () => {
  const two = new Map([...few, ['u.csv', new TextEncoder().encode('name,amount\nemil,20\n')]])
  const step = await trySkill(run, two, { where: { field: 'amount', below: 1 }, to: 'none.csv' }, ['u.csv'])
  expect(new TextDecoder().decode(step.after.get('none.csv'))).toBe('name,amount\n')
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'big.csv': '"amount","name"\r\n10.0,ben\r\n100,dora' }, { where }))).toEqual([])
})

test.each([
  ['the limit itself kept', 'name,amount\nanna,9\nben,10\ndora,100\n'],
  ['the other rows', 'name,amount\nanna,9\ncarl,\n'],
  ['compared as text', 'name,amount\n'],
  ['a column lost', 'name\nben\ndora\n'],
  ['sorted on the way', 'name,amount\ndora,100\nben,10\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'filtered.csv': product }, { where }))).not.toEqual([])
})

test('nothing produced is told, and an unknown column is an error', async () => {
  expect(check(stepWith(few, {}, { where }))).not.toEqual([])
  await expect(trySkill(run, few, { where: { field: 'price', above: 1 } })).rejects.toThrow('no column "price"')
})
