import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cell, renewBlocks, table } from '../../src/readme/blocks.ts'

const page = (content: string): string =>
  `# Title\n\nBefore.\n\n<!-- lawbook:begin claims -->\n${content}<!-- lawbook:end -->\n\nAfter.\n`
const blocks = { claims: () => '| a |\n', empty: async () => '' }

test('what stands between the marks is replaced, everything else kept', async () => {
  const renewed = page('\n| a |\n\n')
  for (const old of ['', 'old\n', '\n| a |\n\n'])
    expect(await renewBlocks(page(old), blocks, 'README.md')).toBe(renewed)
})

test('renewing twice is renewing once, and hand-written text survives to the byte', async () => {
  const written = fc.string().filter((text) => !text.includes('lawbook:'))
  await fc.assert(
    fc.asyncProperty(written, written, async (before, after) => {
      const once = await renewBlocks(`${before}\n${page('x\n')}${after}`, blocks, 'README.md')
      expect(once.startsWith(`${before}\n# Title`)).toBe(true)
      expect(once.endsWith(`After.\n${after}`)).toBe(true)
      expect(await renewBlocks(once, blocks, 'README.md')).toBe(once)
    }),
  )
})

test('an unknown block or a mark without its partner is refused', async () => {
  const refused = (text: string) => expect(renewBlocks(text, blocks, 'README.md')).rejects
  await refused(page('').replace('claims', 'clams')).toThrow(/block "clams"; allowed: claims, empty/)
  await refused('<!-- lawbook:begin claims -->\n').toThrow(/1 block beginnings and 0 block ends/)
  await refused('<!-- lawbook:begin claims -->\n<!-- lawbook:begin empty -->\n<!-- lawbook:end -->\n').toThrow(
    /2 block/,
  )
  await refused('<!-- lawbook:end -->\n').toThrow(/0 block beginnings and 1 block ends/)
})

test('text of a record cannot break out of its cell', () => {
  expect(cell('a | b\n<script> [x](y) `c`')).toBe('a \\| b &lt;script> \\[x\\](y) \\`c\\`')
  expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |')
})
