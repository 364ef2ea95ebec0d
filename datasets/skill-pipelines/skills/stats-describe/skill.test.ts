import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 't.csv': 'name,x,y\na,1,7\nb,2,\nc,,\nd,4,n/a\ne,9,\n' })
const right = { column: 'x', n: 4, missing: 1, mean: 4, sd: 3.559026, min: 1, q1: 1.75, median: 3, q3: 5.25, max: 9 }
const product = (changes: object): string => JSON.stringify({ ...right, ...changes })

test('describes readings and ledgers and passes its check', async () => {
  for (const [id, by] of [
    ['sensor-readings', undefined],
    ['sensor-readings', 'temperature'],
    ['sales-ledger', ['units', 'amount']],
    ['messy-contacts', 'spent'],
  ] as const) {
    const input = by === undefined ? {} : { by }
    expect(check(await trySkill(run, await inputFiles(id), input))).toEqual([])
  }
})

test('one column gives one object, all columns of numbers a list', async () => {
  const one = await trySkill(run, few, { by: 'x' })
  expect(JSON.parse(new TextDecoder().decode(one.after.get('describe.json')))).toEqual(right)
  const unnamed = await trySkill(run, few, {})
  expect(JSON.parse(new TextDecoder().decode(unnamed.after.get('describe.json')))).toEqual([right])
  expect(check(unnamed)).toEqual([])
  const all = await trySkill(run, filesOf({ 't.csv': 'name,x,y\na,1,7\n' }), { to: 'all.json' })
  const figures = JSON.parse(new TextDecoder().decode(all.after.get('all.json'))) as (typeof right)[]
  expect(figures.map(({ column, sd }) => [column, sd])).toEqual([
    ['x', null],
    ['y', null],
  ])
  expect(check(all)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const turned = `{"max": 9.0, "sd": 3.5590260840, ${JSON.stringify({ ...right, max: undefined, sd: undefined }).slice(1)}`
  expect(check(stepWith(few, { 'figures.json': turned }, { by: 'x' }))).toEqual([])
})

test.each([
  ['missing taken as zero', product({ n: 5, missing: 0, mean: 3.2 })],
  ['the deviation of a whole population', product({ sd: 3.082207 })],
  ['quartiles of another definition', product({ q1: 1.5, q3: 6.5 })],
  ['another column', product({ column: 'y' })],
  ['figures as text', product({ mean: '4' })],
  ['a list', `[${product({})}]`],
  ['no JSON', 'mean 4'],
])('%s is told', (_, text) => {
  expect(check(stepWith(few, { 'describe.json': text }, { by: 'x' }))).not.toEqual([])
})

test('nothing produced is told; a column without numbers is an error', async () => {
  expect(check(stepWith(few, {}, { by: 'x' }))).not.toEqual([])
  await expect(trySkill(run, few, { by: 'name' })).rejects.toThrow('no numbers')
  await expect(trySkill(run, filesOf({ 't.csv': 'name\na\n' }), {})).rejects.toThrow('no column of numbers')
})
