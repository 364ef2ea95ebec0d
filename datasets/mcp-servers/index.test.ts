import { existsSync, readFileSync } from 'node:fs'
import { byCodeUnit } from '@lawbook/base'
import { fromJsonLines } from '@lawbook/dataset'
import { type Skill, tokens } from '@lawbook/skills'
import { describe, expect, it } from 'vitest'
import { isEnglish } from './english.ts'
import { mcpServers } from './index.ts'

const built = existsSync(new URL('./build/manifest.json', import.meta.url))
const skills = new URL('../skill-library/build/skills.jsonl', import.meta.url)
const rowsOf = (url: URL): unknown[] => fromJsonLines(readFileSync(url, 'utf8'), url.pathname)

/** The rows of each built file of a list of entries. */
async function build(items: unknown): Promise<Record<string, Record<string, unknown>[]>> {
  const data = new TextEncoder().encode(JSON.stringify({ items }))
  const source = { package: 'p', version: '1.0.0', licence: 'MIT', path: 'list.json', data }
  const files = await mcpServers.build({ sources: async () => [source], progress: () => {} })
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, fromJsonLines(String(text), file) as Record<string, unknown>[]]),
  )
}
const kettle = { id: 'k', name: 'kettle', description: 'Boils water for the tea.', url: 'https://example.org/a/kettle' }

describe('the build', () => {
  it('makes a skill without a body of an entry, category before tags', async () => {
    const files = await build([{ ...kettle, category: 'Kitchen', tags: ['kitchen', 'Hot'] }])
    const { id, name, description } = { ...kettle, id: 'p@1.0.0:k' }
    const rest = { body: '', package: 'p', licence: 'MIT', tags: ['kitchen', 'hot'] }
    expect(files['servers.jsonl']).toEqual([{ id, name, description, ...rest }])
  })

  it.each<[string, object, object]>([
    ['list-marks', { description: '🔒 / - Boils water.' }, { description: 'Boils water.' }],
    ['markdown-link', { description: '[Boils](https://x.org) water.' }, { description: 'Boils water.' }],
    ['cut-short', { description: 'Boils wat…' }, { description: 'Boils wat…' }],
    ['white-space', { description: 'Boils  water.\n' }, { description: 'Boils water.' }],
    ['markup-in-tags', { category: '💻 <a name="x"></a>Kitchen' }, { tags: ['kitchen'] }],
    ['registry-name', { name: 'org.example/kettle' }, { name: 'org.example/kettle' }],
  ])('reads through %s and counts it alone', async (rule, changes, read) => {
    const files = await build([{ ...kettle, ...changes }])
    expect(files['servers.jsonl']).toMatchObject([read])
    expect(files['warnings.jsonl']!.filter(({ n }) => n !== 0)).toEqual([{ rule, n: 1, servers: ['p@1.0.0:k'] }])
  })

  it('counts every server whose repository appears twice, however its address is written', async () => {
    const pot = { ...kettle, id: 'pot', name: 'pot', url: 'HTTPS://www.example.org/A/kettle.git?tab=readme' }
    const lid = { ...kettle, id: 'lid', name: 'lid', url: 'https://example.org/a/kettle/tree/main/lid' }
    const cup = { ...kettle, id: 'cup', name: 'cup', url: 'https://example.org/a/cup' }
    const files = await build([kettle, pot, lid, cup, { ...cup, id: 'x', name: 'x', url: 3 }])
    expect(files['warnings.jsonl']!.find(({ rule }) => rule === 'repository-twice')).toMatchObject({
      n: 3,
      servers: ['p@1.0.0:k', 'p@1.0.0:lid', 'p@1.0.0:pot'],
    })
    expect(files['servers.jsonl']).toHaveLength(5)
  })

  it('drops nothing without a reason', async () => {
    const files = await build([
      { ...kettle, id: 'b', name: 'Org.Example/Kettle', description: 'boils water, for the tea' },
      { ...kettle, id: 'a' },
      { ...kettle, id: 'c', name: 'other' },
      { id: 'd', name: '—', description: 'Boils.' },
      { id: 'e', name: 'e', description: 7 },
      { id: 'f', name: 'f', description: 'A server that [describe it here]' },
      { id: 'g', name: 'g', description: 'Kocht das Wasser für den Tee' },
      null,
    ])
    const ids = (file: string, field: string): unknown[] => files[file]!.map((row) => row[field])
    expect(ids('servers.jsonl', 'id')).toEqual(['p@1.0.0:a', 'p@1.0.0:c'])
    expect(files['excluded.jsonl']).toEqual([
      { server: 'p@1.0.0:#7', reason: 'no name', of: null },
      { server: 'p@1.0.0:b', reason: 'duplicate', of: 'p@1.0.0:a' },
      { server: 'p@1.0.0:d', reason: 'no name', of: null },
      { server: 'p@1.0.0:e', reason: 'no description', of: null },
      { server: 'p@1.0.0:f', reason: 'placeholder', of: null },
      { server: 'p@1.0.0:g', reason: 'not English', of: null },
    ])
    expect(files['ledger.jsonl']).toMatchObject([
      { planned: 8, used: 2, excluded: [{ reason: 'no name', n: 2 }, {}, {}, {}, {}] },
    ])
  })

  it('refuses what is no list, and two servers with one id', async () => {
    await expect(build({ k: kettle })).rejects.toMatchObject({ code: 'LB_SCHEMA' })
    await expect(build([kettle, kettle])).rejects.toMatchObject({ code: 'LB_DUPLICATE_ID' })
  })
})

describe('isEnglish', () => {
  it.each<[string, boolean]>([
    ['Boils water for the tea', true],
    ['PostgreSQL, MySQL, Redis', true],
    ['Finds cafés in La Palma, with prices', true],
    ['Serveur pour la cuisson de l’eau', false],
    ['煮水 für tea', false],
    ['用于煮水的服务器', false],
  ])('%s: %s', (text, expected) => expect(isEnglish(text)).toBe(expected))
})

describe.skipIf(!built)('the built servers', () => {
  it('balance, are sorted, unique, and have a name and a description and no body', async () => {
    const { servers, planned, excluded } = await mcpServers.load()
    expect(planned).toBe(2282)
    expect(servers.length + Object.values(excluded).reduce((sum, n) => sum + n, 0)).toBe(planned)
    expect(servers.filter(({ name, description, body }) => name === '' || description === '' || body !== '')).toEqual(
      [],
    )
    const ids = servers.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort(byCodeUnit))
    expect(ids.every((id) => id.startsWith('cc-recommender@0.9.0:'))).toBe(true)
  })

  it('hold the two entries of the one repository that the README names', () => {
    const warnings = rowsOf(new URL('./build/warnings.jsonl', import.meta.url))
    expect(warnings).toContainEqual(expect.objectContaining({ rule: 'repository-twice', n: 2 }))
  })

  it.skipIf(!existsSync(skills))('are no near-duplicates of skills: what the README says of them', async () => {
    const library = rowsOf(skills) as Skill[]
    const termsOf = ({ name, description }: Skill): Set<string> => new Set(tokens(`${name} ${description}`))
    const skillTerms = library.map(termsOf)
    const nearest = (await mcpServers.load()).servers.map((server) => {
      const terms = termsOf(server)
      return Math.max(...skillTerms.map((other) => jaccard(terms, other)))
    })
    expect(nearest.filter((similarity) => similarity >= 0.8)).toHaveLength(0)
    expect(nearest.filter((similarity) => similarity >= 0.4)).toHaveLength(1)
  })
})

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const term of a) if (b.has(term)) shared++
  return shared / (a.size + b.size - shared)
}
