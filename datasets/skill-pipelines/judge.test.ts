import type { Execution, Files } from '@lawbook/execution'
import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import { filesOf } from './seeded.ts'
import type { SkillFolder } from './skillFolders.ts'

const before = filesOf({ 'a.txt': 'a', 'b.txt': 'b' })
const skill = { check: ({ after }: { after: Files }) => (after.has('c.txt') ? [] : ['there is no c.txt']) }

async function judged(made: Record<string, string>, removed: readonly string[], written: readonly string[]) {
  const after = new Map([...before, ...filesOf(made)].filter(([name]) => !removed.includes(name)))
  const step = { before, after, input: {}, previous: [] }
  const execution = { outcome: 'done', message: '' } as Execution
  return (await judge(skill as unknown as SkillFolder, execution, step, written)).reasons
}

test('a right product beside the files that were there passes', async () => {
  expect(await judged({ 'c.txt': 'c' }, [], ['c.txt'])).toEqual([])
  expect(await judged({}, [], ['c.txt'])).toEqual(['there is no c.txt'])
})

test('a right product beside files that were removed or overwritten fails', async () => {
  expect(await judged({ 'c.txt': 'c' }, ['a.txt', 'b.txt'], ['c.txt'])).toEqual(['a.txt is gone', 'b.txt is gone'])
  expect(await judged({ 'c.txt': 'c', 'a.txt': 'x' }, [], ['c.txt'])).toEqual([
    'a.txt was changed, which was not asked',
  ])
  expect(await judged({ 'c.txt': 'c' }, ['a.txt'], ['a.txt', 'c.txt'])).toEqual(['a.txt is gone'])
})

test('what the right skill changes in place may change', async () => {
  expect(await judged({ 'c.txt': 'c', 'a.txt': 'x' }, [], ['a.txt', 'c.txt'])).toEqual([])
})
