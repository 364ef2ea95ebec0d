import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { by: 'amount', order: 'descending' } as const
const few = new Map([['t.csv', new TextEncoder().encode('name,amount\nanna,9\nben,10\ncarl,\ndora,10\n')]])

test.each([
  ['sales-ledger', input],
  ['sales-ledger', { by: ['region', 'date'] }],
  ['messy-contacts', { by: 'spent' }],
  ['messy-contacts', { by: 'spent', order: 'descending' }],
] as const)('orders %s by %o and passes its check', async (id, asked) => {
  const step = await trySkill(run, await inputFiles(id), asked)
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'by-size.csv': '"name","amount"\r\ndora,10\nben,10\nanna,9\ncarl,\n' }, input))).toEqual(
    [],
  )
})

test.each([
  ['numbers compared as text', 'name,amount\nanna,9\nben,10\ndora,10\ncarl,\n'],
  ['a row lost', 'name,amount\nben,10\ndora,10\nanna,9\n'],
  ['empty cells on top', 'name,amount\ncarl,\nben,10\ndora,10\nanna,9\n'],
  ['nothing done', 'name,amount\nanna,9\nben,10\ncarl,\ndora,10\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'sorted.csv': product }, input))).not.toEqual([])
})

test('a product under another name than the task fixes is told', () => {
  const fixed = { ...input, to: 'ranked.csv' }
  expect(check(stepWith(few, { 'sorted.csv': 'name,amount\nben,10\ndora,10\nanna,9\ncarl,\n' }, fixed))).not.toEqual([])
})
