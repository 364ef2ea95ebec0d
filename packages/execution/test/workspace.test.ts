import { existsSync } from 'node:fs'
import { link, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { limits } from '../src/files.ts'
import { readFiles } from '../src/walk.ts'
import { filesOf, openWorkspace, rootsOf, textsOf, type Workspace } from './files.ts'

const contents = { 'b/c.txt': 'c', 'B.txt': 'b', 'a.bin': new Uint8Array([0, 255]), 'b/é.txt': '' }
let workspace: Workspace | null = null

async function open(files = filesOf(contents)): Promise<string> {
  workspace = await openWorkspace(files)
  return workspace.folder
}

afterEach(async () => {
  await workspace?.close()
  workspace = null
  expect(rootsOf(process.pid)).toEqual([])
})

describe('a workspace', () => {
  it('gives back what was put in, sorted by code unit, and goes when it is closed', async () => {
    const folder = await open()
    const files = await readFiles(folder, limits)
    expect([...files.keys()]).toEqual(['B.txt', 'a.bin', 'b/c.txt', 'b/é.txt'])
    expect(files.get('a.bin')).toEqual(new Uint8Array([0, 255]))
    await workspace!.close()
    await workspace!.close()
    expect(existsSync(folder)).toBe(false)
  })
  it('is one of several below one root', async () => {
    const folder = await open()
    const other = await openWorkspace(filesOf({ x: 'x' }))
    expect(rootsOf(process.pid)).toHaveLength(1)
    await workspace!.close()
    expect(textsOf(await readFiles(other.folder, limits))).toEqual({ x: 'x' })
    expect(existsSync(folder)).toBe(false)
    await other.close()
  })
  it.each(['/etc/x', '../x', 'a/../../x', 'a//b', 'a/', './a', '', 'a\0b', '..'])(
    'refuses the name %j',
    async (name) => {
      await expect(openWorkspace(filesOf({ [name]: '' }))).rejects.toMatchObject({ code: 'LB_DATA_PATH' })
    },
  )
  it('refuses a file that is the folder of another', async () => {
    await expect(openWorkspace(filesOf({ a: '', 'a/b': '' }))).rejects.toThrow('"a" is a file and the folder of "a/b"')
  })
})

describe('readFiles', () => {
  it('refuses a symbolic link, to a file or a folder, dangling or not', async () => {
    for (const target of ['B.txt', 'b', '/etc', 'nowhere']) {
      const folder = await open()
      await symlink(target, join(folder, 'link'))
      await expect(readFiles(folder, limits)).rejects.toMatchObject({ code: 'LB_DATA_PATH' })
      await workspace!.close()
    }
  })
  it('refuses a hard link', async () => {
    const folder = await open()
    await link(join(folder, 'B.txt'), join(folder, 'again.txt'))
    await expect(readFiles(folder, limits)).rejects.toThrow('hard link')
  })
  it.each([
    ['files', { ...limits, files: 5 }, { ...limits, files: 4 }],
    ['bytes', { ...limits, bytes: 4 }, { ...limits, bytes: 3 }],
    ['the bytes of one file', { ...limits, fileBytes: 2 }, { ...limits, fileBytes: 1 }],
  ])('holds the limit on %s', async (_, enough, scarce) => {
    const folder = await open()
    expect((await readFiles(folder, enough)).size).toBe(4)
    await expect(readFiles(folder, scarce)).rejects.toMatchObject({ code: 'LB_DATA_TOO_LARGE' })
  })
  it('does not count on the order of the disk', async () => {
    const folder = await open(new Map())
    for (const name of ['z', 'm', 'a']) await mkdir(join(folder, name))
    for (const name of ['z/1', 'a/1', 'm/1', 'z.txt']) await writeFile(join(folder, name), name)
    expect([...(await readFiles(folder, limits)).keys()]).toEqual(['a/1', 'm/1', 'z.txt', 'z/1'])
    expect(await readdir(folder)).toHaveLength(4)
  })
})
