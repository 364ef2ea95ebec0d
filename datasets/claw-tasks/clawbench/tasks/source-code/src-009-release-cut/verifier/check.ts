import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, textOf, untouched } from '../../../../../kit/verify.ts'

const source = (files: Files, name: string): string => textOf(files, `release/src/${name}`).trimEnd()
const functions = (files: Files, name: string): string =>
  [...source(files, name).matchAll(/^def (\w+)/gm)].map(([, one]) => one).join(' ')

const kiosk = `"""The touch screen at the door."""
from ledger import dump, checkout
from rates import fee

TITLE = "lend a tool"


def show(tool, who):
    # lend() prints nothing
    price = fee(tool)
    return TITLE, checkout(tool, who), price


def close():
    return dump()`

const verifier: Verifier = [
  {
    id: 'version',
    weight: 2,
    test: ({ after }) => assert.equal(textOf(after, 'release/VERSION').trim(), '3.10.0'),
  },
  {
    id: 'due-functions-gone',
    weight: 4,
    test: ({ after }) => {
      assert.equal(functions(after, 'ledger.py'), 'checkout book scrap dump_line dump')
      assert.equal(functions(after, 'rates.py'), 'fee')
    },
  },
  {
    id: 'what-belongs-to-them-gone',
    weight: 2,
    test: ({ after }) => {
      for (const part of ['Kept for the kiosk', '@traced', 'audit'])
        assert.ok(!source(after, 'ledger.py').includes(part), part)
      assert.ok(!source(after, 'rates.py').includes('#'), 'a comment is left')
      assert.match(source(after, 'ledger.py'), /LOG = \[\]\n\n\ndef checkout[\s\S]*"amount": amount\}\n\n\ndef scrap/)
    },
  },
  {
    id: 'callers-rewritten',
    weight: 3,
    test: ({ after }) => {
      assert.match(source(after, 'ledger.py'), /return book\(tool, who, fee\(tool, 2\) or fee\(tool\)\)/)
      assert.match(source(after, 'ledger.py'), /^from rates import fee\nfrom tracing import traced\n/m)
    },
  },
  { id: 'kiosk-whole', weight: 3, test: ({ after }) => assert.equal(source(after, 'kiosk.py'), kiosk) },
  {
    id: 'quotes-kept',
    weight: 1,
    test: ({ after }) => {
      assert.ok(source(after, 'ledger.py').includes('once there was lend(), now'), 'docstring')
      assert.ok(source(after, 'ledger.py').includes('f"lend {who}"'), 'log line')
    },
  },
  {
    id: 'removal-record',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(jsonOf(after, 'release/removal.json'), {
        removed: { audit_print: null, lend: 'checkout', mid_fee: 'fee', old_fee: 'fee', write_off: null },
        blocked: ['dump', 'dump_line'],
        later: ['scrap'],
      }),
  },
  {
    id: 'notes',
    weight: 2,
    test: ({ after }) => {
      const lines = textOf(after, 'release/NOTES.md')
        .split('\n')
        .map((line) => line.trim())
      assert.deepEqual(
        lines.filter((line) => line !== ''),
        [
          '# 3.10.0',
          '## Features',
          '- Photos on the touch screen (#42)',
          '- Loans for two (#45)',
          '## Fixes',
          '- Fees of Sundays, counted once (#41)',
          '- Printer wakes up (#44)',
          '## Removed',
          '- audit_print',
          '- lend (use checkout)',
          '- mid_fee (use fee)',
          '- old_fee (use fee)',
          '- write_off',
        ],
      )
    },
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      textOf(after, 'release/removal.json')
      untouched({ before, after })
    },
  },
]
export default verifier
