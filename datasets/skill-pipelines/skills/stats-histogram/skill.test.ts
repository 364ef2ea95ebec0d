import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 't.csv': 'name,x\na,1\nb,2\nc,3\nd,\ne,3.5\nf,9\ng,10\n' })
const input = { by: 'x', groups: 3 } as const
const right = 'from,to,count\n1,4,4\n4,7,0\n7,10,2\n'

test.each([
  ['sales-ledger', { by: 'amount', groups: 8 }],
  ['sales-ledger', { by: 'units', groups: 11 }],
  ['sensor-readings', { by: 'humidity' }],
  ['sensor-readings', { by: 'pressure', groups: 1 }],
])('counts %s with %o and passes its check', async (id, asked) => {
  expect(check(await trySkill(run, await inputFiles(id), asked))).toEqual([])
})

test('writes empty bins, and one bin for a single value', async () => {
  const step = await trySkill(run, few, input)
  expect(new TextDecoder().decode(step.after.get('histogram.csv'))).toBe(right)
  expect(check(step)).toEqual([])
  const same = await trySkill(run, filesOf({ 't.csv': 'x\n5\n5\n' }), { by: 'x' })
  expect(new TextDecoder().decode(same.after.get('histogram.csv'))).toBe('from,to,count\n5,5,2\n')
  expect(check(same)).toEqual([])
})

test('a right product made otherwise passes, with border values on either side', () => {
  const product = 'count,to,from\r\n2,10.00,7.0\r\n0,7,4\r\n4,4,1'
  expect(check(stepWith(few, { 'bins.csv': product }, input))).toEqual([])
  const border = filesOf({ 't.csv': 'x\n0\n1\n2\n' })
  for (const counts of [
    [1, 2],
    [2, 1],
  ]) {
    const text = `from,to,count\n0,1,${counts[0]}\n1,2,${counts[1]}\n`
    expect(check(stepWith(border, { 'bins.csv': text }, { by: 'x', groups: 2 }))).toEqual([])
  }
})

test.each([
  ['empty bins left out', 'from,to,count\n1,4,4\n7,10,2\n'],
  ['missing counted', 'from,to,count\n1,4,5\n4,7,0\n7,10,2\n'],
  ['another number of bins', 'from,to,count\n1,5.5,4\n5.5,10,2\n'],
  ['bins from zero', 'from,to,count\n0,3.333333,3\n3.333333,6.666667,1\n6.666667,10,2\n'],
  ['a value in the wrong bin', 'from,to,count\n1,4,3\n4,7,1\n7,10,2\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'histogram.csv': product }, input))).not.toEqual([])
})

test('nothing produced is told; no bins and no numbers are errors', async () => {
  expect(check(stepWith(few, {}, input))).not.toEqual([])
  await expect(trySkill(run, few, { by: 'x', groups: 0 })).rejects.toThrow('whole number')
  await expect(trySkill(run, few, { by: 'name' })).rejects.toThrow('no numbers')
})
