import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changesBetween, listingOf } from '../../src/trial/watch.ts'
import { folderOf } from '../clawbench/checkouts.ts'

test('new, changed and removed files and new folders are told; what stays is not', async () => {
  const folder = await folderOf({ 'a.txt': 'a', 'b/c.txt': 'c', 'gone.txt': 'g', 'same.txt': 's' })
  const before = await listingOf(folder)
  expect(changesBetween(before, await listingOf(folder))).toEqual([])
  await writeFile(join(folder, 'b/c.txt'), 'longer')
  await mkdir(join(folder, 'z'))
  await rm(join(folder, 'gone.txt'))
  expect(changesBetween(before, await listingOf(folder))).toEqual(['b/c.txt', 'gone.txt', 'z'])
})
