import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const data = Uint8Array.from([10, 20, 30, 50, 40, 20])
const before = new Map([['two.png', encode({ width: 2, height: 1, data, channels: 3 })]])
const right = { file: 'two.png', width: 2, height: 1, channels: 3, mean: { red: 30, green: 30, blue: 25 } }

test('tells the facts of a photo and of a set of icons', async () => {
  expect(check(await trySkill(run, await inputFiles('photo'), {}))).toEqual([])
  expect(check(await trySkill(run, await inputFiles('icon-set'), {}))).toEqual([])
})

test('a fixed picture has fixed facts', async () => {
  const step = await trySkill(run, before, {})
  expect(JSON.parse(new TextDecoder().decode(step.after.get('info.json')))).toEqual(right)
})

test.each([
  [{ averageColor: '#1e1e19', channels: 3, height: 1, width: 2 }],
  [{ width: 2, height: 1, channels: 3, mean_colour: [30.2, 29.9, 25] }],
  [[right]],
])('a right product made otherwise passes: %o', (facts) => {
  expect(check(stepWith(before, { 'facts.json': JSON.stringify(facts) }, {}))).toEqual([])
})

test.each([
  ['the sides exchanged', { ...right, width: 1, height: 2 }],
  ['a wrong number of channels', { ...right, channels: 4 }],
  ['the colour of the first pixel', { ...right, mean: [10, 20, 30] }],
  ['no mean colour', { width: 2, height: 1, channels: 3 }],
  ['a picture too many', [right, right]],
])('%s is told', (_, facts) => {
  expect(check(stepWith(before, { 'info.json': JSON.stringify(facts) }, {}))).not.toEqual([])
})
