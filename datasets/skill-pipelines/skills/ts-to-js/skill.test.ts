import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const script = `import { one } from './one.ts'
import type { Two } from './two.ts'
export { three } from './three.ts'
// kept
export const f = <T extends Two>(list: readonly T[]): T => list[one as number]!
interface Three { readonly a: string }
`
const plain = `import { one } from "./one.js";
export { three } from "./three.js";
export const f = (list) => list[one];
`
const few = filesOf({ 'a.ts': script, 'b.js': 'export const b = 1\n' })

test('converts a small web app and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('web-app-code'), { from: 'src/*' })
  expect(check(step)).toEqual([])
  expect([...step.after.keys()].filter((name) => !step.before.has(name))).toEqual(['src/app.js', 'src/cart.js'])
})

test('types go, imports point to JavaScript, remarks stay', async () => {
  const step = await trySkill(run, few, { to: 'lib/a.js' })
  expect(check(step)).toEqual([])
  const code = new TextDecoder().decode(step.after.get('lib/a.js'))
  expect(code.split('\n').filter((line) => line !== '')).toEqual([
    "import { one } from './one.js'",
    "export { three } from './three.js'",
    '// kept',
    'export const f = (list) => list[one ]',
  ])
})

test('without TypeScript it refuses', async () => {
  await expect(trySkill(run, filesOf({ 'b.js': '1' }), {})).rejects.toThrow('found no .ts')
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'dist/all.mjs': plain }, {}))).toEqual([])
})

test.each([
  ['types left', script],
  ['an export lost', plain.replace('export const', 'const')],
  ['an import lost', plain.slice(plain.indexOf('\n') + 1)],
  ['another value', plain.replace('list[one]', 'list[1]')],
  ['nothing in it', ''],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'a.js': product }, {}))).not.toEqual([])
})

test('a file that is only called JavaScript is no product', () => {
  expect(check(stepWith(few, { 'a.txt': plain }, {}))).not.toEqual([])
})
