import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 'few.json': '{"a":[1,"2"],"b":{"c":"no: yes","d":null},"e":[]}' })

test.each(['orders-json', 'settings-versions'])('converts %s and passes its check', async (id) => {
  expect(check(await trySkill(run, await inputFiles(id), {}))).toEqual([])
})

test('goes back from yaml without overwriting it', async () => {
  const both = filesOf({ 's.yaml': 'a: 1 # one\n', 's.json': '{"a":2}' })
  const step = await trySkill(run, both, {}, ['s.json'])
  expect(check(step)).toEqual([])
  expect([...step.after.keys()]).toEqual(['s-2.yaml', 's.json', 's.yaml'])
})

test('a right product made otherwise passes', () => {
  const other = "e: []\nb: {c: 'no: yes', d: }\na: [1, '2']\n"
  expect(check(stepWith(few, { 'x.yml': other }, {}))).toEqual([])
})

test.each([
  ['json under another name', '{"a":[1,"2"],"b":{"c":"no: yes","d":null},"e":[]}'],
  ['quotes lost', 'a: [1, 2]\nb: {c: "no: yes", d: null}\ne: []\n'],
  ['broken indentation', 'a:\n  - 1\n - "2"\nb:\n  c: no: yes\n'],
  ['an empty list lost', 'a: [1, "2"]\nb: {c: "no: yes", d: null}\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'few.yaml': product }, {}))).not.toEqual([])
})
