import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { absentAsNull, readJson, readText, replaceFolder, writeAtomic, writeJson } from '../src/index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lawbook-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const names = async (path = folder): Promise<string[]> => (await readdir(path)).sort()

describe('writeAtomic', () => {
  it('makes folders, replaces what was there and leaves nothing beside it', async () => {
    const path = join(folder, 'a', 'b.txt')
    await writeAtomic(path, 'one')
    await writeAtomic(path, new TextEncoder().encode('two'))
    expect(await readText(path)).toBe('two')
    expect(await names(join(folder, 'a'))).toEqual(['b.txt'])
  })

  it('is never seen half-written by a reader', async () => {
    const path = join(folder, 'big')
    const [first, second] = ['a'.repeat(2_000_000), 'b'.repeat(2_000_000)]
    await writeAtomic(path, first)
    const writing = writeAtomic(path, second)
    const seen = await Promise.all(Array.from({ length: 20 }, () => readFile(path, 'utf8')))
    await writing
    expect(seen.every((text) => text === first || text === second)).toBe(true)
  })

  it('throws the project error, not that of its own cleaning up, where a folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(writeAtomic(join(folder, 'file', 'child'), 'x')).rejects.toMatchObject({ name: 'LawbookError' })
    await expect(writeAtomic(join(folder, 'n'.repeat(250)), 'x')).rejects.toMatchObject({ name: 'LawbookError' })
  })

  it('writes JSON that reads back, and nothing at all if it holds NaN', async () => {
    await writeJson(join(folder, 'x.json'), { schema: 'lawbook/x@1', list: [1] })
    expect(await readJson(join(folder, 'x.json'))).toEqual({ schema: 'lawbook/x@1', list: [1] })
    expect(() => writeJson(join(folder, 'y.json'), { bad: Number.NaN })).toThrow(
      expect.objectContaining({ code: 'LB_NOT_FINITE' }),
    )
    expect(await names()).toEqual(['x.json'])
  })
})

describe('readJson', () => {
  it('names a missing and a broken file', async () => {
    const path = join(folder, 'x.json')
    await expect(readJson(path)).rejects.toMatchObject({ code: 'LB_DATA_MISSING', message: `there is no file ${path}` })
    await writeFile(path, '{')
    await expect(readJson(path)).rejects.toMatchObject({ code: 'LB_JSON', details: { where: path } })
  })
})

describe('replaceFolder', () => {
  const target = (): string => join(folder, 'results', 'data')
  const fillWith = (text: string) => (temporary: string) => writeFile(join(temporary, text), text)

  it('replaces the whole folder: nothing of the old one stays', async () => {
    await replaceFolder(target(), fillWith('one'))
    await replaceFolder(target(), fillWith('two'))
    expect(await names(target())).toEqual(['two'])
    expect(await names(join(folder, 'results'))).toEqual(['data'])
  })

  it('leaves the old folder as it was if filling fails', async () => {
    await replaceFolder(target(), fillWith('one'))
    const failing = replaceFolder(target(), async (temporary) => {
      await fillWith('two')(temporary)
      throw new Error('half way')
    })
    await expect(failing).rejects.toMatchObject({ code: 'LB_INTERNAL', message: 'half way' })
    expect(await names(target())).toEqual(['one'])
    expect(await names(join(folder, 'results'))).toEqual(['data'])
  })

  it('puts the old folder back if the new one cannot take its place', async () => {
    await replaceFolder(target(), fillWith('one'))
    await expect(replaceFolder(target(), (temporary) => rm(temporary, { recursive: true }))).rejects.toThrow(/ENOENT/)
    expect(await names(target())).toEqual(['one'])
    expect(await names(join(folder, 'results'))).toEqual(['data'])
  })
})

describe('a disk that takes no more', () => {
  it('is LB_DISK, keeps the old results and leaves nothing half-written', async (context) => {
    const root = process.getuid?.() === 0
    if (root && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status !== 0)
      return context.skip('root, to whom no folder is read-only, but without the right to mount a small disk')
    const results = join(folder, 'results')
    try {
      await replaceFolder(join(results, 'data'), (temporary) => writeFile(join(temporary, 'one'), 'one'))
      if (!root) await chmod(results, 0o555)
      const large = 'x'.repeat(1_000_000)
      await expect(
        replaceFolder(join(results, 'data'), (temporary) => writeAtomic(join(temporary, 'two'), large)),
      ).rejects.toMatchObject({ code: 'LB_DISK', exit: 5, message: expect.stringMatching(/^cannot write: /) })
      await expect(writeAtomic(join(results, 'three'), large)).rejects.toMatchObject({ code: 'LB_DISK' })
      expect(await names(results)).toEqual(['data'])
      expect(await readText(join(results, 'data', 'one'))).toBe('one')
    } finally {
      if (root) execFileSync('umount', [folder])
      else await chmod(results, 0o755)
    }
  })

  it('is a folder that cannot be made, too', async () => {
    await mkdir(join(folder, 'x'))
    await writeFile(join(folder, 'x', 'data'), 'a file where the folder should be')
    await expect(replaceFolder(join(folder, 'x', 'data', 'y'), async () => {})).rejects.toMatchObject({
      name: 'LawbookError',
    })
  })
})

describe('absentAsNull', () => {
  it('makes a missing file null, and nothing else', async () => {
    expect(await absentAsNull(readJson(join(folder, 'none.json')))).toBeNull()
    await writeFile(join(folder, 'broken.json'), '{')
    await expect(absentAsNull(readJson(join(folder, 'broken.json')))).rejects.toMatchObject({ code: 'LB_JSON' })
    expect(await absentAsNull(Promise.resolve(0))).toBe(0)
  })
})
