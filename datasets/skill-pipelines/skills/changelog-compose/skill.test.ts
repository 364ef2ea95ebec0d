import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { title: 'Version 2.0' }
const log = 'fix(cart): round once\nfeat!: dark theme\n1a2b3c4 docs: new page\nchore: new linter\nMerge branch a\n'
const few = filesOf({ 'log.txt': log })
const right = `# Version 2.0

## Features

- **Breaking:** dark theme

## Fixes

- **cart:** round once

## Documentation

- new page

## Other changes

- new linter
- Merge branch a
`

test.each([{}, { title: 'March release', to: 'CHANGELOG.md' }])(
  'groups commits by %j and passes its check',
  async (asked) => {
    expect(check(await trySkill(run, await inputFiles('commit-lines'), asked))).toEqual([])
  },
)

test('a short log, to the letter', async () => {
  const step = await trySkill(run, few, input)
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('changelog.md'))).toBe(right)
})

test('subjects that contain each other, types that nobody expects', async () => {
  const before = filesOf({
    'a.txt': 'fix: new page\nfix: new page for guests\nconstructor: x\nfix(api): a\nfix: a b\n',
  })
  expect(check(await trySkill(run, before, {}))).toEqual([])
})

test('a text without commits is refused', async () => {
  await expect(trySkill(run, filesOf({ 'a.txt': 'Dear all,\n' }), {})).rejects.toThrow('no lines like')
})

test('a right product made otherwise passes', () => {
  const made = `# Version 2.0\n\n### Breaking changes\n* Dark theme\n\n### Bug fixes\n* Round once (cart)\n
### Docs\n* New page (1a2b3c4)\n\n### Chores\n* new linter\n\n### Misc\n* Merge branch a\n`
  expect(check(stepWith(few, { 'news.md': made }, input))).toEqual([])
})

test.each([
  ['a fix among the features', right.replace('## Fixes\n\n', '')],
  [
    'one heading for all',
    `# Version 2.0\n\n## Changes\n\n${right
      .split('\n')
      .filter((line) => line.startsWith('-'))
      .join('\n')}`,
  ],
  ['a scope lost', right.replace('**cart:** ', '')],
  ['a breaking change not marked', right.replace('**Breaking:** ', '')],
  ['a line left out', right.replace('- new linter\n', '')],
  ['a line twice', right.replace('- new page\n', '- new page\n- new page\n')],
  ['further lines', `${right}\nAlso removed the login page.\n`],
  ['another title', right.replace('2.0', '3.0')],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'changelog.md': product }, input))).not.toEqual([])
})
