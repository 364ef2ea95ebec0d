import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, textOf, untouched } from '../../../../../kit/verify.ts'

const product = (files: Files): string => textOf(files, 'module_new.py')
/** Lines of the input that have to be gone, from 1. */
const gone = [2, 12, 15, 16, 17, 18, 19, 33, 34]

const verifier: Verifier = [
  {
    id: 'prints-gone',
    weight: 3,
    test: ({ after }) => {
      for (const part of ['no rate for', 'running total', 'DEBUG bad code'])
        assert.ok(!product(after).includes(part), part)
      assert.ok(!/^\s*print\(\s*$/m.test(product(after)), 'half a print is left')
    },
  },
  {
    id: 'debugger-gone',
    weight: 2,
    test: ({ after }) => {
      assert.ok(!product(after).includes('pdb'), 'pdb is left')
      assert.ok(!/^\s*breakpoint\(\)/m.test(product(after)), 'a breakpoint is left')
    },
  },
  {
    id: 'blocks-whole',
    weight: 3,
    test: ({ after }) => {
      assert.match(product(after), /not in rates:\n {12}pass\n {8}else:\n/)
      assert.match(product(after), /except ValueError:\n {8}pass\n {4}else:\n/)
      assert.equal(product(after).match(/\bpass\b/g)!.length, 2)
    },
  },
  {
    id: 'text-kept',
    weight: 3,
    test: ({ after }) => {
      for (const part of [
        'HELP = \'type breakpoint() to stop, print("DEBUG x") to look\'',
        '    print("DEBUG", discount(total, "SPRING10"))',
        '    # print("DEBUG left here on purpose")',
        '    print("no discount for DEBUG codes", code)',
        '    print("total (without tax):", total)',
      ])
        assert.ok(product(after).split('\n').includes(part), `not there: ${part}`)
    },
  },
  {
    id: 'rest-the-same',
    weight: 2,
    test: ({ before, after }) => {
      const wanted = textOf(before, 'module.py')
        .split('\n')
        .filter((_, at) => !gone.includes(at + 1))
      const rest = product(after)
        .split('\n')
        .filter((line) => line.trim() !== 'pass')
      assert.equal(rest.join('\n').trimEnd(), wanted.join('\n').trimEnd())
    },
  },
  {
    id: 'input-kept',
    weight: 1,
    test: ({ before, after }) => {
      product(after)
      untouched({ before, after })
    },
  },
]
export default verifier
