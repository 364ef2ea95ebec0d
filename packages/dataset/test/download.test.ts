import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { downloadPath } from '@lawbook/base'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchTarball } from '../src/download.ts'
import { type Answer, type Registry, startRegistry } from './support/registry.ts'
import { pinOf, tarballOf } from './support/tarballs.ts'

const data = tarballOf([{ path: 'package/SKILL.md', body: 'x'.repeat(5000) + Math.sin(1) }])
const pin = pinOf('one', data)
const options = { signal: new AbortController().signal, onBytes: () => {}, onNote: () => {} }
let cache: string
let registry: Registry | undefined

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'lawbook-download-'))
  vi.stubEnv('XDG_CACHE_HOME', cache)
})
afterEach(async () => {
  await registry?.close()
  registry = undefined
  vi.unstubAllEnvs()
  await rm(cache, { recursive: true, force: true })
})

async function serve(packages: Record<string, Buffer>, answer?: Answer): Promise<Registry> {
  registry = await startRegistry(packages, answer)
  vi.stubEnv('npm_config_registry', registry.url)
  return registry
}
const left = async (): Promise<string[]> => readdir(join(cache, 'lawbook', 'downloads')).catch(() => [])

describe('fetchTarball', () => {
  it('downloads once, keeps the bytes, and counts them', async () => {
    const { served } = await serve({ one: data })
    const counts: number[] = []
    const path = await fetchTarball(pin, { ...options, onBytes: (bytes) => counts.push(bytes) })
    expect(await readFile(path)).toEqual(data)
    expect(counts.at(-1)).toBe(data.length)
    expect(await fetchTarball(pin, options)).toBe(path)
    expect(served.get('one')).toBe(1)
    expect(await left()).toHaveLength(1)
  })

  it('checks the cached copy on every call and replaces a damaged one, saying so', async () => {
    const { served } = await serve({ one: data })
    const path = await fetchTarball(pin, options)
    const damaged = Buffer.from(data)
    damaged[100]! ^= 1
    await writeFile(path, damaged)
    const notes: string[] = []
    await fetchTarball(pin, { ...options, onNote: (note) => notes.push(note) })
    expect(await readFile(path)).toEqual(data)
    expect(served.get('one')).toBe(2)
    expect(notes.join()).toContain('one@1.0.0')
  })

  it('refuses another content of the same size, whatever the registry says of it', async () => {
    const other = tarballOf([{ path: 'package/SKILL.md', body: `${'y'.repeat(5000)}0` }])
    await serve({ one: other })
    const wrong = { ...pin, tarballBytes: other.length }
    await expect(fetchTarball(wrong, options)).rejects.toMatchObject({ code: 'LB_DATA_INTEGRITY' })
    expect(await left()).toEqual([])
  })

  it('refuses a body that is not what the registry itself promised', async () => {
    const flipped = Buffer.from(data)
    flipped[flipped.length - 1]! ^= 1
    await serve({ one: data }, (response) => response.end(flipped))
    const failure = fetchTarball(pin, options)
    await expect(failure).rejects.toMatchObject({
      code: 'LB_DATA_INTEGRITY',
      message: expect.stringContaining('one@1.0.0'),
    })
    expect(await left()).toEqual([])
  })

  it.each<[string, Answer]>([
    ['a body that ends early', (response, whole) => response.end(whole.subarray(0, 60))],
    [
      'a connection that breaks',
      (response, whole) => {
        response.writeHead(200, { 'content-length': whole.length })
        response.write(whole.subarray(0, 60), () => setTimeout(() => response.destroy(), 50))
      },
    ],
  ])('calls %s truncated and leaves nothing', async (_, answer) => {
    await serve({ one: data }, answer)
    await expect(fetchTarball(pin, options)).rejects.toMatchObject({ code: 'LB_DATA_TRUNCATED' })
    expect(await left()).toEqual([])
  })

  it('stops a body that is larger than pinned', async () => {
    await serve({ one: data }, (response, whole) => response.end(Buffer.concat([whole, Buffer.alloc(1000)])))
    await expect(fetchTarball(pin, options)).rejects.toMatchObject({ code: 'LB_DATA_TOO_LARGE' })
    expect(await left()).toEqual([])
  })

  it('names what is gone from the registry', async () => {
    await serve({})
    await expect(fetchTarball(pin, options)).rejects.toMatchObject({ code: 'LB_DATA_GONE' })
  })

  it('says that there is no network, and what to do', async () => {
    const { close, url } = await startRegistry({})
    await close()
    vi.stubEnv('npm_config_registry', url)
    await expect(fetchTarball(pin, options)).rejects.toMatchObject({
      code: 'LB_NETWORK',
      message: expect.stringMatching(/one@1\.0\.0.*check the network/),
    })
    expect(await left()).toEqual([])
  })

  it('stops at once when interrupted, even while nothing arrives', async () => {
    const stop = new AbortController()
    await serve({ one: data }, (response, whole) => {
      response.write(whole.subarray(0, 60))
      setTimeout(() => stop.abort(), 50)
    })
    await expect(fetchTarball(pin, { ...options, signal: stop.signal })).rejects.toMatchObject({
      code: 'LB_INTERRUPTED',
    })
    expect(await left()).toEqual([])
  })

  it('is not harmed by another download of the same tarball', async () => {
    await serve({ one: data })
    const paths = await Promise.all([1, 2, 3].map(() => fetchTarball(pin, options)))
    expect(new Set(paths).size).toBe(1)
    expect(await left()).toHaveLength(1)
    expect(await readFile(paths[0]!)).toEqual(data)
  })

  it('reports a full disk with the size that is needed', async (context) => {
    const big = Buffer.concat([data, Buffer.alloc(400_000, 7)])
    await serve({ one: big })
    const folder = dirname(downloadPath(''))
    await mkdir(folder, { recursive: true })
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    } catch {
      return context.skip('mounting a small file system needs root')
    }
    try {
      await expect(fetchTarball(pinOf('one', big), options)).rejects.toMatchObject({
        code: 'LB_DISK',
        message: expect.stringMatching(/one@1\.0\.0 \(0\.4 MB\).*ENOSPC.*XDG_CACHE_HOME/),
      })
      expect(await left()).toEqual([])
    } finally {
      execFileSync('umount', [folder])
    }
    expect(existsSync(folder)).toBe(true)
  })
})
