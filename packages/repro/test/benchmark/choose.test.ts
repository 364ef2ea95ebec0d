import { expect, test } from 'vitest'
import { chooseTasks } from '../../src/benchmark/choose.ts'

const task = (id: string, domain: string) => ({ id, domain, folder: `${domain}/${id}-slug`, problems: [] })
const tasks = [
  task('db-001', 'database'),
  task('db-002', 'database'),
  task('xdb-001', 'other'),
  task('a.c', 'other'),
  task('abc', 'last'),
]
const ids = (patterns: string[] | null) => chooseTasks(tasks, patterns).map(({ id }) => id)

test('a pattern is a whole id or folder, with * for any text', () => {
  expect(ids(null)).toEqual(['db-001', 'db-002', 'xdb-001', 'a.c', 'abc'])
  expect(ids(['db-*'])).toEqual(['db-001', 'db-002'])
  expect(ids(['other/*', 'db-002'])).toEqual(['db-002', 'xdb-001', 'a.c'])
  expect(ids(['*-001'])).toEqual(['db-001', 'xdb-001'])
  expect(ids(['a.c'])).toEqual(['a.c'])
})

test('one that fits no task is wrong use, and names what would', () => {
  expect(() => ids(['db-*', 'a.d'])).toThrow(/no task fits "a.d"; .* such as db-001 or database\/\*/)
})
