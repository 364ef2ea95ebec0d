import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'recipients.csv', ['address', 'name', 'field'])
const expected = [
  ['marek@tideline.example', 'Marek Osei', 'to'],
  ['a.roy@tideline.example', 'Roy, Anjali', 'to'],
  ['press@harbourpost.example', '', 'to'],
  ['zoe.lindqvist@tideline.example', 'Zoë Lindqvist', 'cc'],
  ['night-desk@harbourpost.example', 'Night desk', 'cc'],
]

const verifier: Verifier = [
  {
    id: 'addresses',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after)
          .map((row) => row.address)
          .sort(),
        expected.map(([address]) => address).sort(),
      ),
  },
  {
    id: 'order',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map((row) => row.address),
        expected.map(([address]) => address),
      ),
  },
  {
    id: 'names',
    weight: 3,
    test: ({ after }) => {
      for (const [address, name] of expected)
        assert.equal(rows(after).find((row) => row.address === address)?.name, name)
    },
  },
  {
    id: 'fields',
    weight: 1,
    test: ({ after }) => {
      for (const [address, , field] of expected)
        assert.equal(
          rows(after)
            .find((row) => row.address === address)
            ?.field?.toLowerCase(),
          field,
        )
    },
  },
  {
    id: 'message-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
