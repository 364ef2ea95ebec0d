import { existsSync } from 'node:fs'
import { byCodeUnit } from '@lawbook/base'
import { parseSkill } from '@lawbook/skills'
import { describe, expect, it } from 'vitest'
import { skillLibrary } from './index.ts'
import sources from './sources.json' with { type: 'json' }

const built = existsSync(new URL('./build/manifest.json', import.meta.url))
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the pinned sources', () => {
  it('are 53 packages with 1,144 skills under MIT, ISC or Apache-2.0', () => {
    expect(sources.sources).toHaveLength(53)
    expect(sources.sources.flatMap(({ files }) => files)).toHaveLength(1144)
    expect([...new Set(sources.sources.map(({ licence }) => licence))].sort()).toEqual(['Apache-2.0', 'ISC', 'MIT'])
  })
})

describe('the build', () => {
  it('makes one skill of each file, sorted by id, and counts the warnings of each rule', async () => {
    const file = { package: 'p', version: '1.0.0', licence: 'MIT' }
    const text = '---\nname: tea\ndescription: Brews tea.\n---\nBoil.'
    const sourceFiles = [
      { ...file, path: 'b/tea/SKILL.md', data: encode(text) },
      { ...file, path: 'a/cup/SKILL.md', data: encode(`\uFEFF${text}`) },
    ]
    const files = await skillLibrary.build({ sources: async () => sourceFiles, progress: () => {} })
    const skills = String(files['skills.jsonl'])
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(skills.map(({ id }) => id)).toEqual(['p@1.0.0:a/cup/SKILL.md', 'p@1.0.0:b/tea/SKILL.md'])
    const source = { id: 'p@1.0.0:b/tea/SKILL.md', package: 'p', licence: 'MIT', folder: 'tea' }
    expect(skills[1]).toEqual(parseSkill(text, source).skill)
    const warnings = String(files['warnings.jsonl'])
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(warnings).toContainEqual({ rule: 'byte-order-mark', n: 1, skills: ['p@1.0.0:a/cup/SKILL.md'] })
    expect(warnings).toContainEqual({ rule: 'no-name', n: 0, skills: [] })
  })
})

describe.skipIf(!built)('the built library', () => {
  it('has every skill with a name, a description and a body', async () => {
    const { skills } = await skillLibrary.load()
    expect(skills).toHaveLength(1144)
    expect(skills.filter(({ name, description, body }) => name === '' || description === '' || body === '')).toEqual([])
    expect(skills.map(({ id }) => id)).toEqual([...skills.map(({ id }) => id)].sort(byCodeUnit))
    const pinned = sources.sources.flatMap((source) =>
      source.files.map((path) => `${source.package}@${source.version}:${path}`),
    )
    expect(new Set(skills.map(({ id }) => id))).toEqual(new Set(pinned))
  })
})
