import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { title: 'Tea shops', by: 'city' }
const few = filesOf({ 't.csv': 'city,units,amount\nBonn,2,1000.255\nUlm,3,\nBonn,4,234.5\n,1,10\n' })
const right = `# Tea shops

- Rows: 4
- Columns: city, units, amount

## Totals

| column | total | mean |
| --- | ---: | ---: |
| units | 10 | 2.5 |
| amount | 1244.755 | 414.918333 |

## By city

| city | rows | units | amount |
| --- | ---: | ---: | ---: |
| Bonn | 2 | 6 | 1234.755 |
| Ulm | 1 | 3 | 0 |
| (blank) | 1 | 1 | 10 |
`

test.each([
  ['sales-ledger', {}],
  ['sales-ledger', { title: 'Sales', by: 'region' }],
  ['sales-ledger', { title: 'Sales', by: ['product', 'customer'] }],
])('sums up %s by %j and passes its check', async (id, asked) => {
  expect(check(await trySkill(run, await inputFiles(id), asked))).toEqual([])
})

test('a small table, to the letter', async () => {
  const step = await trySkill(run, few, input)
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('summary.md'))).toBe(right)
})

test('a table without numbers or rows', async () => {
  expect(check(await trySkill(run, filesOf({ 't.csv': 'a,b\nx,y\n' }), { by: 'a' }))).toEqual([])
  expect(check(await trySkill(run, filesOf({ 't.csv': 'a,b\n' }), {}))).toEqual([])
})

test('a column that is not there is refused', async () => {
  await expect(trySkill(run, few, { by: 'town' })).rejects.toThrow('no column "town"')
})

test('a right product made otherwise passes', () => {
  const made = `Tea shops\n=========\nThere are 4 records.\n\nTotal of units: **10**. Total of amount: 1,244.76.\n
* Ulm (1 row): 3 units, 0\n* Bonn (2 rows): 6 units, 1,234.76\n* no city (1 row): 1 unit, 10\n`
  expect(check(stepWith(few, { 'report.md': made }, input))).toEqual([])
})

test.each([
  ['a wrong total', right.replace('1244.755', '1245')],
  ['the mean for the total', right.replace('| 10 | 2.5 |', '| 2.5 |')],
  [
    'all groups in one line',
    right.replace(/\| Bonn[\s\S]*$/, '| Bonn, Ulm and (blank) | 2, 1, 1 | 6, 3, 1 | 1234.755, 0, 10 |\n'),
  ],
  ['a group lost', right.replace('| Ulm | 1 | 3 | 0 |\n', '')],
  ['no groups', right.slice(0, right.indexOf('## By city'))],
  ['another title', right.replace('# Tea shops', '# Summary')],
  ['one row too many', right.replace('Rows: 4', 'Rows: 5')],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'summary.md': product }, input))).not.toEqual([])
})
