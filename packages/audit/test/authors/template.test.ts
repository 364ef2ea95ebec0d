import { describe, expect, it } from 'vitest'
import type { Anchors } from '../../src/authors/anchors.ts'
import type { Described } from '../../src/authors/described.ts'
import { mergeSkills } from '../../src/authors/merge.ts'
import { boundaryClauses, rewriteTemplate } from '../../src/authors/template.ts'
import { skill } from '../library.ts'

const described = (anchors: Partial<Anchors>, tags: readonly string[] = []): Described => ({
  skill: { ...skill('Paper Reader', 'Old words.'), tags },
  anchors: { verbs: [], objects: [], constraints: [], examples: [], ...anchors },
  family: 'papers',
  strength: 0,
})

describe('rewriteTemplate', () => {
  it('says name, two verbs, three objects, family and two constraints, and what of four each is left', () => {
    const one = described({
      verbs: ['read', 'quote', 'cite', 'sort', 'print'],
      objects: ['papers', 'notes', 'tables', 'figures', 'maps'],
      constraints: ['PDF only'],
    })
    expect(rewriteTemplate(one, ['first extra', 'second extra'])).toBe(
      'Paper Reader: to read and quote papers, notes, tables for papers workflows. Scope: PDF only; only for papers tasks. Also: cite, sort; figures; not for vague, catch-all requests; first extra.',
    )
  })
  it('falls back to two verbs and to tags, then to the name; passes over vague words', () => {
    expect(rewriteTemplate(described({ verbs: ['handle', 'Process'], objects: ['data'] }))).toBe(
      'Paper Reader: to validate and transform paper reader for papers workflows. Scope: only for papers tasks; not for vague, catch-all requests.',
    )
    expect(rewriteTemplate(described({ verbs: ['handle', 'read'] }, ['pdf', 'generic']))).toContain('to read pdf for')
  })
  it('names no constraint twice', () => {
    const text = rewriteTemplate(described({ constraints: ['only for papers tasks'] }))
    expect(text.match(/only for papers tasks/g)).toHaveLength(1)
  })
})

describe('boundaryClauses', () => {
  it('name the neighbour and its first three objects', () => {
    expect(boundaryClauses(described({ objects: ['a', 'b', 'c', 'd'] }))).toEqual([
      'do not use if the request is specifically for Paper Reader',
      'excludes tasks about a, b, c',
    ])
    expect(boundaryClauses(described({}))[1]).toBe("excludes tasks about that neighbor's objects")
  })
})

describe('mergeSkills', () => {
  it('adds the sentences, body and tags that are missing, and keeps id and name', () => {
    const stays = { ...skill('a', 'Cut paper. Fold it.', 'one'), tags: ['x'] }
    const goes = { ...skill('b', 'Fold it. Glue it!', 'two'), tags: ['x', 'y'] }
    expect(mergeSkills(stays, goes)).toEqual({
      ...stays,
      description: 'Cut paper. Fold it. Glue it!',
      body: 'one\n\ntwo',
      tags: ['x', 'y'],
    })
    expect(mergeSkills(stays, { ...goes, description: '', body: 'one', tags: [] })).toEqual(stays)
  })
})
