import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSources, rankingCode } from '../src/codeVersion.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'code-'))
  await mkdir(join(folder, 'src', 'inner'), { recursive: true })
  await writeFile(join(folder, 'src', 'a.ts'), 'one')
  await writeFile(join(folder, 'src', 'inner', 'b.ts'), 'two')
  await writeFile(join(folder, 'lock'), 'three')
})
afterAll(() => rm(folder, { recursive: true }))

const hash = () => hashSources(['src/', 'lock'], pathToFileURL(`${folder}/`))

test('a change in any file, however deep, and a new file change the hash; the same files do not', async () => {
  const before = await hash()
  expect(await hash()).toBe(before)
  await writeFile(join(folder, 'src', 'inner', 'b.ts'), 'two!')
  const deep = await hash()
  await writeFile(join(folder, 'lock'), 'four')
  const lock = await hash()
  await writeFile(join(folder, 'src', 'c.ts'), '')
  expect(new Set([before, deep, lock, await hash()]).size).toBe(4)
})

test('the code of the rankings has a hash, and a missing source is an error', async () => {
  expect(await rankingCode()).toMatch(/^[0-9a-f]{64}$/)
  await expect(hashSources(['gone.ts'], pathToFileURL(`${folder}/`))).rejects.toThrow()
})
