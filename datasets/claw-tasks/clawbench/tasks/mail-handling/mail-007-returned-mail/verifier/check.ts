import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const columns = ['address', 'name', 'company', 'language', 'status']
const clean = (after: Files) => tableOf(after, 'contacts_clean.csv', columns)
const bounces = (after: Files) => tableOf(after, 'bounces.csv', ['address', 'permanent', 'temporary'])
const status = (after: Files, address: string, expected: string): void =>
  assert.equal(clean(after).find((row) => row.address!.toLowerCase() === address)?.status, expected, address)
const counted: readonly [address: string, permanent: number, temporary: number][] = [
  ['bea@lowtower.example', 0, 1],
  ['kit@glenfold.example', 1, 0],
  ['nils@quiet.example', 1, 0],
  ['ola@mirefarm.example', 0, 3],
  ['old@gone.example', 1, 0],
  ['vera@stonebank.example', 1, 1],
]

const verifier: Verifier = [
  {
    id: 'who-bounced',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        bounces(after).map((row) => row.address),
        counted.map(([address]) => address),
      ),
  },
  {
    id: 'counts',
    weight: 3,
    test: ({ after }) => {
      for (const [k, [, permanent, temporary]] of counted.entries()) {
        near(bounces(after)[k]?.permanent, permanent, 0)
        near(bounces(after)[k]?.temporary, temporary, 0)
      }
    },
  },
  {
    id: 'removed',
    weight: 3,
    test: ({ after }) => {
      status(after, 'kit@glenfold.example', 'removed')
      status(after, 'vera@stonebank.example', 'removed')
    },
  },
  { id: 'suspended', weight: 3, test: ({ after }) => status(after, 'ola@mirefarm.example', 'suspended') },
  {
    id: 'left-alone',
    weight: 3,
    test: ({ after }) => {
      for (const address of ['bea@lowtower.example', 'tam@eastbarn.example', 'uma@cedar.example'])
        status(after, address, 'active')
      status(after, 'nils@quiet.example', 'unsubscribed')
    },
  },
  {
    id: 'other-cells',
    weight: 1,
    test: ({ before, after }) => {
      const rest = (rows: Record<string, string>[]) =>
        rows.map((row) => [row.address, row.name, row.company, row.language])
      assert.deepEqual(rest(clean(after)), rest(tableOf(before, 'contacts.csv', columns)))
      untouched({ before, after })
    },
  },
]
export default verifier
