import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 't.csv': 'shop,amount,units\nA,1.5,1\nB,2,\nA,2,n/a\nC,,\nA,,4\n' })
const input = { by: 'shop', sum: 'amount', mean: ['units'], count: true } as const
const right = 'shop,amount,units,count\nA,3.5,2.5,3\nB,2,,1\nC,,,1\n'

test.each([
  { by: 'region', sum: 'amount' },
  { by: ['region', 'product'], sum: ['units', 'amount'], count: true },
  { by: 'product', mean: 'amount' },
  { by: 'customer' },
])('summarizes a ledger with %o and passes its check', async (asked) => {
  expect(check(await trySkill(run, await inputFiles('sales-ledger'), asked))).toEqual([])
})

test('leaves out what is no number and writes nothing where there is none', async () => {
  const step = await trySkill(run, few, input)
  expect(new TextDecoder().decode(step.after.get('summary.csv'))).toBe(right)
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const product = 'count,shop,amount,units\r\n1,"C",,\r\n1,B,2.00,\r\n3,A,3.50,2.5'
  expect(check(stepWith(few, { 'by-shop.csv': product }, input))).toEqual([])
})

test.each([
  ['missing taken as zero', right.replace('C,,,1', 'C,0,,1')],
  ['the mean over all rows', right.replace('2.5,3', '1.666667,3')],
  ['numbers counted instead of rows', right.replace('2.5,3', '2.5,2')],
  ['a group lost', right.replace('B,2,,1\n', '')],
  ['only counted', 'shop,count\nA,3\nB,1\nC,1\n'],
  ['a group twice', `${right}B,2,,1\n`],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'summary.csv': product }, input))).not.toEqual([])
})

test('nothing produced is told; what cannot be done is an error', async () => {
  expect(check(stepWith(few, {}, input))).not.toEqual([])
  await expect(trySkill(run, few, { sum: 'amount' })).rejects.toThrow('needs "by"')
  await expect(trySkill(run, few, { by: 'units', sum: 'shop' })).rejects.toThrow('no numbers')
  await expect(trySkill(run, few, { by: 'shop', sum: 'amount', mean: 'amount' })).rejects.toThrow('one name')
})
