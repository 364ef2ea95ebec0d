import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const two = filesOf({
  'a.json': '{"s":{"port":80,"host":"x"},"list":[1,2],"gone":{"k":1}}',
  'b.json': '{"s":{"port":8080,"host":"x"},"list":[1,3],"more":{"a":1,"b":2}}',
})
const asked = { from: 'a.json', with: 'b.json' }

test.each([
  { from: 'settings-old.json', with: 'settings-new.json' },
  { with: 'settings-new.json', to: 'what-changed.json' },
  { from: 'settings-new.json', with: 'settings-old.json' },
])('compares two versions by %j and passes its check', async (input) => {
  expect(check(await trySkill(run, await inputFiles('settings-versions'), input))).toEqual([])
})

test('finds the six differences', async () => {
  const step = await trySkill(run, await inputFiles('settings-versions'), { with: 'settings-new.json' })
  const { added, removed, changed } = JSON.parse(new TextDecoder().decode(step.after.get('diff.json')))
  expect(Object.keys(added)).toEqual(['editor.minimap', 'telemetry'])
  expect(Object.keys(removed)).toEqual(['network.legacy.ipv4Only'])
  expect(Object.keys(changed)).toEqual(['editor.font.size', 'network.timeout', 'theme.name'])
})

test('right products made otherwise pass', () => {
  const lists = { added: ['more.a', 'more.b'], removed: ['gone'], changed: ['s.port', 'list'] }
  expect(check(stepWith(two, { 'd.json': JSON.stringify(lists) }, asked))).toEqual([])
  const objects = {
    changed: [{ path: '$.list[1]' }, { path: 's.port', value: { old: 80, new: 8080 } }],
    removed: [{ path: 'gone.k', value: 1 }],
    added: [{ path: 'more' }],
  }
  expect(check(stepWith(two, { 'd.json': JSON.stringify(objects) }, asked))).toEqual([])
})

test('equal files have no difference', async () => {
  const same = filesOf({ 'a.json': '{"x":1,"y":[2]}', 'b.json': '{"y":[2],"x":1}' })
  const step = await trySkill(run, same, asked)
  expect(check(step)).toEqual([])
  expect(JSON.parse(new TextDecoder().decode(step.after.get('diff.json')))).toEqual({
    added: {},
    removed: {},
    changed: {},
  })
})

test.each([
  ['a change left out', { added: ['more'], removed: ['gone'], changed: ['s.port'] }],
  ['the wrong way round', { added: ['gone'], removed: ['more'], changed: ['s.port', 'list.1'] }],
  ['a removal left out', { added: ['more'], removed: [], changed: ['s.port', 'list.1'] }],
  ['everything called changed', { added: [], removed: [], changed: [''] }],
  ['an equal path called changed', { added: ['more'], removed: ['gone'], changed: ['s.port', 's.host', 'list.1'] }],
  [
    'old and new swapped',
    { added: ['more'], removed: ['gone'], changed: { 's.port': { from: 8080, to: 80 }, list: {} } },
  ],
])('%s is told', (_, product) => {
  expect(check(stepWith(two, { 'diff.json': JSON.stringify(product) }, asked))).not.toEqual([])
})
