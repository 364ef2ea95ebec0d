import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({
  'a.ts': `const list = 'TODO: nothing' // TODO(eva): sort, then print
/**
 * What it does.
 * FIXME: too slow */
const text = \`// TODO no \${list /* TODO yes */}\` // todo or TODOS?
`,
  'b.js': '// FIXME\n',
})
const table = `file,line,kind,text
a.ts,1,TODO,"TODO(eva): sort, then print"
a.ts,4,FIXME,FIXME: too slow
a.ts,5,TODO,TODO yes
b.js,1,FIXME,FIXME
`

test('collects the remarks of a small web app and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('web-app-code'), {})
  expect(check(step)).toEqual([])
  const lines = new TextDecoder().decode(step.after.get('todos.csv')).trim().split('\n')
  expect(lines).toHaveLength(9)
  expect(lines).toContain('src/app.ts,19,FIXME,FIXME: read it from the settings')
})

test('marks in comments of every kind, not in strings', async () => {
  const step = await trySkill(run, few, {})
  expect(new TextDecoder().decode(step.after.get('todos.csv'))).toBe(table)
  expect(check(step)).toEqual([])
})

test('sources without remarks are refused', async () => {
  await expect(trySkill(run, filesOf({ 'a.js': 'f("TODO")\n' }), {})).rejects.toThrow('found no TODO')
})

test('a right product made otherwise passes', () => {
  const made = `line,what,where,who
1,,b.js,
5,yes,./a.ts,
4,too slow,a.ts,
1,"sort, then print",a.ts,eva`
  expect(check(stepWith(few, { 'open.csv': made }, {}))).toEqual([])
})

test.each([
  ['a FIXME forgotten', table.replace('a.ts,4,FIXME,FIXME: too slow\n', '')],
  ['a string listed', `${table}a.ts,1,TODO,nothing\n`],
  ['lines counted from 0', table.replace('a.ts,4', 'a.ts,3')],
  ['texts lost', table.replace('"TODO(eva): sort, then print"', 'TODO')],
  ['only the header', 'file,line,kind,text\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'todos.csv': product }, {}))).not.toEqual([])
})
