import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, textOf, untouched } from '../../../../../kit/verify.ts'

const lines = (files: Files): string[] =>
  textOf(files, 'handbook_new.md')
    .split('\n')
    .map((line) => line.trimEnd())
const has = (files: Files, line: string): void => assert.ok(lines(files).includes(line), `no line: ${line}`)

const verifier: Verifier = [
  {
    id: 'headings',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        lines(after).filter((line) => /^#{2,3} /.test(line) && !line.includes('Not a')),
        [
          '## 1 Joining',
          '### 1.1 Cards',
          '## 2 Loans',
          '### 2.1 Fees',
          '### 2.2 Notes',
          '## A Appendix on maps',
          '### A.1 Scales',
          '## 3 3D printers',
          '### 3.1 Filament',
          '## B Appendix for staff',
          '### B.1 Notes',
        ],
      ),
  },
  {
    id: 'other-levels-alone',
    weight: 1,
    test: ({ after }) => {
      assert.notEqual(lines(after)[4], '## 2 Joining')
      has(after, '# Tool library')
      has(after, '#### 2.1.1 Lost cards')
    },
  },
  {
    id: 'references',
    weight: 3,
    test: ({ after }) => {
      has(after, 'Start with section 1; prices are in section 2.1.')
      has(after, 'Half per day, see section 3.')
    },
  },
  {
    id: 'references-left',
    weight: 3,
    test: ({ after }) => {
      has(after, 'Bring a letter. See section 2 and {ref: Notes}.')
      has(after, 'As section A.1 says, or {ref: Ladders}, or {ref: Lost cards}.')
      has(after, 'Ask before section B; again {ref: Ladders}.')
    },
  },
  {
    id: 'fence-kept',
    weight: 2,
    test: ({ after }) =>
      assert.match(textOf(after, 'handbook_new.md'), /```text\n## 9 Not a heading\n\{ref: Fees\}\n```/),
  },
  {
    id: 'unresolved',
    weight: 2,
    test: ({ after }) => assert.deepEqual(jsonOf(after, 'unresolved.json'), ['Notes', 'Ladders', 'Lost cards']),
  },
  {
    id: 'input-kept',
    weight: 1,
    test: ({ before, after }) => {
      const count = (text: string): number => text.trimEnd().split('\n').length
      assert.equal(count(textOf(after, 'handbook_new.md')), count(textOf(before, 'handbook.md')))
      untouched({ before, after })
    },
  },
]
export default verifier
