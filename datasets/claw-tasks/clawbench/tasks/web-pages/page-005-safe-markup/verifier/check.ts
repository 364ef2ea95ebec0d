import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, textOf, untouched } from '../../../../../kit/verify.ts'

const lines = (after: Files) =>
  textOf(after, 'clean.html')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const has = (after: Files, line: string): void => assert.ok(lines(after).includes(line), `there is no line ${line}`)

const verifier: Verifier = [
  {
    id: 'nothing-dangerous',
    weight: 4,
    test: ({ after }) =>
      assert.doesNotMatch(
        textOf(after, 'clean.html'),
        /script|onclick|onerror|data:|iframe|<style|color|<!--|film|alert/i,
      ),
  },
  {
    id: 'tags-and-attributes',
    weight: 3,
    test: ({ after }) => {
      has(after, 'The <em>skiff</em>')
      has(after, '<ul><li>one two</li><li>three</li></ul>')
      has(after, '<p>Nice boat &amp; crew. <a title="Quay" href="https://quay.example/?a=1&amp;b=2">see</a></p>')
    },
  },
  {
    id: 'links',
    weight: 3,
    test: ({ after }) => {
      has(
        after,
        '<p><a>click</a> <a>or</a> <a href="/hire?at=10:30">hire</a> <a href="mailto:desk@quay.example">mail</a></p>',
      )
      has(after, '<p><a>this</a> <a href="HTTPS://quay.example">that</a></p>')
    },
  },
  {
    id: 'pictures',
    weight: 2,
    test: ({ after }) => has(after, '<img alt="dot"><img src="pics/skiff.svg" alt="a > b">'),
  },
  { id: 'text-untouched', weight: 2, test: ({ after }) => has(after, '<p>3 &lt; 4</p>') },
  { id: 'nothing-more', weight: 2, test: ({ after }) => assert.equal(lines(after).length, 7) },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      lines(after)
      untouched({ before, after })
    },
  },
]
export default verifier
