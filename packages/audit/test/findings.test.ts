import { libraryOf } from '@lawbook/skills'
import { describe, expect, test } from 'vitest'
import type { AuditedSkill, AuditLibrary } from '../src/auditLibrary.ts'
import { confused } from '../src/confuse/confused.ts'
import { findingsOf } from '../src/findings.ts'
import { type ConfusedReport, type Finding, type OutcomesReport, type PicksReport, rules } from '../src/report.ts'
import { auditRouters } from '../src/routers.ts'
import { profiles } from '../src/see/profiles.ts'
import { seen } from '../src/see/seen.ts'
import { audited, randomSkills, streams } from './confuse/worlds.ts'

const libraryWith = (skills: readonly AuditedSkill[], rest: Partial<AuditLibrary> = {}): AuditLibrary => ({
  ...{ source: 'skills', format: 'skills', copies: [], problems: [], warnings: [], ...rest },
  skills: libraryOf(skills).skills as AuditedSkill[],
})
const calm: ConfusedReport = { routers: [], pairs: [], hubness: null, blackHoles: [] }

type Parts = Parameters<typeof findingsOf>[0]
const find = (library: AuditLibrary, parts: Partial<Parts> = {}): Finding[] =>
  findingsOf({ library, seen: seen(library, profiles.none), confused: calm, outcomes: null, picks: null, ...parts })

const maps = audited('maps', 'Draws topographic charts of mountains and rivers.')
const bread = audited('bread', 'Bakes sourdough loaves with rye flour.')
const about = (findings: readonly Finding[], rule: keyof typeof rules) => findings.filter((each) => each.rule === rule)

