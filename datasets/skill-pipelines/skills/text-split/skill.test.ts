import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 'a.md': '# Book\n\nhello\n\n## One\n\nfirst\n\n## Two\n\nlast\n' })

test.each([
  ['handbook', {}],
  ['meeting-notes', { to: 'meetings' }],
  ['handbook', { pattern: '^#{2,3} ' }],
  ['essay', { pattern: '^$' }],
])('splits %s by %j and passes its check', async (id, asked) => {
  expect(check(await trySkill(run, await inputFiles(id), asked))).toEqual([])
})

test('parts are numbered and named', async () => {
  const step = await trySkill(run, few, {})
  expect([...step.after.keys()]).toEqual(['a.md', 'sections/01-book.txt', 'sections/02-one.txt', 'sections/03-two.txt'])
})

test('a document without sections is refused', async () => {
  await expect(trySkill(run, few, { pattern: '^Chapter' })).rejects.toThrow('no line of a.md matches')
})

test('a right product made otherwise passes', () => {
  const made = { 'one.md': '## One\r\n\r\nfirst', 'intro.md': '# Book\n\nhello\n', 'z/two.txt': '\n## Two\n\nlast\n\n' }
  expect(check(stepWith(few, made, {}))).toEqual([])
})

test.each([
  ['the beginning lost', { 'b.txt': '## One\n\nfirst\n', 'c.txt': '## Two\n\nlast\n' }],
  ['headings lost', { 'a.txt': '# Book\n\nhello\n', 'b.txt': 'first\n', 'c.txt': 'last\n' }],
  ['two sections in one file', { 'a.txt': '# Book\n\nhello\n', 'b.txt': '## One\n\nfirst\n\n## Two\n\nlast\n' }],
  [
    'the heading at the end of the part before',
    { 'a.txt': '# Book\n\nhello\n\n## One', 'b.txt': 'first\n\n## Two', 'c.txt': 'last' },
  ],
  ['a copy', { 'b.txt': '# Book\n\nhello\n\n## One\n\nfirst\n\n## Two\n\nlast\n' }],
])('%s is told', (_, made) => {
  expect(check(stepWith(few, made as Record<string, string>, {}))).not.toEqual([])
})

test('nothing produced, or elsewhere than asked, is told', () => {
  expect(check(stepWith(few, {}, {}))).not.toEqual([])
  const made = { 'a.txt': '# Book\n\nhello\n', 'b.txt': '## One\n\nfirst\n', 'c.txt': '## Two\n\nlast\n' }
  expect(check(stepWith(few, made, { to: 'parts' }))).not.toEqual([])
})
