import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({
  't.csv':
    ' name ,city,spent\n  Anna ,N/A,"$1,204.00"\n,,\nBen,Leeds,-\n, , \nCarl,null,"€ 1,000,000"\nDora,none,"12,34"\nEmil,Cork,95.50 €\nFay,"Graz, old town",-£3.10\n',
})
const right =
  'name,city,spent\nAnna,,1204.00\nBen,Leeds,\nCarl,,1000000\nDora,,"12,34"\nEmil,Cork,95.50\nFay,"Graz, old town",-3.10\n'

test.each(['messy-contacts', 'sales-ledger'])('cleans %s and passes its check', async (id) => {
  const step = await trySkill(run, await inputFiles(id), {})
  expect(check(step)).toEqual([])
})

test('cleans every kind of mess as told', async () => {
  const step = await trySkill(run, few, { to: 'tidy.csv' })
  expect(new TextDecoder().decode(step.after.get('tidy.csv'))).toBe(right)
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const product = right
    .replace('1204.00', '1204')
    .replace('-3.10', '-3.1')
    .replaceAll('\n', '\r\n')
    .replace('Ben', '"Ben"')
  expect(check(stepWith(few, { 'neat.csv': product }, {}))).toEqual([])
})

test.each([
  ['signs left in', right.replace('1204.00', '"$1,204.00"')],
  ['an empty row left in', right.replace('Ben,', ',,\nBen,')],
  ['a word for nothing left in', right.replace('Anna,,', 'Anna,N/A,')],
  ['a blank left in', right.replace('Anna', 'Anna ')],
  ['nothing taken as zero', right.replace('Leeds,', 'Leeds,0')],
  ['commas taken out of text', right.replace('"Graz, old town"', 'Graz old town')],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'clean.csv': product }, {}))).not.toEqual([])
})

test('nothing produced is told', () => {
  expect(check(stepWith(few, {}, {}))).not.toEqual([])
})
