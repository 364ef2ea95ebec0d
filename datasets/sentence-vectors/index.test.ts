import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { byCodeUnit, downloadPath, sha256 } from '@lawbook/base'
import { mcpServers } from '@lawbook/mcp-servers'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import { askedTexts, exposed, listings, type Skill } from '@lawbook/skills'
import { describe, expect, it } from 'vitest'
import { dimensions, encoderOf } from './encoder.ts'
import { sentenceVectors } from './index.ts'
import sources from './sources.json' with { type: 'json' }
import { groupsOf, hashed } from './texts.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const built = existsSync(join(here, 'build', 'manifest.json'))
const weights = existsSync(downloadPath(sources.sources[0]!.integrity))

const skill = (id: string, body: string): Skill => {
  return { id, name: id, description: `Does ${id}.`, body, package: 'p', licence: 'MIT', tags: [] }
}
const request = { id: 'r', skill: 'a', wording: 'direct', domain: 'd', abstract: false, text: 'Help with a.' } as const

describe('the texts', () => {
  const library = { skills: [skill('a', 'x'.repeat(900)), skill('b', ''), { ...skill('c', ''), name: '' }] }
  const asked = askedTexts(library, [request, { ...request, id: 's' }], { skills: [skill('s', 'unseen')] })
  const texts = hashed(Object.values(asked).flat())

  it('are requests, skills under every listing and servers, each once', () => {
    const skills = ['a', 'a. Does a.', 'Does a.', `a. Does a. ${'x'.repeat(800)}`, 'b', 'b. Does b.', 'Does b.']
    const expected = ['Help with a.', ...skills, 'Does c.', 's. Does s.']
    expect(texts.map(({ text }) => text).sort(byCodeUnit)).toEqual(expected.sort(byCodeUnit))
  })

  it('are sorted by hash, and so are their groups', () => {
    const hashes = texts.map((text) => text.sha256)
    expect(hashes).toEqual(texts.map(({ text }) => sha256(text)).sort(byCodeUnit))
    const groups = groupsOf(texts)
    expect(groups.flat()).toEqual(texts)
    for (const group of groups) expect(new Set(group.map((text) => text.sha256.slice(0, 2))).size).toBe(1)
  })
})

/** Two texts, the first twice, encoded in a data set of their own by the same command. */
const tiny = (texts: string): string => `
import { sha256 } from ${JSON.stringify(join(here, '../../packages/base/src/index.ts'))}
import { defineDataset, toJsonLines } from ${JSON.stringify(join(here, '../../packages/dataset/src/index.ts'))}
import { encoderOf } from ${JSON.stringify(join(here, 'encoder.ts'))}
export default defineDataset({
  id: 'tiny',
  url: import.meta.url,
  async build({ sources }) {
    const encode = await encoderOf(await sources())
    const rows = []
    for (const text of ${texts}) rows.push({ text, sha256: sha256(new Uint8Array((await encode(text)).buffer)) })
    return { 'rows.jsonl': toJsonLines(rows) }
  },
  load: async (read) => read('rows.jsonl'),
})
`

describe('the encoder', () => {
  it('names what it lacks', async () => {
    await expect(encoderOf([])).rejects.toMatchObject({ code: 'LB_DATA_MISSING' })
  })

  const namespace = ['unshare', ...(process.getuid?.() === 0 ? [] : ['-r']), '--net']
  const sealed = spawnSync(namespace[0]!, [...namespace.slice(1), 'true']).status === 0

  it.skipIf(!weights || !sealed)('gives the pinned bits without a network, and the same text the same bits', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lawbook-encoder-'))
    try {
      const texts = ['Brew a pot of green tea.', 'A quiet place to read, with good light.', 'Brew a pot of green tea.']
      const file = { file: 'rows.jsonl', rows: 3, sha256: pinned }
      const manifest = { schema: 'lawbook/dataset@1', id: 'tiny', title: 'tiny', licence: 'none', files: [file] }
      const caps = { fileBytes: 5_000_000, unpackedBytes: 40_000_000 }
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
      writeFileSync(join(folder, 'index.ts'), tiny(JSON.stringify(texts)))
      writeFileSync(join(folder, 'sources.json'), JSON.stringify(sources))
      writeFileSync(join(folder, 'dataset.json'), JSON.stringify({ ...manifest, sources: 'sources.json', caps }))
      const command = [...namespace.slice(1), process.execPath, join(here, '../../packages/dataset/bin/dataset.js')]
      const { status, stderr } = spawnSync(namespace[0]!, command, { cwd: folder, encoding: 'utf8' })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      const rows = readFileSync(join(folder, 'build', 'rows.jsonl'), 'utf8')
        .trim()
        .split('\n')
      expect(rows[0]).toBe(rows[2])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** The hash of the rows for the texts above. */
const pinned = '894e2f3767b61e4d1c347c0f2d15ddadc06e8af093aae31dee3200bd400a8aad'

describe.skipIf(!built)('the built vectors', () => {
  it('are there for every request, every skill under every listing and every server, of length 1', async () => {
    const [vectors, library, { requests }, { servers }] = await Promise.all([
      sentenceVectors.load(),
      skillLibrary.load(),
      skillRequests.load(),
      mcpServers.load(),
    ])
    const shown = Object.values(listings).flatMap((listing) => library.skills.map((each) => exposed(listing(each))))
    for (const text of [...requests.map((each) => each.text), ...shown, ...servers.map(exposed)]) {
      const vector = vectors.vector(text)
      expect(vector).toHaveLength(dimensions)
      expect(Math.sqrt(dot(vector!, vector!))).toBeCloseTo(1, 6)
    }
    expect(vectors.vector('a text that nobody asked for')).toBe(null)
    expect(vectors.vector('')).toBe(null)
  })

  it('lie under their own texts: the right skill is nearest for far more requests than chance', async () => {
    const [vectors, { skills }, { requests }] = await Promise.all([
      sentenceVectors.load(),
      skillLibrary.load(),
      skillRequests.load(),
    ])
    const shown = skills.map((each) => vectors.vector(exposed(each))!)
    const asked = requests.slice(0, 200)
    const right = asked.filter((each) => {
      const similarity = shown.map((vector) => dot(vector, vectors.vector(each.text)!))
      return skills[similarity.indexOf(Math.max(...similarity))]!.id === each.skill
    })
    expect(right.length / asked.length).toBeGreaterThan(0.2)
  })
})

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
