import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (files: Files): string[] =>
  tableOf(files, 'links.csv', ['file', 'line', 'target', 'problem']).map((row) =>
    [row.file, row.line, row.target, row.problem].join(' '),
  )
const targets = (files: Files): string[] => rows(files).map((row) => row.split(' ')[2]!)

const verifier: Verifier = [
  {
    id: 'files-missing',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).filter((row) => row.endsWith(' no-file')),
        [
          'docs/guide/usage.md 4 install.md no-file',
          'docs/guide/usage.md 9 ../faq.md#why no-file',
          'docs/guide/usage.md 9 ../faq.md#why no-file',
          'docs/index.md 3 faq.md no-file',
          'docs/index.md 6 img/map.svg no-file',
          'docs/index.md 8 img/ no-file',
        ],
      ),
  },
  {
    id: 'anchors-missing',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).filter((row) => row.endsWith(' no-anchor')),
        [
          'docs/guide/usage.md 3 ../install.md#steps-2 no-anchor',
          'docs/guide/usage.md 5 #First-Run no-anchor',
          'docs/index.md 8 #later no-anchor',
        ],
      ),
  },
  {
    id: 'good-ones-left-out',
    weight: 3,
    test: ({ after }) => {
      const good = [
        'install.md#steps',
        '../install.md#steps',
        '#steps-1',
        './guide/../guide/usage.md',
        '../img/plan.svg#layer',
      ]
      assert.ok(targets(after).length > 0, 'nothing found at all')
      for (const one of good) assert.ok(!targets(after).includes(one), one)
    },
  },
  {
    id: 'code-left-out',
    weight: 2,
    test: ({ after }) => {
      assert.ok(targets(after).length > 0, 'nothing found at all')
      for (const one of ['missing.md', 'nowhere.md']) assert.ok(!targets(after).includes(one), one)
    },
  },
  {
    id: 'in-order',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(targets(after), [
        '../install.md#steps-2',
        'install.md',
        '#First-Run',
        '../faq.md#why',
        '../faq.md#why',
        'faq.md',
        'img/map.svg',
        '#later',
        'img/',
      ]),
  },
  {
    id: 'docs-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
