import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { routers } from '../src/index.ts'

const page = fileURLToPath(new URL('../../../docs/tables/routers.md', import.meta.url))

test('docs/tables/routers.md lists every router with its kin, its cost class, what it needs and where it comes from', async () => {
  const rows = routers.map(({ id, title, kin, kind, cost, needs = [], source }) =>
    [`\`${id}\``, title, kin, kind, cost, needs.join(', ') || '–', source].join(' | '),
  )
  const kins = new Set(routers.map(({ kin }) => kin)).size
  const text = [
    '# Local routers',
    '',
    `${routers.length} local routers of ${kins} kins: retrieval programs, not language models. Kin share a method and are not`,
    'independent replicates. Written by packages/routers/test/table.test.ts; measured times stand in bench-routing.md.',
    '',
    '| id | router | kin | kind | cost | reads beside the library | source |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n')
  await expect(text).toMatchFileSnapshot(page)
})
