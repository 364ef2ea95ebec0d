import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { asLawbookError, fail } from './error.ts'
import { type Json, parseJson, prettyJson } from './json.ts'

/** Write a file all or nothing: beside its place first, then renamed. Folders are made as needed. */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(temporary, data)
    await rename(temporary, path)
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => {})
    throw asLawbookError(thrown)
  }
}

/** Write a JSON document all or nothing (see `prettyJson`). */
export function writeJson(path: string, value: Json): Promise<void> {
  return writeAtomic(path, prettyJson(value))
}

/** Read a JSON document; a missing file throws LB_DATA_MISSING, a broken one LB_JSON. */
export async function readJson(path: string): Promise<unknown> {
  return parseJson(await readText(path), path)
}

/** Read a text file as UTF-8; a missing file throws LB_DATA_MISSING and names it. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT')
      fail('LB_DATA_MISSING', `there is no file ${path}`, { path })
    throw asLawbookError(thrown)
  }
}

/** What a reading gives, or null where there is no such file (LB_DATA_MISSING); any other error stays one. */
export async function absentAsNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (thrown) {
    if (asLawbookError(thrown).code === 'LB_DATA_MISSING') return null
    throw thrown
  }
}

/**
 * Fill a folder all or nothing: `fill` writes into a temporary folder beside it, which then takes its place. If that
 * fails, the old folder stays as it was.
 */
export async function replaceFolder(folder: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const mark = randomBytes(6).toString('hex')
  const temporary = `${folder}.${mark}.tmp`
  const old = `${folder}.${mark}.old`
  try {
    await mkdir(temporary, { recursive: true })
    await fill(temporary)
    await rename(folder, old).catch((thrown: NodeJS.ErrnoException) => {
      if (thrown.code !== 'ENOENT') throw thrown
    })
    await rename(temporary, folder).catch(async (thrown) => {
      await rename(old, folder).catch(() => {})
      throw thrown
    })
    await rm(old, { recursive: true, force: true })
  } catch (thrown) {
    await rm(temporary, { recursive: true, force: true }).catch(() => {})
    throw asLawbookError(thrown)
  }
}
