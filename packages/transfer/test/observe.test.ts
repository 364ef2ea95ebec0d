import { streamsOf } from '@lawbook/base'
import { libraryOf, type Skill } from '@lawbook/skills'
import { expect, test } from 'vitest'
import { observeWith, plantedBench, transferChoices } from '../src/index.ts'

const letters = 'abcdefghijklmnopqrst'.split('')
const skill = (name: string, description: string): Skill => ({
  ...{ id: `p@1:${name}/SKILL.md`, name, description, body: '', package: 'p', licence: 'MIT', tags: [] },
})
const tasks = letters.map((letter) => ({
  ...{ id: `${letter}-001`, domain: 'd', text: `xx${letter}word` },
  card: skill(`card${letter}`, 'nothing'),
}))

/** An editor that makes the cards findable whose requests it reads. */
const observed = await observeWith((library, read) => {
  const editions = read.map((requests) => {
    const asked = new Map(requests.map((request) => [request.skill, request.text]))
    const skills = library.skills.map((one) => ({ ...one, description: asked.get(one.id) ?? one.description }))
    return { library: libraryOf(skills), edits: [] }
  })
  const same = [{ library, edits: [] }]
  return { raw: same, authors: same, ours: editions }
})({
  data: {
    library: libraryOf([skill('other', 'something else')]),
    requests: [],
    bench: {
      ...plantedBench({ tasks }),
      requests: tasks.map(({ id, text, card }) => ({
        ...{ id, skill: card.id, wording: 'direct' as const, domain: 'd', abstract: false, text },
      })),
    },
    wordVectors: { id: 'none', dimensions: 1, vector: () => null },
  },
  choices: { ...transferChoices, routers: ['bm25'] },
  stream: streamsOf('observe'),
  progress: () => {},
})
const mean = (column: string): number => {
  const values = observed.tables.outcomes!.map((row) => Number(row[column]))
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

test('every card is read in one of two editions: the arm is the mean of both', () => {
  expect(mean('raw.strict')).toBe(0)
  expect(mean('ours.strict')).toBeCloseTo(0.5, 12)
  expect(mean('ours read.routed')).toBe(1)
  expect(mean('ours unread.routed')).toBe(0)
})

test('the gate looks at the library of its arm', () => {
  expect(mean('ours+gate.strict')).toBeCloseTo(0.5, 12)
  expect(mean('raw+gate.strict')).toBe(0)
})
