import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readJson, sha256 } from '@lawbook/base'
import { type ErrorRecord, validate } from '@lawbook/schemas'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bytesToDownload } from '../src/announce.ts'
import { readManifest, readTarballs } from '../src/manifest.ts'
import { type Registry, startRegistry } from './support/registry.ts'
import { pinOf, tarballOf } from './support/tarballs.ts'

const bin = fileURLToPath(new URL('../bin/dataset.js', import.meta.url))
const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const one = tarballOf([{ path: 'package/SKILL.md', body: 'first' }])
const two = tarballOf([{ path: 'package/SKILL.md', body: 'second' }])
const rows = '{"id":"one","text":"first"}\n{"id":"two","text":"second"}\n'
let folder: string
let registry: Registry | undefined

/** A data set as a package has it, inside this package so that its imports resolve. */
beforeEach(async () => {
  await mkdir(join(packageFolder, 'build'), { recursive: true })
  folder = join(await mkdtemp(join(packageFolder, 'build', 'cli-test-')), 'sample')
  await mkdir(folder)
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
  await cp(fileURLToPath(new URL('./support/sampleDataset.ts', import.meta.url)), join(folder, 'index.ts'))
  await writeSources()
  await writeManifest(sha256(rows), 2)
})
afterEach(async () => {
  await registry?.close()
  registry = undefined
  vi.unstubAllEnvs()
  await rm(dirname(folder), { recursive: true, force: true })
})

const writeSources = (): Promise<void> =>
  writeFile(
    join(folder, 'sources.json'),
    JSON.stringify({ schema: 'lawbook/sources@1', note: 'test', sources: [pinOf('one', one), pinOf('two', two)] }),
  )
const writeManifest = (hash: string, n: number, key = 'id'): Promise<void> =>
  writeFile(
    join(folder, 'dataset.json'),
    JSON.stringify({
      schema: 'lawbook/dataset@1',
      id: 'sample',
      title: 'A sample',
      licence: 'MIT',
      sources: 'sources.json',
      caps: { fileBytes: 1000, unpackedBytes: 5000 },
      files: [{ file: 'rows.jsonl', rows: n, sha256: hash, key }],
    }),
  )

function start(): ChildProcess {
  const env = { ...process.env, npm_config_registry: registry?.url ?? 'http://127.0.0.1:9' }
  return spawn(process.execPath, [bin], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
}
async function finish(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let out = ''
  let err = ''
  child.stdout!.on('data', (chunk) => (out += chunk))
  child.stderr!.on('data', (chunk) => (err += chunk))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}
const toDownload = async (): Promise<number> =>
  await bytesToDownload(await readTarballs(folder, await readManifest(folder)))
const error = async (): Promise<ErrorRecord> =>
  validate('lawbook/error@1', await readJson(join(folder, 'results', 'error.json')), 'error.json')

describe('lawbook-dataset', () => {
  it('announces, downloads, builds, and writes the manifest of what it built', async () => {
    registry = await startRegistry({ one, two })
    expect(await toDownload()).toBe(one.length + two.length)
    const { code, out } = await finish(start())
    expect(code).toBe(0)
    const lines = out
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line).progress)
    expect(lines[0]).toMatchObject({ id: 'sample', done: 0, total: one.length + two.length })
    expect(lines.at(-1)).toMatchObject({ done: one.length + two.length })
    expect(await readFile(join(folder, 'build', 'rows.jsonl'), 'utf8')).toBe(rows)
    expect(JSON.parse(await readFile(join(folder, 'build', 'manifest.json'), 'utf8'))).toEqual({
      schema: 'lawbook/build@1',
      id: 'sample',
      files: [{ file: 'rows.jsonl', rows: 2, bytes: rows.length, sha256: sha256(rows) }],
    })
    expect(await toDownload()).toBe(0)
  })

  it('keeps finished downloads when one fails, and goes on from there', async () => {
    registry = await startRegistry({ one })
    const first = await finish(start())
    expect(first.code).toBe(1)
    expect(first.err).toContain('[LB_DATA_GONE]')
    expect(await error()).toMatchObject({ experiment: 'sample', task: 'dataset', code: 'LB_DATA_GONE' })
    await registry.close()
    registry = await startRegistry({ one, two })
    expect((await finish(start())).code).toBe(0)
    await expect(error()).rejects.toThrow()
  })

  it('names the cause even where error.json cannot be written', async () => {
    registry = await startRegistry({ one })
    await writeFile(join(folder, 'results'), 'a file in the way')
    const { code, err } = await finish(start())
    expect(code).toBe(1)
    expect(err).toContain('[LB_DATA_GONE]')
    expect(err).toMatch(/sample: .*results/)
    expect(err).not.toMatch(/^ {4}at /m)
  })

  it('refuses a build that is not the pinned one and keeps the former', async () => {
    registry = await startRegistry({ one, two })
    await finish(start())
    await writeManifest('0'.repeat(64), 3, 'text')
    const { code, err } = await finish(start())
    expect(code).toBe(1)
    expect(err).toMatch(/2 rows, pinned are 3.*SHA-256/)
    expect(await error()).toMatchObject({ code: 'LB_DATA_HASH' })
    expect(await readFile(join(folder, 'build', 'rows.jsonl'), 'utf8')).toBe(rows)
  })

  it('leaves nothing half-written when it is interrupted', async () => {
    registry = await startRegistry({ one, two }, (response, data) => response.write(data.subarray(0, 50)))
    const child = start()
    child.stdout!.once('data', () => setTimeout(() => child.kill('SIGINT'), 300))
    const { code } = await finish(child)
    expect(code).toBe(1)
    expect(await error()).toMatchObject({ code: 'LB_INTERRUPTED' })
    expect(await readdir(join(folder, 'cache', 'lawbook', 'downloads'))).toEqual([])
    expect((await readdir(folder)).filter((name) => name.startsWith('build'))).toEqual([])
  })
})
