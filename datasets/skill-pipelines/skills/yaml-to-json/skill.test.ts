import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 'few.yaml': 'a:\n  - 1\n  - "2"\nb: {c: no, d: ~}\n# end\n' })

test.each([{}, { from: 'service.yaml' }, { from: 'override.yaml', to: 'staging.json' }])(
  'converts settings by %j and passes its check',
  async (asked) => {
    expect(check(await trySkill(run, await inputFiles('service-config'), asked))).toEqual([])
  },
)

test('converts every file, beside it', async () => {
  const step = await trySkill(run, await inputFiles('service-config'), {})
  expect([...step.after.keys()]).toEqual(['override.json', 'override.yaml', 'service.json', 'service.yaml'])
  const one = { 'service.json': step.after.get('service.json')! }
  expect(check(stepWith(step.before, one, {}))).not.toEqual([])
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'x.json': '{"b":{"d":null,"c":"no"},"a":[1,"2"]}' }, {}))).toEqual([])
})

test.each([
  ['numbers turned to text', '{"a":["1","2"],"b":{"c":"no","d":null}}'],
  ['no read as false', '{"a":[1,"2"],"b":{"c":false,"d":null}}'],
  ['an empty key lost', '{"a":[1,"2"],"b":{"c":"no"}}'],
  ['yaml under another name', 'a:\n  - 1\n  - "2"\nb: {c: no, d: ~}\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'few.json': product }, {}))).not.toEqual([])
})

test('broken yaml is an honest failure', async () => {
  await expect(trySkill(run, filesOf({ 'b.yaml': 'a: [1\nb: }' }), {})).rejects.toThrow()
})
