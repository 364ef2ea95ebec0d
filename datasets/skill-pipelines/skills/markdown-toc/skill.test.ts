import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const text =
  '# Book\n\nHello.\n\n## One & two\n\n```\n## no heading\n```\n\n### Why?\n\nSo.\n\n## [Why](x.md)\n\nEnd.\n'
const few = filesOf({ 'a.md': text })
const list = '- [One & two](#one--two)\n  - [Why?](#why)\n- [Why](#why-1)\n'
const rest = text.slice('# Book\n\n'.length)

test.each(['handbook', 'meeting-notes'])('gives %s a table of contents and passes its check', async (id) => {
  expect(check(await trySkill(run, await inputFiles(id), {}))).toEqual([])
})

test('the list comes under the main heading', async () => {
  const step = await trySkill(run, few, {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('with-contents.md'))).toBe(`# Book\n\nContents:\n\n${list}\n${rest}`)
})

test('without a main heading it comes on top; underlined headings count', async () => {
  const step = await trySkill(run, filesOf({ 'a.md': 'Hello\n\nPart\n----\n\ntext\n\n#### deep\n' }), {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('with-contents.md'))).toMatch(
    /^Contents:\n\n- \[Part\]\(#part\)\n\nHello/,
  )
})

test('a document without sections is refused', async () => {
  await expect(trySkill(run, filesOf({ 'a.md': '# Only\n' }), {})).rejects.toThrow('no headings of level 2 or 3')
})

test('a right product made otherwise passes', () => {
  const made = `<!-- toc -->\r\n## Table of Contents\n1. [Book](#book)\n   * [One &amp two](#one--two)\n`
  const other = made.replace('&amp ', '& ') + `      * [Why?](#why)\n   * [Why](#why-1)\n<!-- /toc -->\n${text.trim()}`
  expect(check(stepWith(few, { 'toc.md': other }, {}))).toEqual([])
})

test.each([
  ['an anchor for the second of the same name wrong', `# Book\n\n${list.replace('#why-1', '#why')}\n${rest}`],
  ['a sub-heading left out', `# Book\n\n${list.replace('  - [Why?](#why)\n', '')}\n${rest}`],
  ['code taken for a heading', `# Book\n\n- [no heading](#no-heading)\n${list}\n${rest}`],
  ['at the end', `${text}\n${list}`],
  ['the list alone', list],
  ['names without links', `# Book\n\nContents:\n\n- One & two\n  - Why?\n- Why\n\n${rest}`],
  ['no list', `${text}\n`],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'with-contents.md': product }, {}))).not.toEqual([])
})
