import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

// The quartiles of x are 2 and 4: the fences are -1 and 7, and 7 itself lies inside.
const few = filesOf({ 't.csv': 'name,x\na,1\nb,2\nc,2\nd,3\ne,3\nf,3\ng,4\nh,4\ni,7\nj,-1.1\nk,\nl,7.1\nm,2\n' })
const input = { by: 'x' } as const
const right = 'name,x\nj,-1.1\nl,7.1\n'

test('finds the four wild values among the readings and passes its check', async () => {
  for (const [by, count] of [
    ['temperature', 2],
    ['humidity', 1],
    ['pressure', 1],
    [['temperature', 'humidity', 'pressure'], 4],
  ] as const) {
    const step = await trySkill(run, await inputFiles('sensor-readings'), { by })
    expect(check(step)).toEqual([])
    expect(new TextDecoder().decode(step.after.get('outliers.csv')).split('\n').length - 2).toBe(count)
  }
})

test('a value on the fence stays inside, and a table without outliers gives its header', async () => {
  const step = await trySkill(run, few, input)
  expect(new TextDecoder().decode(step.after.get('outliers.csv'))).toBe(right)
  expect(check(step)).toEqual([])
  const none = await trySkill(run, await inputFiles('sales-ledger'), { by: 'units' })
  expect(new TextDecoder().decode(none.after.get('outliers.csv')).trim().split('\n').length).toBe(1)
  expect(check(none)).toEqual([])
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'odd.csv': 'x,name\r\n-1.10,j\r\n7.10,"l"' }, input))).toEqual([])
})

test.each([
  ['the rows inside', 'name,x\na,1\nb,2\nc,2\nd,3\ne,3\nf,3\ng,4\nh,4\ni,7\nm,2\n'],
  ['one side only', 'name,x\nl,7.1\n'],
  ['the fence itself', 'name,x\ni,7\nj,-1.1\nl,7.1\n'],
  ['only the column', 'x\n-1.1\n7.1\n'],
  ['missing taken as far out', `${right}k,\n`],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'outliers.csv': product }, input))).not.toEqual([])
})

test('nothing produced is told; a column without numbers is an error', async () => {
  expect(check(stepWith(few, {}, input))).not.toEqual([])
  await expect(trySkill(run, few, { by: 'name' })).rejects.toThrow('no numbers')
  await expect(trySkill(run, few, {})).rejects.toThrow('needs "by"')
})
