import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { by: 'total', replacement: 'sum' }
const script = `type Row = { readonly total: number } // the total
const say = (total: number) => \`total \${total > 1 ? \`\${total}\` : '"total'}\` + 'it\\'s total'
export const ratio = (row: Row) => row.total / 2 / /total/.exec('total')!.length, totals = \`total\`
`
const renamed = script.replace(/(readonly |\(|\$\{|row\.)total\b/g, '$1sum')
const few = filesOf({ 'a.ts': script, 'b.js': 'export const other = ["total", `total`]\n' })

test('renames in a small web app, in place, and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('web-app-code'), { by: 'total', replacement: 'grandTotal' })
  expect(check(step)).toEqual([])
  const cart = new TextDecoder().decode(step.after.get('src/cart.ts'))
  expect(cart).toContain("'no total' : 'total ' + grandTotal.toFixed(2)")
})

test('types, templates, strings and regular expressions', async () => {
  const step = await trySkill(run, few, input)
  expect(new TextDecoder().decode(step.after.get('a.ts'))).toBe(renamed)
  expect(check(step)).toEqual([])
})

test.each([
  [{ by: 'absent', replacement: 'x' }, 'no identifier absent'],
  [{ by: 'total', replacement: 'ratio' }, 'cannot call it ratio'],
  [{ by: 'total', replacement: 'class' }, '"class" cannot be'],
  [{ by: 'total', replacement: 'two words' }, '"two words" cannot be'],
])('%j is refused', async (asked, message) => {
  await expect(trySkill(run, few, asked)).rejects.toThrow(message)
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'renamed/a.ts': renamed.replaceAll('\n', '\r\n') }, input))).toEqual([])
})

test.each([
  ['strings renamed too', script.replaceAll('total', 'sum')],
  ['a property forgotten', renamed.replace('row.sum', 'row.total')],
  ['a longer name changed', renamed.replace('totals', 'sums')],
  ['a line lost', renamed.slice(renamed.indexOf('\n') + 1)],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'a.ts': product }, input))).not.toEqual([])
})

test('one of two files is not enough', () => {
  const two = filesOf({ 'a.ts': script, 'c.js': 'export const total = 2\n' })
  expect(check(stepWith(two, { 'a.ts': renamed }, input))).not.toEqual([])
})
