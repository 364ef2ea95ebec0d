import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sha256 } from '@lawbook/base'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildDataset } from '../src/build.ts'
import { type Dataset, defineDataset } from '../src/defineDataset.ts'
import { fromJsonLines, toJsonLines } from '../src/jsonLines.ts'

const reporting = { signal: new AbortController().signal, write: () => {}, onNote: () => {} }
let folder: string
let made: Record<string, string>
let dataset: Dataset<unknown[]>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lawbook-dataset-'))
  made = {
    'rows.jsonl': toJsonLines([
      { id: 'a', kind: 'x' },
      { id: 'b', kind: 'x' },
    ]),
  }
  dataset = defineDataset({
    id: 'sample',
    url: pathToFileURL(join(folder, 'index.ts')).href,
    build: async () => made,
    load: async (read) => fromJsonLines(await read('rows.jsonl'), 'rows.jsonl'),
  })
  await pin({})
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const pin = (changes: object): Promise<void> => {
  const file = {
    file: 'rows.jsonl',
    rows: 2,
    sha256: sha256(made['rows.jsonl']!),
    key: 'id',
    distinct: { kind: 1 },
    ...changes,
  }
  return writeManifestOf(file)
}
function writeManifestOf(file: object): Promise<void> {
  const manifest = { schema: 'lawbook/dataset@1', id: 'sample', title: 'A sample', licence: 'MIT', files: [file] }
  return writeFile(join(folder, 'dataset.json'), JSON.stringify(manifest))
}

describe('a data set', () => {
  it('is loaded from its build, and not before', async () => {
    await expect(dataset.load()).rejects.toMatchObject({
      code: 'LB_DATA_MISSING',
      message: expect.stringContaining('repro data build sample'),
    })
    await buildDataset(dataset, reporting)
    expect(await dataset.load()).toEqual([
      { id: 'a', kind: 'x' },
      { id: 'b', kind: 'x' },
    ])
  })

  it('refuses a built file that was edited', async () => {
    await buildDataset(dataset, reporting)
    await writeFile(join(folder, 'build', 'rows.jsonl'), '{"id":"z"}\n')
    await expect(dataset.load()).rejects.toMatchObject({ code: 'LB_DATA_HASH' })
  })

  it('gives back bytes as they were built, those that are no text too, and refuses edited ones', async () => {
    const data = Uint8Array.of(0, 255, 254, 128, 10, 13, 0)
    const binary = defineDataset({
      id: 'sample',
      url: pathToFileURL(join(folder, 'index.ts')).href,
      build: async () => ({ 'data.bin': data }),
      load: (read) => read.bytes('data.bin'),
    })
    await writeManifestOf({ file: 'data.bin', rows: null, sha256: sha256(data) })
    await buildDataset(binary, reporting)
    expect(Uint8Array.from(await binary.load())).toEqual(data)
    await writeFile(join(folder, 'build', 'data.bin'), data.subarray(1))
    await expect(binary.load()).rejects.toMatchObject({ code: 'LB_DATA_HASH' })
  })

  it('reports how far a slow build is, one line a report', async () => {
    const lines: string[] = []
    const slow = defineDataset({
      id: 'sample',
      url: pathToFileURL(join(folder, 'index.ts')).href,
      build: async ({ progress }) => {
        progress(1, 2, 'half')
        progress(2, 2, 'whole')
        return made
      },
      load: async () => null,
    })
    await buildDataset(slow, { ...reporting, write: (line) => lines.push(line) })
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { progress: { id: 'sample', done: 1, total: 2, label: 'half' } },
      { progress: { id: 'sample', done: 2, total: 2, label: 'whole' } },
    ])
  })

  it.each<[string, object, string]>([
    ['the number of rows', { rows: 3 }, 'has 2 rows, pinned are 3'],
    ['the hash', { sha256: '0'.repeat(64) }, 'has the SHA-256'],
    ['a key that repeats', { key: 'kind' }, 'not sorted by a unique kind'],
    ['the number of distinct values', { distinct: { kind: 2 } }, '1 different values of kind'],
    ['a file that is not listed', { file: 'other.jsonl' }, 'rows.jsonl is built but dataset.json does not list it'],
  ])('is not built if it departs from its manifest in %s', async (_, changes, words) => {
    await pin(changes)
    await expect(buildDataset(dataset, reporting)).rejects.toMatchObject({
      code: 'LB_DATA_HASH',
      message: expect.stringContaining(words),
    })
  })

  it('sweeps what a killed build left, but not what may still be under way', async () => {
    const [stale, fresh] = ['build.0123456789ab.tmp', 'build.ba9876543210.tmp'].map((name) => join(folder, name)) as [
      string,
      string,
    ]
    await Promise.all([mkdir(stale), mkdir(fresh)])
    const yesterday = new Date(Date.now() - 86_400_000)
    await utimes(stale, yesterday, yesterday)
    await buildDataset(dataset, reporting)
    await expect(utimes(stale, yesterday, yesterday)).rejects.toMatchObject({ code: 'ENOENT' })
    await utimes(fresh, yesterday, yesterday)
  })
})
