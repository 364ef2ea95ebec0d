import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 't.csv': 'name,x,y,z\na,1,1,5\nb,2,3,5\nc,3,2,5\nd,,9,5\n' })
const right = 'column,x,y,z\nx,1,0.5,\ny,0.5,1,\nz,,,\n'

test('correlates readings and ledgers and passes its check', async () => {
  for (const [id, input] of [
    ['sensor-readings', {}],
    ['sensor-readings', { keep: ['humidity', 'temperature'] }],
    ['sales-ledger', { keep: ['units', 'amount'] }],
  ] as const) {
    expect(check(await trySkill(run, await inputFiles(id), input))).toEqual([])
  }
})

test('leaves out rows that lack a number, and cells that are not defined', async () => {
  const step = await trySkill(run, few, {})
  expect(new TextDecoder().decode(step.after.get('correlation.csv'))).toBe(right)
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const product = 'variable,z,y,x\r\nz,,,\r\nx,,0.5000000001,1.0\r\ny,,1.0,0.50'
  expect(check(stepWith(few, { 'matrix.csv': product }, {}))).toEqual([])
})

test.each([
  ['missing taken as zero', right.replaceAll('0.5', '-0.5')],
  ['r squared', right.replaceAll('0.5', '0.25')],
  ['zero where it is not defined', right.replace('z,,,', 'z,0,0,')],
  ['one column only', 'column,x\nx,1\n'],
  ['a row lost', right.replace('y,0.5,1,\n', '')],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'correlation.csv': product }, {}))).not.toEqual([])
})

test('nothing produced is told; too few columns are an error', async () => {
  expect(check(stepWith(few, {}, {}))).not.toEqual([])
  await expect(trySkill(run, few, { keep: ['x'] })).rejects.toThrow('two or more columns')
  await expect(trySkill(run, few, { keep: ['x', 'name'] })).rejects.toThrow('no numbers')
})