describe('findingsOf', () => {
  test('a library with nothing wrong has no finding', () => {
    expect(find(libraryWith([maps, bread]))).toEqual([])
    expect(find(libraryWith([maps]))).toEqual([])
    expect(find(libraryWith([]))).toEqual([])
  })

  test('files, formats, names and copies', () => {
    const twice = [
      { ...maps, id: 'a/maps' },
      { ...bread, id: 'b/maps', name: 'maps' },
    ]
    const found = find(
      libraryWith([...twice, bread], {
        copies: [{ id: 'c/bread', of: 'bread' }],
        problems: [
          { place: { file: 'x/SKILL.md', line: null }, what: 'is not text' },
          { place: { file: 'x/SKILL.md', line: null }, what: 'is too large', level: 'error' },
          { place: { file: 'y/SKILL.md', line: 2 }, what: 'was read once', level: 'note' },
        ],
        warnings: [
          { id: 'bread', rule: 'name-too-long', detail: '70 characters, at most 64' },
          { id: 'bread', rule: 'carriage-return', detail: 'lines end in carriage return' },
        ],
      }),
    )
    const ofForm = found.filter(({ rule }) => rule !== 'no-own-words')
    expect(ofForm.map(({ key, level }) => [key, level])).toEqual([
      ['unreadable:x/SKILL.md', 'error'],
      ['duplicate-name:maps', 'error'],
      ['invalid-format:bread:name-too-long', 'warning'],
      ['copy:bread:c/bread', 'warning'],
      ['unreadable:y/SKILL.md', 'note'],
      ['invalid-format:bread:carriage-return', 'note'],
    ])
    expect(about(found, 'unreadable')[0]!.message).toBe('x/SKILL.md: is not text; is too large')
    expect(about(found, 'unreadable')[0]!.places).toEqual([{ file: 'x/SKILL.md', line: null }])
    expect(about(found, 'duplicate-name')[0]).toMatchObject({ skills: ['a/maps', 'b/maps'], degree: 2 })
    expect(about(found, 'copy')[0]!.places).toEqual([bread.place])
  })

  test.each([
    [
      'BLOCK_AS_IMPLICIT_KEY',
      /not valid YAML: a value without quotation marks holds a colon .*; put the value in quotation/,
    ],
    ['not a mapping', /does not read as lines "key: value"; write at least name: and description:/],
    ['RESOURCE_EXHAUSTION', /the parser says RESOURCE_EXHAUSTION; put values/],
  ])('YAML that is none (%s) is said in words, with what mends it', (code, said) => {
    const warnings = [{ id: 'bread', rule: 'invalid-yaml', detail: `read line by line (${code})` }]
    const [finding] = find(libraryWith([maps, bread], { warnings }))
    expect(finding).toMatchObject({ key: 'invalid-format:bread:invalid-yaml', level: 'warning' })
    expect(finding!.message).toMatch(said)
    expect(finding!.message).not.toMatch(/read line by line|BLOCK_AS|\(not a/)
  })

  test('a name that occurs twice is told apart by its id, one that occurs once is not', () => {
    const same = [
      { ...maps, id: 'a/x', name: 'x', description: '' },
      { ...bread, id: 'b/x', name: 'x', description: '' },
      { ...bread, id: 'c/y', name: '', description: '' },
    ]
    expect(about(find(libraryWith(same)), 'no-own-words').map(({ key }) => key)).toEqual([
      'no-own-words:(c/y)',
      'no-own-words:x (a/x)',
      'no-own-words:x (b/x)',
    ])
  })

  test('what is not shown, and how much of it', () => {
    const library = libraryWith([maps, bread])
    const of = (fields: object) => find(library, { seen: seen(library, { ...profiles.codex, ...fields }) })
    expect(of({ budgetChars: 1000, perSkillChars: 20 })).toMatchObject([
      { key: 'cut-short:maps', level: 'warning', degree: 29, skills: ['maps'], places: [maps.place] },
      { key: 'cut-short:bread', level: 'warning', degree: 18 },
    ])
    expect(of({ budgetChars: 33 })).toMatchObject([
      { key: 'not-shown:maps', level: 'error' },
      { key: 'not-shown:bread', level: 'warning' },
    ])
    expect(of({ overflow: 'names-only', budgetChars: 0 }).map(({ key, level }) => [key, level])).toEqual([
      ['not-shown:maps', 'warning'],
      ['not-shown:bread', 'warning'],
    ])
    expect(of({ overflow: 'names-only', budgetChars: 8000, maxSkills: 0 })[0]!.message).toMatch(/8,000 characters/)
  })

  test('words: those that all have, none at all, and those of others', () => {
    const plain = audited('plain', 'Bakes loaves.')
    const empty = audited('', '', '')
    const points = audited(
      'glaciers',
      'Measures glaciers, crevasses, moraines. Not for rivers, use maps-drawer instead.',
    )
    const aside = audited('kites', 'Folds paper kites and lanterns rather than boats.')
    const found = find(libraryWith([maps, { ...bread, name: 'plain-bread' }, plain, empty, points, aside]))
    expect(found.map(({ rule, skills }) => [rule, ...skills])).toEqual([
      ['no-own-words', ''],
      ['no-own-words', 'plain'],
      ['points-elsewhere', 'glaciers'],
    ])
    expect(found[0]!.message).toMatch(/ has no word in name and description/)
    expect(found[2]!.degree).toBe(points.description.length - 'Measures glaciers, crevasses, moraines.'.length)
  })

  test('what the agent does not see comes first, whatever the degrees of other findings', () => {
    const library = libraryWith([
      { ...maps, description: 'Bakes loaves.' },
      { ...bread, description: 'Bakes loaves.' },
    ])
    const blackHoles = [{ id: 'maps', wrongPicks: 90, limit: 1, families: 5 }]
    const found = find(library, {
      seen: seen(library, { ...profiles.none, perSkillChars: 10 }),
      confused: { ...calm, blackHoles },
    })
    expect(found.map(({ rule, degree }) => [rule, degree])).toEqual([
      ['cut-short', 3],
      ['cut-short', 3],
      ['black-hole', 90],
      ['no-own-words', 1],
      ['no-own-words', 1],
    ])
    expect(found.at(-1)!.message).toBe(
      'all but one of the 3 words of maps are in another listing too; name the things that only it works on',
    )
  })

  test('pairs, black holes, and what nothing reaches', () => {
    const library = libraryWith([maps, bread])
    const found = find(library, {
      confused: {
        ...calm,
        pairs: [
          { a: 'bread', b: 'maps', agree: 3, similarity: 0.7, words: ['rye'], places: [bread.place, maps.place] },
        ],
        blackHoles: [{ id: 'maps', wrongPicks: 12, limit: 4, families: 5 }],
      },
      outcomes: {
        ...({ requests: 4, source: 'r', routers: [], notes: [] } satisfies Partial<OutcomesReport>),
        skills: [
          { id: 'bread', n: 1, right: 0 },
          { id: 'maps', n: 3, right: 0 },
          { id: 'other', n: 3, right: 0.5 },
        ],
      },
      picks: { neverPicked: ['bread'], picks: 1200 } as unknown as PicksReport,
    })
    expect(found.map(({ key, level, degree }) => [key, level, degree])).toEqual([
      ['black-hole:maps', 'warning', 3],
      ['collision:bread:maps', 'warning', 0.7],
      ['never-right:maps', 'warning', 3],
      ['never-right:bread', 'note', 1],
      ['never-picked:bread', 'note', null],
    ])
    expect(found.find(({ rule }) => rule === 'collision')!.message).toMatch(/3 kinds of router; both say rye/)
    expect(found.at(-1)!.message).toMatch(/^none of 1,200 picks is bread;/)
  })

  test('of a whole audit: keys are unique and stay when order and lines change, messages say what to do', async () => {
    const skills = [...randomSkills(50, 300, streams('findings')), { ...maps, id: 'm/maps' }, maps, bread]
    const run = async (of: readonly AuditedSkill[]) => {
      const library = libraryWith(of)
      const routers = auditRouters(of.length)
      return find(library, {
        seen: seen(library, { ...profiles['claude-code'], budgetChars: 3000 }),
        confused: await confused(library, { routers }),
      })
    }
    const found = await run(skills)
    const keys = found.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeGreaterThan(5)
    for (const { rule, message, skills, places } of found) {
      expect(Object.keys(rules)).toContain(rule)
      expect(message).toMatch(/[;:] /)
      expect(skills).toEqual([...skills].sort())
      expect(places).toHaveLength(skills.length)
    }
    const moved = [...skills].reverse().map((skill) => ({ ...skill, place: { ...skill.place, line: 9 } }))
    expect((await run(moved)).map(({ key }) => key)).toEqual(keys)
  })
})
