import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const script = `#!/usr/bin/env node
/* licence
   header */
const home = 'http://x/' // the page
  // alone
const f = /* before */ (a/* in */=/\\/*"/g/* after
 */) => { // opens
  /* first */ return \`// \${a /* deep */} /* text */\`
}
const g = 1 /* parts
statements */ const h: number = 4 / 2 // end`
const stripped = `#!/usr/bin/env node
const home = 'http://x/'
const f = (a =/\\/*"/g
) => {
  return \`// \${a } /* text */\`
}
const g = 1
const h: number = 4 / 2`
const few = filesOf({ 'a.ts': script })

test('strips a small web app and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('web-app-code'), {})
  expect(check(step)).toEqual([])
  const format = new TextDecoder().decode(step.after.get('stripped/src/format.js'))
  expect(format).toMatch(/^const symbols/)
  expect(format).toContain("'TODO list'")
})

test('every kind of comment, and what only looks like one', async () => {
  const step = await trySkill(run, few, { to: 'plain.ts' })
  expect(new TextDecoder().decode(step.after.get('plain.ts'))).toBe(stripped)
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const made = `${stripped.replace('(a =/', '( a = /').replace('1\n', '1\n\n\n')}\r\n`
  expect(check(stepWith(few, { 'out/b.ts': made }, {}))).toEqual([])
})

test.each([
  ['a comment left', stripped.replace("'http://x/'", "'http://x/' // the page")],
  ['a doc comment left', `/** what it is */\n${stripped.slice(stripped.indexOf('\n') + 1)}`],
  ['a string cut', stripped.replace("'http://x/'", "'http:'")],
  ['a template cut', stripped.replace('// ${', '${')],
  ['types gone', stripped.replace(': number', '')],
  ['code added', `${stripped}\nf()`],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'a2.ts': product }, {}))).not.toEqual([])
})

test('a line end that parted statements must stay', () => {
  const parted = filesOf({ 'a.js': 'const f = () => {\n  return /*\n*/ 1\n}\n' })
  expect(check(stepWith(parted, { 'b.js': 'const f = () => {\n  return\n 1\n}\n' }, {}))).toEqual([])
  expect(check(stepWith(parted, { 'b.js': 'const f = () => {\n  return 1\n}\n' }, {}))).not.toEqual([])
})
