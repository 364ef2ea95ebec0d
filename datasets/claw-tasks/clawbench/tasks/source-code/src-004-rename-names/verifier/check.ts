import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, textOf, untouched } from '../../../../../kit/verify.ts'

/** Line (from 1) of the right module, without its indentation. */
const lines = (files: Files, ...wanted: readonly number[]): string[] => {
  const all = textOf(files, 'module_new.py').split('\n')
  return wanted.map((at) => (all[at - 1] ?? '').trim())
}

const verifier: Verifier = [
  {
    id: 'names-renamed',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(lines(after, 4, 8, 14, 16), [
        'price = 0.5',
        'def weigh_item(item, gross):',
        'gross = 0',
        'gross += weigh_item(item, gross)',
      ]),
  },
  {
    id: 'all-at-once',
    weight: 3,
    test: ({ after }) => assert.deepEqual(lines(after, 10, 22), ['return total * price', 'subtotal = total']),
  },
  {
    id: 'attributes-and-keywords',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(lines(after, 9, 21), [
        'total = item.total - scale.tare(total=gross)',
        'total = day(scale.read(rate=price))',
      ]),
  },
  {
    id: 'quotes-and-comments',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(lines(after, 1, 5, 17, 18), [
        '"""Count what the scale says: net and total."""',
        'gross = 0  # total of the day',
        'print("total:", gross, \'rate\', price)',
        'return {"total": gross, "rate": price}',
      ]),
  },
  {
    id: 'counts',
    weight: 2,
    test: ({ after }) => {
      const counts = jsonOf(after, 'renamed.json')
      for (const [name, count] of [
        ['total', 8],
        ['net', 4],
        ['rate', 5],
        ['weigh', 2],
      ] as const)
        near(counts[name], count)
    },
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      assert.equal(textOf(after, 'module_new.py').trimEnd().split('\n').length, 22)
      untouched({ before, after })
    },
  },
]
export default verifier
