import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { keep: ['amount', 'name'] }
const few = filesOf({ 't.csv': 'name,city,amount\n"a|b",Bonn,9.50\nben,,10\n"two\nlines",Ulm,\n' })
const right = '| amount | name |\n| ---: | --- |\n| 9.50 | a\\|b |\n| 10 | ben |\n|  | two<br>lines |\n'

test.each([{}, { keep: ['customer', 'amount'] }])('sets a ledger by %j and passes its check', async (asked) => {
  expect(check(await trySkill(run, await inputFiles('sales-ledger'), asked))).toEqual([])
})

test('bars, line breaks and blanks in cells', async () => {
  const step = await trySkill(run, few, input)
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('table.md'))).toBe(right)
  expect(check(await trySkill(run, few, {}))).toEqual([])
})

test('a column that is not there is refused', async () => {
  await expect(trySkill(run, few, { keep: ['town'] })).rejects.toThrow('no column "town"')
})

test('a right product made otherwise passes', () => {
  const made = '# Amounts\r\n\r\namount | name\r\n:--|---\r\n9.50  | a\\|b\r\n10 | ben\r\n|| two lines |\r\n'
  expect(check(stepWith(few, { 'amounts.md': made }, input))).toEqual([])
})

test.each([
  [
    'all columns',
    '| name | city | amount |\n| - | - | - |\n| a\\|b | Bonn | 9.50 |\n| ben |  | 10 |\n| two lines | Ulm |  |\n',
  ],
  ['the bar not escaped', right.replace('\\|', '|')],
  ['a row lost', right.replace('| 10 | ben |\n', '')],
  ['the last row twice', `${right}|  | two<br>lines |\n`],
  ['columns in the wrong order', '| name | amount |\n| - | - |\n| a\\|b | 9.50 |\n| ben | 10 |\n| two lines |  |\n'],
  ['another table below', `${right}\n${right}`],
  ['a line below', `${right}\nThat is all.\n`],
  ['a copy of the table', 'name,city,amount\n"a|b",Bonn,9.50\nben,,10\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'table.md': product }, input))).not.toEqual([])
})
