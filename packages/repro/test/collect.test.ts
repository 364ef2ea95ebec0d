import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { prettyJson, sha256 } from '@lawbook/base'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { collect, listFiles } from '../src/collect.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lawbook-collect-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const put = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

/** A result as the runner writes it, with one table, one evidence table and one figure. */
async function putResult(id: string, csv: string, fidelity = 'full'): Promise<void> {
  const ref = (file: string) => ({ id: 'curve', file, rows: 1, sha256: sha256(csv) })
  const results = `experiments/${id}/results`
  await put(`${results}/data/curve.csv`, csv)
  await put(`${results}/data/evidence/curve.csv`, csv)
  await put(`${results}/data/run.json`, '{"seconds": 3}')
  await put(`${results}/figures/one.svg`, '<svg/>')
  await put(`${results}/figures/note.tmp`, 'not ours')
  await put(
    `${results}/data/result.json`,
    prettyJson({
      schema: 'lawbook/result@1',
      experiment: id,
      title: 'T',
      fidelity,
      measures: [],
      fits: [],
      attrition: [],
      decisions: 0,
      choices: [],
      notes: [],
      tables: [ref('curve.csv')],
      evidence: [ref('evidence/curve.csv')],
    }),
  )
}

test('mirrors result, tables, evidence and figures, and nothing with a time in it', async () => {
  await putResult('a', 'x\n1\n')
  const { written } = await collect(root, ['a'], ['a'])
  const files = ['curve.csv', 'evidence/curve.csv', 'one.svg', 'result.json']
  expect(await listFiles(join(root, 'figures', 'a'))).toEqual(files)
  expect([...written].sort()).toEqual(files.map((name) => `a/${name}`))
})

test('writes only what differs', async () => {
  await putResult('a', 'x\n1\n')
  await collect(root, ['a'], ['a'])
  const before = await stat(join(root, 'figures', 'a', 'one.svg'))
  await putResult('a', 'x\n2\n')
  const { written, removed } = await collect(root, ['a'], ['a'])
  expect([...written].sort()).toEqual(['a/curve.csv', 'a/evidence/curve.csv', 'a/result.json'])
  expect(removed).toEqual([])
  expect((await stat(join(root, 'figures', 'a', 'one.svg'))).ino).toBe(before.ino)
  expect((await collect(root, ['a'], ['a'])).written).toEqual([])
})

test('removes files and folders that nobody owns any more, and keeps the overview', async () => {
  await putResult('a', 'x\n1\n')
  await put('figures/a/old.svg', '<svg/>')
  await put('figures/a/evidence/old/rows.csv', 'x\n')
  await put('figures/gone/result.json', '{}')
  await put('figures/overview/forest.svg', '<svg/>')
  const { removed } = await collect(root, ['a'], ['a'])
  expect([...removed].sort()).toEqual(['a/evidence/old/rows.csv', 'a/old.svg', 'gone'])
  expect(await listFiles(join(root, 'figures', 'overview'))).toEqual(['forest.svg'])
})

test.each(['quick', 'local'])('leaves %s runs and experiments that failed as they were', async (fidelity) => {
  await put('figures/a/result.json', 'committed')
  await put('figures/b/result.json', 'committed')
  await putResult('a', 'x\n1\n', fidelity)
  await putResult('b', 'x\n1\n')
  expect(await collect(root, ['a'], ['a', 'b'])).toEqual({ written: [], removed: [] })
  for (const id of ['a', 'b'])
    expect(await readFile(join(root, 'figures', id, 'result.json'), 'utf8')).toBe('committed')
})
