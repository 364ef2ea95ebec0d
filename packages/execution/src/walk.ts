import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail } from '@lawbook/base'
import { type Files, type Limits, sortFiles } from './files.ts'

/**
 * Every file below a folder. Anything but plain files and folders (a symbolic link, a socket, a file with a second name,
 * a name that is not UTF-8, a file closed to its owner) throws LB_DATA_PATH; more or larger files than the limits allow
 * throw LB_DATA_TOO_LARGE.
 */
export async function readFiles(folder: string, limits: Limits): Promise<Files> {
  const files = new Map<string, Uint8Array>()
  for (const name of await namesBelow(folder, limits)) {
    const bytes = await readFile(join(folder, name)).catch((thrown) => unreadable(name, thrown))
    files.set(name, new Uint8Array(bytes))
  }
  return sortFiles(files)
}

async function namesBelow(folder: string, limits: Limits): Promise<string[]> {
  const names: string[] = []
  await walk(folder, limits, (name, found) => {
    if (!found.isFile()) fail('LB_DATA_PATH', `"${name}" is neither a plain file nor a folder`)
    if (found.nlink > 1) fail('LB_DATA_PATH', `"${name}" has a second name (a hard link)`)
    names.push(name)
  })
  return names
}

/** Whether the folder holds more than the limits allow at this moment; it may be changing. */
export async function isOverfull(folder: string, limits: Limits): Promise<boolean> {
  try {
    await walk(folder, limits, () => {})
    return false
  } catch (thrown) {
    return (thrown as { code?: string }).code === 'LB_DATA_TOO_LARGE'
  }
}

type Found = { isFile(): boolean; isDirectory(): boolean; readonly nlink: number; readonly size: number }

/** Visit all that is not a folder, without following links, and stop at the first limit that is passed. */
async function walk(folder: string, limits: Limits, visit: (name: string, found: Found) => void): Promise<void> {
  const open = ['']
  const used = { files: 0, bytes: 0 }
  for (let at = 0; at < open.length; at++) {
    const below = open[at]!
    for (const entry of await readdir(join(folder, below), { encoding: 'buffer' }).catch((e) => unreadable(below, e))) {
      const name = below === '' ? nameOf(entry) : `${below}/${nameOf(entry)}`
      const found = await lstat(join(folder, name))
      used.files++
      if (!found.isDirectory()) used.bytes += found.size
      hold(used, found.isDirectory() ? 0 : found.size, limits)
      if (found.isDirectory()) open.push(name)
      else visit(name, found)
    }
  }
}

function hold(used: { files: number; bytes: number }, size: number, limits: Limits): void {
  if (used.files > limits.files)
    fail('LB_DATA_TOO_LARGE', `the workspace holds more than ${limits.files} files and folders`)
  if (size > limits.fileBytes) fail('LB_DATA_TOO_LARGE', `a file of the workspace is over ${limits.fileBytes} bytes`)
  if (used.bytes > limits.bytes) fail('LB_DATA_TOO_LARGE', `the workspace holds more than ${limits.bytes} bytes`)
}

function nameOf(entry: Buffer): string {
  const name = entry.toString('utf8')
  if (!Buffer.from(name, 'utf8').equals(entry)) fail('LB_DATA_PATH', 'a file name is not UTF-8')
  return name
}

function unreadable(name: string, thrown: unknown): never {
  if (['EACCES', 'EPERM'].includes((thrown as NodeJS.ErrnoException).code ?? ''))
    fail('LB_DATA_PATH', `"${name}" is closed to its owner`)
  throw thrown
}
