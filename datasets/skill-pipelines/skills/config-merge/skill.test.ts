import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const two = filesOf({
  'a.yaml': '# base\ns:\n  port: 80 # outside\n  host: x\nlist: [1, 2]\nn: 5\n',
  'b.yaml': 's:\n  port: 8080\nlist: [3]\nn: {deep: yes}\nz: ~\n',
})
const asked = { from: 'a.yaml', with: 'b.yaml' }

test.each([{ with: 'override.yaml' }, { from: 'override.yaml', with: 'service.yaml', to: 'other-way.yaml' }])(
  'lays settings over each other by %j and passes its check',
  async (input) => {
    expect(check(await trySkill(run, await inputFiles('service-config'), input))).toEqual([])
  },
)

test('comments of the base stay', async () => {
  const step = await trySkill(run, two, asked)
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('merged.yaml'))).toBe(
    '# base\ns:\n  port: 8080 # outside\n  host: x\nlist:\n  - 3\nn:\n  deep: yes\nz: null\n',
  )
})

test('a right product made otherwise passes', () => {
  const other = '{"z": null, "n": {"deep": "yes"}, "list": [3], "s": {"host": "x", "port": 8080}}'
  expect(check(stepWith(two, { 'x.yml': other }, asked))).toEqual([])
})

test.each([
  ['a table replaced as a whole', 's: {port: 8080}\nlist: [3]\nn: {deep: yes}\nz:\n'],
  ['the base winning', 's: {port: 80, host: x}\nlist: [1, 2]\nn: 5\nz:\n'],
  ['lists put together', 's: {port: 8080, host: x}\nlist: [1, 2, 3]\nn: {deep: yes}\nz:\n'],
  ['one file after the other', 's: {port: 80}\nlist: [1]\n---\ns: {port: 8080}\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(two, { 'merged.yaml': product }, asked))).not.toEqual([])
})
