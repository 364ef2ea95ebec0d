import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'changes.csv', ['path', 'kind', 'old', 'new'])
const changes: readonly (readonly string[])[] = [
  ['auth.admin_password', 'added', '', '***'],
  ['auth.token', 'changed', '***', '***'],
  ['auth.users[jo]', 'added', '', '"jo"'],
  ['extra.region.zone', 'added', '', '"b"'],
  ['limits.burst', 'changed', '20', '40'],
  ['mirrors[east].name', 'added', '', '"east"'],
  ['mirrors[east].url', 'added', '', '"https://e.example"'],
  ['mirrors[east].weight', 'added', '', '1'],
  ['mirrors[north].name', 'removed', '"north"', ''],
  ['mirrors[north].url', 'removed', '"https://n.example"', ''],
  ['mirrors[north].weight', 'removed', '1', ''],
  ['mirrors[south].weight', 'changed', '1', '2'],
  ['note', 'removed', '"on"', ''],
  ['service.port', 'changed', '8080', '"8080"'],
  ['service.tls', 'changed', 'false', 'true'],
]
const exactly = (after: Files, wanted: (path: string) => boolean): void =>
  assert.deepEqual(
    rows(after)
      .filter((row) => wanted(row.path!))
      .map((row) => [row.path, row.kind, row.old, row.new]),
    changes.filter(([path]) => wanted(path!)),
  )

const verifier: Verifier = [
  {
    id: 'paths-in-order',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map((row) => row.path),
        changes.map(([path]) => path),
      ),
  },
  { id: 'lists-of-maps', weight: 3, test: ({ after }) => exactly(after, (path) => path.startsWith('mirrors')) },
  { id: 'plain-lists', weight: 2, test: ({ after }) => exactly(after, (path) => path.startsWith('auth.users')) },
  { id: 'numbers-and-texts', weight: 2, test: ({ after }) => exactly(after, (path) => /^(limits|service)/.test(path)) },
  { id: 'masked', weight: 3, test: ({ after }) => exactly(after, (path) => /token|password/.test(path)) },
  { id: 'whole-branches', weight: 1, test: ({ after }) => exactly(after, (path) => /^(extra|note)/.test(path)) },
  {
    id: 'files-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
