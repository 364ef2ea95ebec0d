import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, tableOf, textOf, untouched } from '../../../../../kit/verify.ts'

const lines = (files: Files): string[] =>
  textOf(files, 'manual.md')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')

const verifier: Verifier = [
  {
    id: 'headings',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        lines(after).filter((line) => /^#+ /.test(line) && !line.includes('{{')),
        [
          '# Workshop manual',
          '## 1 Welcome to Kiln Lane',
          '### 1.1 Quiet hours',
          '## 2 Machines',
          '### 2.1 The saw',
          '#### 2.1.1 Blades',
          '##### 2.1.1.1 First aid',
          '#### 2.1.2 After work',
          '### 2.2 Dust',
          '## 3 Closing',
        ],
      ),
  },
  {
    id: 'text-filled',
    weight: 3,
    test: ({ after }) => {
      for (const line of [
        'Take a locker. At most 3 people per bench.',
        'From {{quiet}}, also at the bench.',
        'Box at Kiln Lane, left of the bench.',
        'Empty the bench bag and your Locker; the bench stays clean.',
        'Lights off, {{name}}.',
      ])
        assert.ok(lines(after).includes(line), `no line: ${line}`)
    },
  },
  {
    id: 'code-kept',
    weight: 2,
    test: ({ after }) => assert.match(textOf(after, 'manual.md'), /```sh\n# \{\{house\}\} \(\(guards\)\)\n```/),
  },
  {
    id: 'others-not-told',
    weight: 3,
    test: ({ after }) => {
      lines(after)
      for (const name of ['manual.md', 'index.csv', 'build.json'])
        assert.doesNotMatch(textOf(after, name), /master|Keys|keys\.md|safe|till|<!--|include:/, name)
    },
  },
  {
    id: 'index',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        tableOf(after, 'index.csv', ['term', 'sections']).map((row) => `${row.term}: ${row.sections}`),
        ['bench: 1 1.1 2.1.1.1 2.2', 'blunt blades: 2.1.1', 'guards: 2.1', 'locker: 1 2.2'],
      ),
  },
  {
    id: 'build-record',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(jsonOf(after, 'build.json'), {
        parts: ['welcome.md', 'machines.md', 'closing.md'],
        included: ['saw.md', 'first-aid.md'],
        missing: ['lathe.md'],
        unknown: ['quiet', 'name'],
      }),
  },
  {
    id: 'line-for-line',
    weight: 1,
    test: ({ after }) => assert.equal(lines(after).length, 21),
  },
  {
    id: 'sources-kept',
    weight: 1,
    test: ({ before, after }) => {
      lines(after)
      untouched({ before, after })
    },
  },
]
export default verifier
