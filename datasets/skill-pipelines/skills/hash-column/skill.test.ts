import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 'few.csv': 'mail,n\nann@example.org,1\n,2\nann@example.org,3\n' })
const asked = { by: 'mail', key: 'key' }
// From `printf ann@example.org | openssl dgst -sha256 -hmac key`, cut to 16 characters.
const ann = '5a4f36ffabc9a581'

test.each([
  { by: 'customer', key: 'pepper' },
  { by: ['customer', 'order_id'], key: 'a very long key, '.repeat(8), to: 'masked.csv' },
])('hides customers by %j and passes its check', async (input) => {
  expect(check(await trySkill(run, await inputFiles('sales-ledger'), input))).toEqual([])
})

test('takes the usual keyed hash and leaves empty cells', async () => {
  const step = await trySkill(run, few, asked)
  expect(new TextDecoder().decode(step.after.get('hashed.csv'))).toBe(`mail,n\n${ann},1\n,2\n${ann},3\n`)
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'x.csv': `n,mail\r\n1,"${ann}"\r\n2,\r\n3,"${ann}"\r\n` }, asked))).toEqual([])
})

test.each([
  ['a hash without the key', 'mail,n\n438c4c7afe600cdf,1\n,2\n438c4c7afe600cdf,3\n'],
  ['nothing hidden', 'mail,n\nann@example.org,1\n,2\nann@example.org, 3\n'],
  ['a row left out', `mail,n\n${ann},1\n${ann},3\n`],
  ['the column dropped', 'n\n1\n2\n3\n'],
  ['the other column hidden', 'mail,n\nann@example.org,x\n,y\nann@example.org,z\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'hashed.csv': product }, asked))).not.toEqual([])
})

test('without a key it is an honest failure', async () => {
  await expect(trySkill(run, few, { by: 'mail' })).rejects.toThrow('needs "key"')
})
