import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lawById } from '@lawbook/estimators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPoints } from '../../src/scaffold/points.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lawbook-points-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(csv: string, law = 'log') {
  const path = join(folder, 'rows.csv')
  await writeFile(path, csv)
  return readPoints(path, lawById(law))
}

test('good rows come back as points, other columns left out', async () => {
  expect(await read('x,y,note\n1,3,a\n2,2.1,b\n4,0.9,c\n8,0.2,d\n')).toEqual([
    { x: 1, y: 3 },
    { x: 2, y: 2.1 },
    { x: 4, y: 0.9 },
    { x: 8, y: 0.2 },
  ])
})

test.each([
  ['a missing column', 'n,y\n1,2\n', 'LB_SCHEMA', /columns n, y; it needs a header with x and y/],
  ['an empty file', '', 'LB_SCHEMA', /columns none/],
  ['an empty cell', 'x,y\n1,3\n2,\n', 'LB_SCHEMA', /y is empty on line 3/],
  ['a word', 'x,y\n1,3\nabout 2,1\n', 'LB_SCHEMA', /x is "about 2" on line 3/],
  ['x outside the law', 'x,y\n0,3\n2,1\n', 'LB_SCHEMA', /x is 0 on line 2/],
  ['too few points', 'x,y\n1,3\n2,1\n2,1.1\n', 'LB_FIT', /has 2 distinct x; the log law with intervals needs 4/],
  ['a constant y', 'x,y\n1,3\n2,3\n4,3\n8,3\n', 'LB_FIT', /every y .* is 3/],
  ['points exactly on a line', 'x,y\n1,1\n10,0\n100,-1\n1000,-2\n', 'LB_FIT', /exactly on the log law/],
])('%s is refused with what to do', async (_, csv, code, message) => {
  await expect(read(csv)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
})

test('a missing file is a usage error', async () => {
  await expect(readPoints(join(folder, 'nowhere.csv'), lawById('log'))).rejects.toMatchObject({ code: 'LB_USAGE' })
})
