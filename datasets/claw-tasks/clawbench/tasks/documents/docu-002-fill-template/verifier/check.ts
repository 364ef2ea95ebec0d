import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, textOf, untouched } from '../../../../../kit/verify.ts'

const lines = (files: Files): string[] =>
  textOf(files, 'letter.md')
    .split('\n')
    .map((line) => line.trimEnd())
/** Which lines have text and which are empty: `x` and `-`. */
const shape = (text: string): string => text.trimEnd().replace(/^.*$/gm, (line) => (line.trim() === '' ? '-' : 'x'))

const verifier: Verifier = [
  {
    id: 'values-in',
    weight: 3,
    test: ({ after }) =>
      assert.equal(lines(after)[2], "You come on 2026-11-20 at nine o'clock, by the 7:40 from Nordby."),
  },
  {
    id: 'fallbacks',
    weight: 3,
    test: ({ after }) => {
      assert.equal(lines(after)[0], '# Welcome, dear guest Ada Fenn')
      assert.equal(lines(after)[3], 'You bring 0 more people; no wishes for lunch.')
    },
  },
  {
    id: 'values-not-filled-again',
    weight: 2,
    test: ({ after }) => assert.equal(lines(after)[5], 'Your note: "I love {{day}} and $& signs"'),
  },
  {
    id: 'missing-marked',
    weight: 2,
    test: ({ after }) =>
      assert.equal(
        lines(after)[7],
        'Call [MISSING guest.phone] or [MISSING host.name]; again: [MISSING guest.phone], room to be told.',
      ),
  },
  {
    id: 'plain-braces',
    weight: 2,
    test: ({ after }) => assert.equal(lines(after)[9], 'Write {{name}} on the door if you like, Ada Fenn.'),
  },
  {
    id: 'nothing-added',
    weight: 1,
    test: ({ before, after }) => assert.equal(shape(textOf(after, 'letter.md')), shape(textOf(before, 'template.md'))),
  },
  {
    id: 'missing-listed',
    weight: 2,
    test: ({ after }) => assert.deepEqual(jsonOf(after, 'missing.json'), ['guest.phone', 'host.name']),
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
