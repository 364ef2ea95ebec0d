import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, textOf, untouched } from '../../../../../kit/verify.ts'

const part = (files: Files, name: string): unknown => jsonOf(files, 'references.json')[name]
const paper = `# Weighing honey

Boxes differ [@moor15; @okafor19]. Twice [@moor15, p. 2; @okafor19].
Prices rise [@prices; @brekke98], again [@brekke04].
Ask okafor2019@apis.example, not [@okafor19].

\`\`\`text
[@moor16] is a key
\`\`\`

## References

To come.`

const verifier: Verifier = [
  {
    id: 'merged',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(part(after, 'merged'), { moor2015b: 'moor15', moor16: 'moor15', okafor2019: 'okafor19' }),
  },
  {
    id: 'conflicts',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(part(after, 'conflicts'), { moor15: ['author', 'title', 'year'], okafor19: ['title'] }),
  },
  {
    id: 'incomplete',
    weight: 3,
    test: ({ after }) => assert.deepEqual(part(after, 'incomplete'), { brekke04: ['publisher'], prices: ['year'] }),
  },
  {
    id: 'keys-redirected',
    weight: 3,
    test: ({ after }) => {
      const lines = textOf(after, 'paper_new.md').split('\n')
      assert.equal(lines[2], paper.split('\n')[2])
      assert.equal(lines[4], paper.split('\n')[4])
    },
  },
  {
    id: 'paper-whole',
    weight: 2,
    test: ({ after }) => assert.equal(textOf(after, 'paper_new.md').trimEnd(), paper),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      jsonOf(after, 'references.json')
      untouched({ before, after })
    },
  },
]
export default verifier
