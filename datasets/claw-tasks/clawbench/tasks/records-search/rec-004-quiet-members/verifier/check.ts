import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'result.csv', ['member', 'name', 'email', 'last_loan'])
const members = (after: Files): (string | undefined)[] => {
  const found = rows(after).map(({ member }) => member)
  assert.ok(found.length > 0, 'nobody is listed')
  return found
}

const verifier: Verifier = [
  { id: 'never-borrowed', weight: 3, test: ({ after }) => assert.deepEqual(members(after).slice(0, 2), ['M3', 'M6']) },
  {
    id: 'all-quiet',
    weight: 3,
    test: ({ after }) => assert.deepEqual(members(after).sort(), ['M1', 'M3', 'M6', 'M7']),
  },
  { id: 'order', weight: 2, test: ({ after }) => assert.deepEqual(members(after), ['M3', 'M6', 'M7', 'M1']) },
  {
    id: 'last-loans',
    weight: 2,
    test: ({ after }) => {
      const last = rows(after).map(({ member, last_loan }) => `${member} ${last_loan}`)
      assert.deepEqual(last.sort(), ['M1 2025-04-15', 'M3 ', 'M6 ', 'M7 2022-02-02'])
    },
  },
  {
    id: 'addresses',
    weight: 1,
    test: ({ after }) => {
      const lines = rows(after).map(({ name, email }) => `${name}|${email}`)
      for (const line of ['Ada Brink|ada@brink.example', 'Mia Roth|', 'Jan Reed|jan@reed.example', 'Eva Noll|'])
        assert.ok(lines.includes(line), line)
    },
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      members(after)
      untouched({ before, after })
    },
  },
]
export default verifier
