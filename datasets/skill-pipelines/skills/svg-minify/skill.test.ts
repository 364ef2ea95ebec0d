import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const head = '<svg xmlns="http://www.w3.org/2000/svg">'
const before = filesOf({
  'a.svg': `<?xml version="1.0"?>
${head}
  <!-- dots -->
  <metadata><who>anna</who></metadata>
  <style>.a { fill: red; /* hot */ }</style>
  <path d="M 10 20  L -3.50,4" title='say "x"' />
  <text class="a">one  <tspan>two</tspan> &amp; three</text>
</svg>
`,
})
const style = '<style>.a{fill:red}</style>'
const path = '<path d="M10 20L-3.5 4" title="say &quot;x&quot;"/>'
const text = '<text class="a">one <tspan>two</tspan> &amp; three</text>'

test('shrinks a drawing and passes its check', async () => {
  const drawing = await inputFiles('drawing')
  const step = await trySkill(run, drawing, {})
  expect(step.after.get('minified.svg')!.length).toBeLessThan(0.85 * drawing.get('drawing.svg')!.length)
  expect(check(step)).toEqual([])
  expect(check(await trySkill(run, before, { to: 'b.svg' }))).toEqual([])
})

test('blanks that are kept by xml:space stay', async () => {
  const kept = filesOf({ 'a.svg': `${head}\n <text xml:space="preserve">a   b</text>\n</svg>\n` })
  const step = await trySkill(run, kept, {})
  expect(new TextDecoder().decode(step.after.get('minified.svg'))).toContain('a   b')
  expect(check(step)).toEqual([])
})

test('a broken drawing is refused', async () => {
  await expect(trySkill(run, filesOf({ 'a.svg': '<svg><g></svg>' }), {})).rejects.toThrow('not well-formed')
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(before, { 'b.svg': `${head}${style}${path}${text}</svg>` }, {}))).toEqual([])
})

test.each([
  ['a comment left', `${head}<!-- dots -->${style}${path}${text}</svg>`],
  ['metadata left', `${head}<metadata><who>anna</who></metadata>${style}${path}${text}</svg>`],
  ['indentation left', `${head}\n  ${style}\n  ${path}\n  ${text}\n</svg>`],
  ['words run together', `${head}${style}${path}${text.replace('one <', 'one<')}</svg>`],
  ['a shape lost', `${head}${style}${text}</svg>`],
  ['a number changed', `${head}${style}${path.replace('20', '21')}${text}</svg>`],
  ['style lost', `${head}${path}${text}</svg>`],
  ['no SVG', 'minified'],
])('%s is told', (_, product) => {
  expect(check(stepWith(before, { 'minified.svg': product }, {}))).not.toEqual([])
})
