import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, textOf, untouched } from '../../../../../kit/verify.ts'

const paper = (files: Files): string => textOf(files, 'paper_new.md')
const has = (files: Files, part: string): void => assert.ok(paper(files).includes(part), `not there: ${part}`)

const verifier: Verifier = [
  {
    id: 'plain-numbers',
    weight: 3,
    test: ({ after }) => {
      has(after, 'Boxes differ [1, 2].')
      has(after, 'All of them [2-4], some [1, 2, 4]\n')
      has(after, 'To the bees [1-4].')
    },
  },
  {
    id: 'places',
    weight: 3,
    test: ({ after }) => {
      has(after, 'Nobody agrees [3, p. 4; 4].')
      has(after, 'or only [1; 2, ch. 2].')
    },
  },
  { id: 'unknown-key', weight: 2, test: ({ after }) => has(after, 'and [1, ?], or') },
  {
    id: 'no-citations-left-alone',
    weight: 2,
    test: ({ after }) => {
      has(after, 'Write to jette@apis.example, or ask @dietz2012 by name.')
      has(after, '```text\n[@dietz2012] is how you cite\n```')
    },
  },
  {
    id: 'reference-list',
    weight: 4,
    test: ({ after }) => {
      const list = /## References\n([\s\S]*?)\n## Thanks\n/.exec(paper(after))?.[1]
      assert.deepEqual(
        list
          ?.split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        [
          '[1] Moor, Jette (2015). Bees and Boxes. Apis.',
          '[2] Okafor, Ada; Lund, Pia (2019). Weighing without Scales. Measures.',
          '[3] Haas, Kim; Moor, Jette; Abel, Finn (2021). Tare, Again. Measures.',
          '[4] Brekke, Tomas (2004). Honey by the Pound. Kiln Lane Press.',
        ],
      )
    },
  },
  {
    id: 'references-json',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(jsonOf(after, 'references.json'), {
        order: ['moor2015', 'okafor2019', 'haas2021', 'brekke2004'],
        missing: ['nemo1999'],
        uncited: ['dietz2012'],
      }),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      paper(after)
      untouched({ before, after })
    },
  },
]
export default verifier
