import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { title: 'Tea & cake' }
const few = filesOf({ 'a.md': '# Tea\n\nWe *drink* [tea](https://tea.example/?a=1&b=2).\n\n- one\n- **two**\n' })
const link = '<a href="https://tea.example/?a=1&amp;b=2">tea</a>'
const page = (body: string, title = 'Tea &amp; cake'): string =>
  `<html><head><title>${title}</title></head>${body}</html>`

test.each([
  ['handbook', {}],
  ['handbook', { title: 'The <new> handbook' }],
  ['meeting-notes', { to: 'site/notes.html' }],
])('renders %s by %j and passes its check', async (id, asked) => {
  expect(check(await trySkill(run, await inputFiles(id), asked))).toEqual([])
})

test('tables, numbered lists, code, raw tags and underlined headings', async () => {
  const text = [
    'Prices\n======\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nPart\n---\n\n1. x\n2. y\n',
    '```json\n# no [link](here)\n- no item\n```\n\n> said <b>he</b> &amp; <ann@example.org>\n',
    '![alt](p.png) wor*d*\n',
  ].join('\n')
  const step = await trySkill(run, filesOf({ 'a.md': text }), {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('document.html'))).toContain('<title>Prices</title>')
})

test('a right product made otherwise passes', () => {
  const body = `<H1 id='tea'>Tea</H1><p>We\n<i>drink</i> ${link}.<ul><li>one<li><b>two</b></ul>`
  expect(check(stepWith(few, { 'x.htm': page(body) }, input))).toEqual([])
})

test.each([
  ['headings as paragraphs', page(`<p>Tea</p><p>We drink ${link}.</p><ul><li>one</li><li>two</li></ul>`)],
  ['the list as text', page(`<h1>Tea</h1><p>We drink ${link}.</p><p>- one - two</p>`)],
  ['the link lost', page('<h1>Tea</h1><p>We drink tea.</p><ul><li>one</li><li>two</li></ul>')],
  ['another title', page(`<h1>Tea</h1><p>We drink ${link}.</p><ul><li>one</li><li>two</li></ul>`, 'Tea')],
  ['marks left', page(`<h1>Tea</h1><p>We *drink* ${link}.</p><ul><li>one</li><li>**two**</li></ul>`)],
  ['a paragraph lost', page(`<h1>Tea</h1>${link}<ul><li>one</li><li>two</li></ul>`)],
  ['the source in a frame', page('<pre># Tea\n\nWe *drink* [tea](https://tea.example/).\n\n- one\n- **two**</pre>')],
  ['words added', page(`<h1>Tea</h1><p>We drink ${link}. Buy now!</p><ul><li>one</li><li>two</li></ul>`)],
  ['a paragraph cut in two', page(`<h1>Tea</h1><p>We drink</p><p>${link}.</p><ul><li>one</li><li>two</li></ul>`)],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'document.html': product }, input))).not.toEqual([])
})

test('a table as paragraphs is told, and one that lost a row', () => {
  const prices = filesOf({ 'a.md': '# Tea\n\n| a | b |\n| - | - |\n| 1 | 2 |\n' })
  const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const judged = (body: string): string[] => check(stepWith(prices, { 'd.html': page(`<h1>Tea</h1>${body}`) }, {}))
  expect(judged(`<table>${row('a', 'b')}${row('1', '2')}</table>`)).toEqual([])
  expect(judged('<p>a b</p><p>1 2</p>')).not.toEqual([])
  expect(judged(`<table>${row('a', 'b', '1', '2')}</table>`)).not.toEqual([])
})
