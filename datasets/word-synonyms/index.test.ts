import { existsSync, readFileSync } from 'node:fs'
import { byCodeUnit } from '@lawbook/base'
import { fromJsonLines } from '@lawbook/dataset'
import { mcpServers } from '@lawbook/mcp-servers'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import { askedTexts, words } from '@lawbook/skills'
import { describe, expect, it } from 'vitest'
import { wordSynonyms } from './index.ts'

const built = existsSync(new URL('./build/manifest.json', import.meta.url))
const textOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')

describe.skipIf(!built)('the built synonyms', () => {
  it('are those of WordNet', async () => {
    const { of, id } = await wordSynonyms.load()
    expect(id).toMatch(/^[0-9a-f]{64}$/)
    expect(of('write')).toEqual(['compose', 'indite', 'pen'])
    expect(of('documents')).toEqual(['papers'])
    expect(of('zzqqxx')).toEqual([])
    expect(of('constructor')).not.toContain('prototype')
  })

  it('are single words in lower case, sorted, unique, and never the word itself', () => {
    const rows = fromJsonLines(textOf('./build/synonyms.jsonl'), 'synonyms.jsonl') as {
      word: string
      synonyms: string[]
    }[]
    for (const { word, synonyms } of rows) {
      expect(words(word)).toEqual([word])
      expect(synonyms.length).toBeGreaterThan(0)
      expect(synonyms).not.toContain(word)
      expect(synonyms).toEqual([...new Set(synonyms)].sort(byCodeUnit))
      expect(words(synonyms.join(' '))).toEqual(synonyms)
    }
  })

  it('are of words that routers ask for, as many as the README says', async () => {
    const [library, { requests }, { servers }, { of }] = await Promise.all([
      skillLibrary.load(),
      skillRequests.load(),
      mcpServers.load(),
      wordSynonyms.load(),
    ])
    const texts = askedTexts(library, requests, { skills: servers })
    const asked = new Set(Object.values(texts).flat().flatMap(words))
    const rows = fromJsonLines(textOf('./build/synonyms.jsonl'), 'synonyms.jsonl') as { word: string }[]
    for (const { word } of rows) expect(asked).toContain(word)
    expect([rows.length, asked.size]).toEqual([6462, 14861])
    const shareOf = (some: readonly string[]) => share(some.filter((word) => of(word).length > 0).length, some.length)
    const shares = ['requests', 'servers', 'skills-full', 'skills-body'].map((corpus) => {
      const running = texts[corpus]!.flatMap(words)
      return [shareOf([...new Set(running)]), shareOf(running)]
    })
    expect(shares).toEqual([
      ['58.6', '48.6'],
      ['37.7', '39.6'],
      ['54.0', '53.9'],
      ['49.6', '53.4'],
    ])
  })

  it('come with the notice that the licence demands, and so does the README', () => {
    const notice = textOf('./build/notice.txt').trim()
    expect(notice).toContain('WordNet 3.1 Copyright 2011 by Princeton University.  All rights reserved.')
    expect(textOf('./README.md')).toContain(notice)
  })
})

const share = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1)
