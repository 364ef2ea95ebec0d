import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const people = filesOf({
  'p.json':
    '{"people":[{"name":"Ann, B.","home":{"city":"Rome"},"tags":["a","b"]},{"name":"Cy","age":40,"home":null}]}',
})

test.each([{}, { path: 'orders' }, { to: 'orders.csv' }, { path: 'orders.3.items' }])(
  'makes a table of a shop by %j and passes its check',
  async (asked) => {
    expect(check(await trySkill(run, await inputFiles('orders-json'), asked))).toEqual([])
  },
)

test('uneven items share the columns', async () => {
  const step = await trySkill(run, people, {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('table.csv'))).toBe(
    'name,home.city,tags,age,home\n"Ann, B.",Rome,"[""a"",""b""]",,\nCy,,,40,\n',
  )
})

test('a right product made otherwise passes', () => {
  const other = 'age,name,home,tags.0,tags.1\n,"Ann, B.","{""city"": ""Rome""}",a,b\n40.0,Cy,,,\n'
  expect(check(stepWith(people, { 'other.csv': other }, {}))).toEqual([])
})

test.each([
  ['inner objects lost', 'name,home,tags,age\n"Ann, B.",[object Object],"[""a"",""b""]",\nCy,,,40\n'],
  ['only the columns of the first item', 'name,home.city,tags\n"Ann, B.",Rome,"[""a"",""b""]"\nCy,,\n'],
  ['cells not quoted', 'name,home.city,tags,age\nAnn, B.,Rome,"[""a"",""b""]",\nCy,,,40\n'],
  ['an item lost', 'name,home.city,tags,age\n"Ann, B.",Rome,"[""a"",""b""]",\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(people, { 'table.csv': product }, {}))).not.toEqual([])
})

test('settings without a list of objects are an honest failure', async () => {
  await expect(trySkill(run, filesOf({ 's.json': '{"a":{"b":1}}' }), {})).rejects.toThrow('no list of objects')
})
