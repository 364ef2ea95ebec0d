import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({
  'a.ts': `import './side.js'
import type { T } from 'types' // import x from 'nowhere'
export * from "all"
const late = () => import('late'), old = require('old'), text = "import y from 'quoted'"
Array.from('abc'); loader.require('no'); import(late + 'er')
`,
  'b.js': `import {
  a,
} from './a.js'
`,
})
const table = 'file,line,module\na.ts,1,./side.js\na.ts,2,types\na.ts,3,all\na.ts,4,late\na.ts,4,old\nb.js,3,./a.js\n'

test('lists the imports of a small web app and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('web-app-code'), {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('imports.csv'))).toContain('src/app.ts,4,./cart.js\n')
})

test('every way to import, and what only looks like one', async () => {
  const step = await trySkill(run, few, {})
  expect(new TextDecoder().decode(step.after.get('imports.csv'))).toBe(table)
  expect(check(step)).toEqual([])
})

test('sources without imports are refused', async () => {
  await expect(trySkill(run, filesOf({ 'a.js': 'f()\n' }), {})).rejects.toThrow('nothing is imported')
})

test('a right product made otherwise passes', () => {
  const rows = table.trim().split('\n').slice(1).reverse()
  const made = rows.map((row) => row.split(',')).map(([file, , module]) => `"${module}",./${file}`)
  expect(check(stepWith(few, { 'uses.csv': `package,where\n${made.join('\n')}` }, {}))).toEqual([])
})

test.each([
  ['type imports forgotten', table.replace('a.ts,2,types\n', '')],
  ['a module in a string', `${table}a.ts,4,quoted\n`],
  ['wrong lines', table.replace('a.ts,4,late', 'a.ts,9,late')],
  ['files mixed up', table.replace('b.js,3,./a.js', 'a.ts,3,./a.js')],
  ['names instead of modules', table.replace('types', 'T')],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'imports.csv': product }, {}))).not.toEqual([])
})
