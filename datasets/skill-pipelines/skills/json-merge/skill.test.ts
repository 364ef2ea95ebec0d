import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const two = filesOf({
  'a.json': '{"s":{"port":80,"host":"x"},"list":[1,2],"e":{"k":1},"n":5,"w":"off"}',
  'b.json': '{"s":{"port":8080},"list":[3],"e":{},"n":{"deep":true},"new":null,"w":{}}',
})
const right = { new: null, w: {}, n: { deep: true }, list: [3], e: { k: 1 }, s: { host: 'x', port: 8080 } }

test.each([
  {},
  { from: 'settings-old.json', with: 'settings-new.json' },
  { with: 'settings-old.json' },
  { from: ['settings-new.json', 'settings-old.json'], to: 'both.json' },
])('merges two versions by %j and passes its check', async (asked) => {
  expect(check(await trySkill(run, await inputFiles('settings-versions'), asked))).toEqual([])
})

test('takes what the step before left as the later one', async () => {
  const asked = { from: 'b.json', with: '@previous' }
  const step = await trySkill(run, two, asked, ['a.json'])
  expect(check(step)).toEqual([])
  expect(JSON.parse(new TextDecoder().decode(step.after.get('merged.json'))).s.port).toBe(80)
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(two, { 'out.json': JSON.stringify(right) }, { with: 'b.json' }))).toEqual([])
})

test.each([
  ['an object that does not replace a word', { ...right, w: 'off' }],
  ['a shallow merge', { ...right, s: { port: 8080 } }],
  ['the earlier one winning', { ...right, s: { host: 'x', port: 80 } }],
  ['lists put together', { ...right, list: [1, 2, 3] }],
  ['a null left out', { ...right, new: undefined }],
  ['a key nobody had', { ...right, extra: 1 }],
])('%s is told', (_, product) => {
  expect(check(stepWith(two, { 'merged.json': JSON.stringify(product) }, { with: 'b.json' }))).not.toEqual([])
})

test('one file alone is an honest failure', async () => {
  await expect(trySkill(run, two, { from: 'a.json' })).rejects.toThrow('there is only a.json')
  expect(check(stepWith(two, { 'merged.json': '{}' }, { from: 'a.json' }))).not.toEqual([])
})
