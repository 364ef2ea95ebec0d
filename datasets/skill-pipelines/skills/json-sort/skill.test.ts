import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 'few.json': '{"v":1,"list":[{"n":9,"a":"x"},{"n":10,"a":"y"},{"a":"z"},{"n":10,"a":"w"}]}' })
const input = { by: 'n', order: 'descending' } as const

test.each([
  { by: 'total', order: 'descending' } as const,
  { by: ['customer.city', 'id'], path: 'orders' },
  { by: 'status', to: 'by-status.json' },
])('orders a shop by %j and passes its check', async (asked) => {
  expect(check(await trySkill(run, await inputFiles('orders-json'), asked))).toEqual([])
})

test('right products made otherwise pass', () => {
  const list = '[{"a":"w","n":10},{"n":10,"a":"y"},{"n":9,"a":"x"},{"a":"z"}]'
  expect(check(stepWith(few, { 'alone.json': list }, input))).toEqual([])
  expect(check(stepWith(few, { 'whole.json': `{"list":${list},"v":1}` }, input))).toEqual([])
})

test.each([
  ['numbers compared as text', '[{"n":9,"a":"x"},{"n":10,"a":"y"},{"n":10,"a":"w"},{"a":"z"}]'],
  ['an item lost', '[{"n":10,"a":"y"},{"n":10,"a":"w"},{"n":9,"a":"x"}]'],
  ['the item without the key on top', '[{"a":"z"},{"n":10,"a":"y"},{"n":10,"a":"w"},{"n":9,"a":"x"}]'],
  ['values swapped', '[{"n":10,"a":"x"},{"n":10,"a":"w"},{"n":9,"a":"y"},{"a":"z"}]'],
  ['the head lost', '{"list":[{"n":10,"a":"y"},{"n":10,"a":"w"},{"n":9,"a":"x"},{"a":"z"}]}'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'sorted.json': product }, input))).not.toEqual([])
})

test('a key that no item has is an honest failure', async () => {
  await expect(trySkill(run, few, { by: 'price' })).rejects.toThrow('no item of few.json has "price"')
})
