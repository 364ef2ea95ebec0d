import { libraryOf } from '@lawbook/skills'
import { describe, expect, test } from 'vitest'
import type { AuditedSkill } from '../../src/auditLibrary.ts'
import { confused } from '../../src/confuse/confused.ts'
import { auditRouters } from '../../src/routers.ts'
import { audited, randomSkills, streams } from './worlds.ts'

const look = (skills: readonly AuditedSkill[]) =>
  confused({ skills: libraryOf(skills).skills as AuditedSkill[] }, { routers: auditRouters(skills.length) })

const background = randomSkills(60, 900, streams('background'))
const twins = [
  audited('commit-helper', 'Writes descriptive commit messages from the staged changes of a git repository.'),
  audited('git-messages', 'Turns staged git changes into a descriptive commit message.'),
]
const cousins = [
  audited('sheet-reader', 'Opens spreadsheet workbooks and summarises the columns of each sheet.'),
  audited('workbook-tables', 'Summarises spreadsheet columns, sheet by sheet, for any workbook.'),
]

describe('confused', () => {
  test('planted pairs are found, with the words they share and their places, before any that chance makes', async () => {
    const { pairs, routers } = await look([...background, ...twins, ...cousins])
    expect(routers).toEqual(['bm25', 'tf-idf', 'char-ngrams', 'token-overlap'])
    expect(pairs.length).toBeLessThanOrEqual(3)
    expect(
      pairs
        .slice(0, 2)
        .map(({ a, b }) => [a, b])
        .sort(),
    ).toEqual([
      ['commit-helper', 'git-messages'],
      ['sheet-reader', 'workbook-tables'],
    ])
    const pair = pairs.find(({ a }) => a === 'commit-helper')!
    expect(pair.words.slice(0, 8)).toEqual(expect.arrayContaining(['commit', 'git', 'staged', 'descriptive']))
    expect(pair.places).toEqual([
      { file: 'commit-helper/SKILL.md', line: 3 },
      { file: 'git-messages/SKILL.md', line: 3 },
    ])
    expect(pair.agree).toBeGreaterThanOrEqual(2)
    expect(pair.similarity).toBeGreaterThan(0.5)
  })

  test('a clause that says what a skill is not for changes no pair, and no hub', async () => {
    const before = await look([...background, ...twins, ...cousins])
    const pointing = [...background, ...twins, ...cousins].map((skill, i) => {
      const other = [...twins, ...cousins][i % 4]!.name
      return {
        ...skill,
        description: `${skill.description} Not for spreadsheet workbooks or commits, use ${other} instead.`,
      }
    })
    const after = await look(pointing)
    expect(after.pairs).toEqual(before.pairs)
    expect(after.hubness).toEqual(before.hubness)
  })

  test('random words make pairs by chance alone: hardly any, and no black hole', async () => {
    for (const [skills, vocabulary] of [
      [40, 200],
      [150, 400],
      [150, 3000],
    ] as const) {
      const { pairs, blackHoles } = await look(randomSkills(skills, vocabulary, streams('null', vocabulary)))
      // Of n listings, n/200 are nearer to another one than the floor by chance, two to a pair.
      expect(pairs.length).toBeLessThanOrEqual(2)
      expect(blackHoles).toEqual([])
    }
  })

  test('a skill whose words are those of all bodies is a black hole', async () => {
    const broad = audited(
      'everything',
      background.map(({ body }) => body).join(' '),
      'Nothing of note is said here at all today.',
    )
    const { blackHoles } = await look([...background, broad])
    expect(blackHoles.map(({ id }) => id)).toEqual(['everything'])
    expect(blackHoles[0]!.wrongPicks).toBeGreaterThan(blackHoles[0]!.limit)
  })

  test('none, one, two and empty listings', async () => {
    const nothing = { pairs: [], hubness: null, blackHoles: [] }
    expect(await look([])).toMatchObject(nothing)
    expect(await look([audited('only', 'Does one thing.')])).toMatchObject(nothing)
    expect(await look([audited('', '', ''), audited('b', '', '')])).toMatchObject(nothing)
    expect((await look(twins)).pairs).toHaveLength(1)
    expect(await look([twins[0]!, cousins[0]!])).toMatchObject(nothing)
  })

  test('the same library gives the same report, and is left as it was', async () => {
    const skills = [...background, ...twins]
    const before = JSON.stringify(skills)
    expect(await look([...skills].reverse())).toEqual(await look(skills))
    expect(JSON.stringify(skills)).toBe(before)
  })
})
