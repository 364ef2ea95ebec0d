import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 'few.csv': 'name,amount,code\nAnn,9.50,007\n"B, C",,+44123\n' })

test.each([{}, { to: 'ledger.json' }])('converts a ledger by %j and passes its check', async (asked) => {
  expect(check(await trySkill(run, await inputFiles('sales-ledger'), asked))).toEqual([])
})

test('converts each of several tables, and overwrites nothing', async () => {
  const several = filesOf({ 'a.csv': 'x\n1\n', 'b.csv': 'x\n2\n', 'b.json': '{}' })
  const step = await trySkill(run, several, {})
  expect(check(step)).toEqual([])
  expect([...step.after.keys()]).toEqual(['a.csv', 'a.json', 'b-2.json', 'b.csv', 'b.json'])
  await expect(trySkill(run, several, { to: 'one.json' })).rejects.toThrow('cannot hold 2 files')
  expect(check(stepWith(several, { 'a.json': '[{"x":1}]' }, {}))).not.toEqual([])
})

test('codes with leading zeros and plus signs stay text, blanks become null', async () => {
  const step = await trySkill(run, few, {})
  expect(check(step)).toEqual([])
  expect(JSON.parse(new TextDecoder().decode(step.after.get('few.json')))).toEqual([
    { name: 'Ann', amount: 9.5, code: '007' },
    { name: 'B, C', amount: null, code: '+44123' },
  ])
})

test('a right product made otherwise passes', () => {
  const other = '[{"code":"007","amount":9.5,"name":"Ann"},{"name":"B, C","amount":"","code":"+44123"}]'
  expect(check(stepWith(few, { 'other.json': other }, {}))).toEqual([])
})

test.each([
  [
    'numbers left as text',
    '[{"name":"Ann","amount":"9.50","code":"007"},{"name":"B, C","amount":null,"code":"+44123"}]',
  ],
  ['leading zeros lost', '[{"name":"Ann","amount":9.5,"code":7},{"name":"B, C","amount":null,"code":"+44123"}]'],
  ['an empty cell as zero', '[{"name":"Ann","amount":9.5,"code":"007"},{"name":"B, C","amount":0,"code":"+44123"}]'],
  ['rows as lists', '[["Ann",9.5,"007"],["B, C",null,"+44123"]]'],
  ['a row lost', '[{"name":"Ann","amount":9.5,"code":"007"}]'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'few.json': product }, {}))).not.toEqual([])
})
