import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTarball } from '../src/tarball.ts'
import { type Entry, pinOf, tarballOf } from './support/tarballs.ts'

const caps = { fileBytes: 1000, unpackedBytes: 4000 }
const good = { path: 'package/SKILL.md', body: 'text' }
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lawbook-tarball-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(data: Buffer, files?: string[]): Promise<Map<string, Uint8Array>> {
  const path = join(folder, 'tarball')
  await writeFile(path, data)
  return readTarball(path, pinOf('one', data, files), caps)
}
const readEntries = (entries: Entry[], files?: string[]): Promise<Map<string, Uint8Array>> =>
  read(tarballOf(entries), files)

describe('readTarball', () => {
  it('gives the wanted files below the top folder, whatever it is called, and nothing else', async () => {
    const entries = [
      { path: 'top/other.md', body: 'no' },
      { path: 'top/a/SKILL.md', body: 'héllo' },
      { path: 'top/b/SKILL.md' },
    ]
    const files = await readEntries(entries, ['b/SKILL.md', 'a/SKILL.md'])
    expect(Object.fromEntries([...files].map(([path, data]) => [path, Buffer.from(data).toString()]))).toEqual({
      'a/SKILL.md': 'héllo',
      'b/SKILL.md': '',
    })
  })

  it.each<[string, string, Entry[]]>([
    ['LB_DATA_PATH', 'a wanted file that is missing', [{ path: 'package/skill.md', body: 'text' }]],
    [
      'LB_DATA_PATH',
      'a path that climbs out, though it is not wanted',
      [good, { path: 'package/../../evil', body: 'x' }],
    ],
    ['LB_DATA_PATH', 'an absolute path', [{ path: '/etc/evil', body: 'x' }, good]],
    ['LB_DATA_PATH', 'a wanted file that is a link', [{ path: 'package/SKILL.md', type: 'SymbolicLink' }]],
    ['LB_DATA_TOO_LARGE', 'a file above its cap', [{ path: 'package/SKILL.md', body: 'x'.repeat(1001) }]],
    ['LB_DATA_TOO_LARGE', 'a tarball above its cap', [good, { path: 'package/big', body: 'x'.repeat(4000) }]],
  ])('throws %s for %s', async (code, _, entries) => {
    await expect(readEntries(entries)).rejects.toMatchObject({ code, message: expect.stringContaining('one@1.0.0') })
  })

  it('allows a file of exactly the cap', async () => {
    const files = await readEntries([{ path: 'package/SKILL.md', body: 'x'.repeat(1000) }])
    expect(files.get('SKILL.md')).toHaveLength(1000)
  })

  it('puts the parts of a large file together in their order', async () => {
    const body = Array.from({ length: 60_000 }, (_, i) => `${i},`).join('')
    const path = join(folder, 'large')
    const data = tarballOf([good, { path: 'package/large.txt', body }, { path: 'package/after', body: 'more' }])
    await writeFile(path, data)
    const files = await readTarball(path, pinOf('one', data, ['large.txt', 'SKILL.md', 'after']), {
      fileBytes: 1_000_000,
      unpackedBytes: 1_000_000,
    })
    expect(Buffer.from(files.get('large.txt')!).toString()).toBe(body)
    expect(Buffer.from(files.get('SKILL.md')!).toString()).toBe('text')
    expect(Buffer.from(files.get('after')!).toString()).toBe('more')
  })

  it('calls a tarball that ends early truncated', async () => {
    const body = Array.from({ length: 900 }, (_, i) => String.fromCharCode(33 + ((i * i * 7) % 90))).join('')
    const whole = tarballOf([{ path: 'package/SKILL.md', body }])
    await expect(read(whole.subarray(0, whole.length - 40))).rejects.toMatchObject({ code: 'LB_DATA_TRUNCATED' })
  })

  it('calls what is no tarball unsound', async () => {
    await expect(read(Buffer.from('no tarball at all'.repeat(100)))).rejects.toMatchObject({
      code: 'LB_DATA_INTEGRITY',
    })
  })
})
