import { libraryOf, type Skill } from '@lawbook/skills'
import { expect, test } from 'vitest'
import { releasedGate } from '../src/index.ts'

const skill = (name: string, description: string, tags: readonly string[] = []): Skill => ({
  ...{ id: `x@1:${name}/SKILL.md`, name, description, body: '', package: 'x', licence: 'MIT', tags },
})
const library = libraryOf([
  skill('csv-report', 'Turn tables into text.'),
  skill('table-tools', 'Work with csv files.', ['csv']),
  skill('poetry', 'Compose verses.'),
  skill('zebra', 'Compose csv.'),
])
const names = (limit: number, task: { id: string; text: string }): string[] =>
  [...releasedGate(library, limit)(task)].map((j) => library.skills[j]!.name)

test('words shared with tag and description count more than with the description alone; nothing shared does not pass', () => {
  expect(names(9, { id: 'x-001', text: 'CSV!' })).toEqual(['table-tools', 'zebra'])
})

test('a name counts as a whole token, hyphens included', () => {
  expect(names(9, { id: 'x-001', text: 'make a csv-report' })[0]).toBe('csv-report')
})

test('the id of the task counts in names', () =>
  expect(names(9, { id: 'poetry', text: 'nothing' })).toEqual(['poetry']))

test('equal ones stand from the end of the alphabet, and the limit cuts', () => {
  expect(names(1, { id: 'x-001', text: 'compose' })).toEqual(['zebra'])
})

test('a tag counts twice as much as a word of the description', () => {
  const two = libraryOf([skill('aa', 'Nothing.', ['ledger']), skill('zz', 'The ledger')])
  const found = [...releasedGate(two, 9)({ id: 'x-001', text: 'ledger' })].map((j) => two.skills[j]!.name)
  expect(found).toEqual(['aa', 'zz'])
})
