import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { width: 12 }
const few = filesOf({ 'a.md': '# A heading that is long\n\none two three four\nfive\n\n- a list item that is long\n' })
const heading = '# A heading that is long'
const item = '- a list item that is long'

test.each([
  ['essay', {}],
  ['essay', { width: 31 }],
  ['handbook', { width: 50 }],
  ['meeting-notes', { width: 8 }],
])('wraps %s by %j and passes its check', async (id, asked) => {
  expect(check(await trySkill(run, await inputFiles(id), asked))).toEqual([])
})

test('fills lines up to the width and not beyond', async () => {
  const step = await trySkill(run, few, input)
  expect(new TextDecoder().decode(step.after.get('wrapped.txt'))).toBe(
    `${heading}\n\none two\nthree four\nfive\n\n${item}\n`,
  )
})

test('code stays as it is, a long word sticks out, a dash in the text is no list', async () => {
  const text =
    'see https://example.org/long - it is\n```\nsome long line of code\n\nmore code after a gap\n```\nthe very end of it\n'
  const step = await trySkill(run, filesOf({ 'a.md': text }), input)
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('wrapped.txt'))).toContain('\nmore code after a gap\n')
})

test('a width below 1 is refused', async () => {
  await expect(trySkill(run, few, { width: 0 })).rejects.toThrow('at least 1')
})

test('a right product made otherwise passes', () => {
  const made = { 'b.md': `${heading}\r\n\r\none two \r\nthree\r\nfour five\r\n\r\n${item}` }
  expect(check(stepWith(few, made, input))).toEqual([])
})

test.each([
  ['a line too long', `${heading}\n\none two three\nfour five\n\n${item}\n`],
  ['words lost', `${heading}\n\none two\nthree four\n\n${item}\n`],
  ['one word a line', `${heading}\n\none\ntwo\nthree\nfour\nfive\n\n${item}\n`],
  ['the list wrapped as well', `${heading}\n\none two\nthree four\nfive\n\n- a list\nitem that is\nlong\n`],
  ['paragraphs run together', `${heading}\none two\nthree four\nfive\n${item}\n`],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'wrapped.txt': product }, input))).not.toEqual([])
})
