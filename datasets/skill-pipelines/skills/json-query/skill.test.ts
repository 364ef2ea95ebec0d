import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const shop = filesOf({
  'shop.json':
    '{"meta":{"n":3},"orders":[{"id":1,"total":9,"who":{"city":"Lyon"}},{"id":2,"total":10},{"id":3,"total":100}]}',
})
const input = { path: 'orders', where: { field: 'total', above: 9 } }

test.each([
  { path: 'orders', where: { field: 'status', is: 'open' } },
  { where: { field: 'customer.city', not: 'Lyon' } },
  { where: { field: 'total', below: 500 } },
  { path: 'orders.2.items' },
  { path: 'meta.currency', to: 'currency.json' },
])('answers %j and passes its check', async (asked) => {
  expect(check(await trySkill(run, await inputFiles('orders-json'), asked))).toEqual([])
})

test('right products made otherwise pass', () => {
  const list = '[{"total":10,"id":2},{"id":3,"total":1e2}]'
  expect(check(stepWith(shop, { 'big.json': list }, input))).toEqual([])
  const kept = `{"orders":${list},"meta":{"n":3}}`
  expect(check(stepWith(shop, { 'big.json': kept }, { where: input.where }))).toEqual([])
})

test('keys that hold dots are found', async () => {
  const flat = filesOf({ 'flat.json': '{"server.port":80,"server.tls.on":true}' })
  expect(check(await trySkill(run, flat, { path: 'server.tls.on' }))).toEqual([])
})

test.each([
  ['a limit that is not strict', '[{"id":1,"total":9,"who":{"city":"Lyon"}},{"id":2,"total":10},{"id":3,"total":100}]'],
  ['numbers compared as text', '[]'],
  ['fields lost', '[{"total":10},{"total":100}]'],
  ['the order changed', '[{"id":3,"total":100},{"id":2,"total":10}]'],
])('%s is told', (_, product) => {
  expect(check(stepWith(shop, { 'query.json': product }, input))).not.toEqual([])
})

test('nothing at the path is an honest failure', async () => {
  await expect(trySkill(run, shop, { path: 'invoices' })).rejects.toThrow('has nothing at "invoices"')
  expect(check(stepWith(shop, {}, input))).not.toEqual([])
})
