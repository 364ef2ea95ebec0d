import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const table = filesOf({ 't.csv': 'name,x\nanna,10\nben,\ncarl,9\ndora,007\n' })
const list = filesOf({
  'd.json': JSON.stringify({
    made: '2026',
    rows: [
      { name: 'anna', x: 10, at: { city: 'Graz' } },
      { name: 'ben', at: { city: 'Cork' }, tags: ['a', 'b'] },
      { name: 'carl', x: 9.5 },
    ],
  }),
})

test.each([
  ['sales-ledger', { by: 'amount', order: 'descending' }, 'result.csv'],
  ['sales-ledger', { where: { field: 'region', is: 'East' } }, 'result.csv'],
  ['sales-ledger', { where: { field: 'units', above: 3 }, by: ['product', 'date'] }, 'result.csv'],
  ['sales-ledger', {}, 'result.json'],
  ['messy-contacts', { by: 'spent' }, 'result.csv'],
  ['orders-json', { by: 'total' }, 'result.json'],
  ['orders-json', { where: { field: 'status', not: 'open' } }, 'result.json'],
  ['orders-json', {}, 'result.csv'],
] as const)('works on %s with %o and passes its check', async (id, input, name) => {
  const step = await trySkill(run, await inputFiles(id), input)
  expect(step.after.has(name)).toBe(true)
  expect(check(step)).toEqual([])
})

test('converts both ways, plain numbers as numbers, nested values as JSON', async () => {
  const json = await trySkill(run, table, {})
  expect(JSON.parse(new TextDecoder().decode(json.after.get('result.json')))).toEqual([
    { name: 'anna', x: 10 },
    { name: 'ben', x: '' },
    { name: 'carl', x: 9 },
    { name: 'dora', x: '007' },
  ])
  const csv = await trySkill(run, list, { to: 'rows.csv' })
  expect(new TextDecoder().decode(csv.after.get('rows.csv'))).toBe(
    'name,x,at,tags\nanna,10,"{""city"":""Graz""}",\nben,,"{""city"":""Cork""}","[""a"",""b""]"\ncarl,9.5,,\n',
  )
  expect([check(json), check(csv)]).toEqual([[], []])
})

test('keeps digits that a number would not hold', async () => {
  const files = filesOf({ 't.csv': 'long,short\n12345678901234567890,123456\n' })
  const step = await trySkill(run, files, {})
  expect(JSON.parse(new TextDecoder().decode(step.after.get('result.json')))).toEqual([
    { long: '12345678901234567890', short: 123456 },
  ])
  expect(check(step)).toEqual([])
})

test('right products made otherwise pass', () => {
  expect(
    check(
      stepWith(
        table,
        { 'a.json': '[{"x":"10","name":"anna"},{"name":"ben"},{"name":"carl","x":9},{"name":"dora","x":"007"}]' },
        {},
      ),
    ),
  ).toEqual([])
  const spread = 'name,x,at.city,tags.0,tags.1\nanna,10,Graz,,\nben,,Cork,a,b\ncarl,9.5,,,\n'
  expect(check(stepWith(list, { 'a.csv': spread }, {}))).toEqual([])
  expect(check(stepWith(table, { 'a.csv': 'x,name\r\n007,dora\r\n9.0,carl\r\n10,anna\r\n,ben' }, { by: 'x' }))).toEqual(
    [],
  )
})

test.each([
  ['sorted the wrong way', table, { by: 'x' }, { 'r.csv': 'name,x\nanna,10\ncarl,9\ndora,007\nben,\n' }],
  ['a record lost in sorting', table, { by: 'x' }, { 'r.csv': 'name,x\ncarl,9\nanna,10\nben,\n' }],
  ['a record too many', table, { where: { field: 'x', above: 9 } }, { 'r.csv': 'name,x\nanna,10\ncarl,9\n' }],
  ['not converted', table, {}, { 'r.csv': 'name,x\nanna,10\nben,\ncarl,9\ndora,007\n' }],
  ['a value lost in converting', list, {}, { 'r.csv': 'name,x\nanna,10\nben,\ncarl,9.5\n' }],
  ['numbers turned to text', list, { where: { field: 'x', is: 9.5 } }, { 'r.json': '[{"name":"carl","x":"9.5"}]' }],
  ['nothing', table, {}, {}],
] as const)('%s is told', (_, files, input, made) => {
  expect(check(stepWith(files, made, input))).not.toEqual([])
})

test('what cannot be done is an error', async () => {
  await expect(trySkill(run, table, { by: 'price' })).rejects.toThrow('no record has "price"')
  await expect(trySkill(run, filesOf({ 'd.json': '{"a":1}' }), {})).rejects.toThrow('no list')
})
