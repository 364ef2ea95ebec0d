import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (files: Files): string[] =>
  tableOf(files, 'findings.csv', ['line', 'module', 'name']).map((row) => `${row.line} ${row.module} ${row.name}`)
const names = (files: Files): string[] => rows(files).map((row) => row.split(' ')[2]!)

const verifier: Verifier = [
  {
    id: 'unused-found',
    weight: 4,
    test: ({ after }) => {
      for (const name of ['json', 'tree', 'Counter', 'string', 'textwrap']) assert.ok(names(after).includes(name), name)
    },
  },
  {
    id: 'used-left-out',
    weight: 3,
    test: ({ after }) => {
      const used = ['csv', 'os', 'os.path', 'defaultdict', 'day', 'date', 'timedelta', 'Path']
      assert.ok(names(after).length > 0, 'nothing found at all')
      for (const name of used) assert.ok(!names(after).includes(name), `${name} is used`)
    },
  },
  {
    id: 'special-left-out',
    weight: 1,
    test: ({ after }) => {
      assert.ok(names(after).length > 0, 'nothing found at all')
      for (const name of ['annotations', '*']) assert.ok(!names(after).includes(name), `${name} is listed`)
    },
  },
  {
    id: 'rows-in-order',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(rows(after), [
        '5 json json',
        '7 xml.etree.ElementTree tree',
        '8 collections Counter',
        '11 string string',
        '11 textwrap textwrap',
      ]),
  },
  {
    id: 'module-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
