import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const nested = filesOf({ 'n.json': '{"a":{"b":1,"c":[{"d":"x"},2]},"e":{},"f":null}' })

test.each(['orders-json', 'settings-versions'])('flattens %s and passes its check', async (id) => {
  expect(check(await trySkill(run, await inputFiles(id), {}))).toEqual([])
})

test('a list stays a list of flat items', async () => {
  const list = filesOf({ 'l.json': '[{"a":{"b":1}},{"a":{"b":2,"c":[]}}]' })
  const step = await trySkill(run, list, { to: 'out.json' })
  expect(check(step)).toEqual([])
  expect(JSON.parse(new TextDecoder().decode(step.after.get('out.json')))).toEqual([
    { 'a.b': 1 },
    { 'a.b': 2, 'a.c': [] },
  ])
})

test('a right product made otherwise passes', () => {
  const other = '{"f":null,"e":{},"a.c[0].d":"x","a.c[1]":2,"a.b":1}'
  expect(check(stepWith(nested, { 'other.json': other }, {}))).toEqual([])
})

test.each([
  ['lists left as they were', '{"a.b":1,"a.c":[{"d":"x"},2],"e":{},"f":null}'],
  ['parents dropped from the names', '{"b":1,"c.0.d":"x","c.1":2,"e":{},"f":null}'],
  ['an empty object lost', '{"a.b":1,"a.c.0.d":"x","a.c.1":2,"f":null}'],
  ['numbers turned to text', '{"a.b":"1","a.c.0.d":"x","a.c.1":"2","e":{},"f":null}'],
])('%s is told', (_, product) => {
  expect(check(stepWith(nested, { 'flat.json': product }, {}))).not.toEqual([])
})

test('two keys of the same dotted name are an honest failure', async () => {
  const twice = filesOf({ 't.json': '{"a.b":1,"a":{"b":2}}' })
  await expect(trySkill(run, twice, {})).rejects.toThrow('the same dotted key')
})
