import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({
  't.csv': 'x,y,day,flat\n1,1,2026-03-03,5\n2,3,2026-03-01,5\n3,2,2026-03-02,5\n,9,never,5\n4,,,\n',
})
const input = { x: 'x', y: 'y' } as const
const right = { x: 'x', y: 'y', slope: 0.5, intercept: 1, r2: 0.25, n: 3 }

test.each([
  ['sales-ledger', { x: 'units', y: 'amount' }],
  ['sales-ledger', { x: 'date', y: 'amount' }],
  ['sensor-readings', { x: 'time', y: 'temperature' }],
  ['sensor-readings', { x: 'temperature', y: 'humidity', to: 'line.json' }],
])('fits %s with %o and passes its check', async (id, asked) => {
  expect(check(await trySkill(run, await inputFiles(id), asked))).toEqual([])
})

test('fits by hand-made numbers, days and a level line', async () => {
  const made = async (asked: { x: string; y: string }): Promise<unknown> => {
    const step = await trySkill(run, few, asked)
    expect(check(step)).toEqual([])
    return JSON.parse(new TextDecoder().decode(step.after.get('trend.json')))
  }
  expect(await made(input)).toEqual(right)
  expect(await made({ x: 'day', y: 'y' })).toEqual({ x: 'day', y: 'y', slope: -1, intercept: 3, r2: 1, n: 3 })
  expect(await made({ x: 'x', y: 'flat' })).toMatchObject({ slope: 0, intercept: 5, r2: null, n: 3 })
})

test('months and hours without a zone are read as UTC', async () => {
  const files = filesOf({ 't.csv': 'm,h,y\n2026-01,2026-01-01T00:00,0\n2026-02,2026-01-01 12:00:00,31\n' })
  for (const [x, slope] of [
    ['m', 1],
    ['h', 62],
  ] as const) {
    const step = await trySkill(run, files, { x, y: 'y' })
    expect(JSON.parse(new TextDecoder().decode(step.after.get('trend.json')))).toMatchObject({ slope })
    expect(check(step)).toEqual([])
  }
})

test('a right product made otherwise passes', () => {
  expect(
    check(stepWith(few, { 'fit.json': '{"n":3,"r2":0.25000000001,"intercept":1.0,"slope":5e-1}' }, input)),
  ).toEqual([])
})

test.each([
  ['the axes swapped', { slope: 0.5, intercept: 1, r2: 0.25, n: 4 }],
  ['missing taken as zero', { slope: 0.3, intercept: 2.4, r2: 0.012821, n: 5 }],
  ['r instead of its square', { ...right, r2: 0.5 }],
  ['no intercept', { slope: 0.928571, intercept: 0, r2: 0.25, n: 3 }],
  ['figures as text', { ...right, slope: '0.5' }],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'trend.json': JSON.stringify(product) }, input))).not.toEqual([])
})

test('nothing produced is told; what has no line is an error', async () => {
  expect(check(stepWith(few, {}, input))).not.toEqual([])
  await expect(trySkill(run, few, { y: 'y' })).rejects.toThrow('needs "x"')
  await expect(trySkill(run, few, { x: 'flat', y: 'y' })).rejects.toThrow('two different values')
  await expect(trySkill(run, filesOf({ 't.csv': 'a,b\nx,1\ny,2\n' }), { x: 'a', y: 'b' })).rejects.toThrow('neither')
})
