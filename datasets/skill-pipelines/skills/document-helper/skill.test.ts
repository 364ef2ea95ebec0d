import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { title: 'Minutes', pattern: '\\btea\\b', replacement: 'coffee' }
const few = filesOf({ 'a.txt': 'We had tea.\n\nMore tea at nine.\n' })
const page = filesOf({ 'p.html': '<title>P</title><h1>Tea &amp; cake</h1><p>See <a href="/tea?x=1">our tea</a>.</p>' })
const right = '# Minutes\n\nWe had coffee.\n\nMore coffee at nine.\n'

test.each([
  ['meeting-notes', {}],
  ['essay', { title: 'Towns' }],
  ['handbook', { pattern: '^## (.*)$', replacement: '## Chapter: $1' }],
  ['web-page', {}],
  ['web-page', { title: 'Ferries', pattern: 'boat', replacement: 'ship' }],
])('works on %s by %j and passes its check', async (id, asked) => {
  expect(check(await trySkill(run, await inputFiles(id), asked))).toEqual([])
})

test('a short text and a short page, to the letter', async () => {
  const step = await trySkill(run, few, input)
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('document.md'))).toBe(right)
  const paged = await trySkill(run, page, {})
  expect(check(paged)).toEqual([])
  expect(new TextDecoder().decode(paged.after.get('document.md'))).toBe('# Tea & cake\n\nSee [our tea](/tea?x=1).\n')
})

test('a pattern without a replacement is refused', async () => {
  await expect(trySkill(run, few, { pattern: 'tea' })).rejects.toThrow('needs "replacement"')
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'm.md': right.replaceAll('\n', '\r\n').trim() }, input))).toEqual([])
  expect(check(stepWith(page, { 'p.md': 'Tea & cake\n===\n\nSee our tea.' }, {}))).toEqual([])
})

test.each([
  ['the title forgotten', right.slice('# Minutes\n\n'.length)],
  ['only the first replaced', right.replace('More coffee', 'More tea')],
  ['a line lost', '# Minutes\n\nWe had coffee.\n'],
  ['another title', right.replace('Minutes', 'Notes')],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'document.md': product }, input))).not.toEqual([])
})

test('a page with tags left, or without its headings, is told', () => {
  expect(check(stepWith(page, { 'p.md': '<h1>Tea &amp; cake</h1> See our tea.' }, {}))).not.toEqual([])
  expect(check(stepWith(page, { 'p.md': 'Tea & cake\n\nSee our tea.' }, {}))).not.toEqual([])
})
