import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, textOf, untouched } from '../../../../../kit/verify.ts'

const list = (files: Files): string[] => {
  const text = textOf(files, 'handbook_new.md')
  const between = /<!-- toc -->\n([\s\S]*?)<!-- \/toc -->/.exec(text)?.[1]
  assert.ok(between !== undefined, 'the markers are gone')
  return between
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
}
const around = (text: string): string => text.replace(/(<!-- toc -->)[\s\S]*?(<!-- \/toc -->)/, '$1$2').trimEnd()

const verifier: Verifier = [
  {
    id: 'titles',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        list(after).map((line) => /\[(.*)\]/.exec(line)?.[1]),
        [
          'Opening hours',
          'Summer',
          'Winter',
          'Books & maps',
          'Summer',
          "What's new?",
          'Using `scan`',
          'Details',
          'Summer',
        ],
      ),
  },
  {
    id: 'plain-anchors',
    weight: 3,
    test: ({ after }) => {
      const text = list(after).join('\n')
      for (const one of ['opening-hours', 'winter', 'books--maps', 'whats-new', 'using-scan'])
        assert.ok(text.includes(`(#${one})`), one)
    },
  },
  {
    id: 'repeated-anchors',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        list(after)
          .filter((line) => /summer|details/i.test(line))
          .map((line) => /\(#(.*)\)/.exec(line)?.[1]),
        ['summer', 'summer-1', 'details-1', 'summer-2'],
      ),
  },
  {
    id: 'levels',
    weight: 2,
    test: ({ after }) =>
      assert.equal(
        list(after)
          .map((line) => line.indexOf('- ['))
          .join(' '),
        '0 2 2 0 2 2 0 0 2',
      ),
  },
  {
    id: 'text-around-kept',
    weight: 2,
    test: ({ before, after }) => {
      list(after)
      assert.equal(around(textOf(after, 'handbook_new.md')), around(textOf(before, 'handbook.md')))
      assert.notEqual(textOf(after, 'handbook_new.md'), textOf(before, 'handbook.md'))
    },
  },
  {
    id: 'input-kept',
    weight: 1,
    test: ({ before, after }) => {
      list(after)
      untouched({ before, after })
    },
  },
]
export default verifier
