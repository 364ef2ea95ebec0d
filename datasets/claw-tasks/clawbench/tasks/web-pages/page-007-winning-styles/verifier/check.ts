import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const styles = (after: Files) =>
  tableOf(after, 'styles.csv', ['id', 'property', 'value']).map((row) => `${row.id} ${row.property} ${row.value}`)
const findings = (after: Files) =>
  tableOf(after, 'findings.csv', ['selector', 'problem']).map((row) => `${row.selector} ${row.problem}`)
const of = (after: Files, id: string) => styles(after).filter((line) => line.startsWith(`${id} `))
const dead = ['.note overridden', '.wide unused', '.button overridden', 'header nav a unused', 'div p unused']

const verifier: Verifier = [
  {
    id: 'specificity',
    weight: 3,
    test: ({ after }) => {
      assert.deepEqual(of(after, 'lead'), ['lead color maroon', 'lead margin 0'])
      assert.deepEqual(of(after, 'side'), ['side color navy', 'side margin 2em'])
      assert.deepEqual(of(after, 'foot'), ['foot color gray', 'foot margin 1em'])
    },
  },
  {
    id: 'later-wins',
    weight: 2,
    test: ({ after }) => assert.deepEqual(of(after, 'text'), ['text color green', 'text margin 0']),
  },
  {
    id: 'important-and-inline',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(of(after, 'btn'), ['btn background yellow', 'btn border none', 'btn color blue']),
  },
  { id: 'no-more-styles', weight: 1, test: ({ after }) => assert.equal(styles(after).length, 11) },
  { id: 'dead-selectors', weight: 4, test: ({ after }) => assert.deepEqual(findings(after), dead) },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      findings(after)
      untouched({ before, after })
    },
  },
]
export default verifier
