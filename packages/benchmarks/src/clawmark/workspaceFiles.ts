import { cp, lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { byCodeUnit } from '@lawbook/base'
import type { Files } from '@lawbook/execution'

/** Every plain file below a folder, by relative name in order; none if there is no such folder. A link is no file. */
export async function readFiles(folder: string): Promise<Files> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort(byCodeUnit)
  return new Map(await Promise.all(names.map(async (name) => [name, await bytesOf(join(folder, name))] as const)))
}

/** Write what is new or different in `after`, and remove what is no longer there. */
export async function writeChanges(folder: string, before: Files, after: Files): Promise<void> {
  for (const name of before.keys()) if (!after.has(name)) await rm(join(folder, name))
  for (const [name, bytes] of after) {
    const old = before.get(name)
    if (old !== undefined && Buffer.compare(old, bytes) === 0) continue
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
}

/** A copy of a workspace with times and links as they are; pipes, sockets and devices are left out. */
export async function snapshot(workspace: string, to: string): Promise<void> {
  const isOrdinary = async (path: string): Promise<boolean> => {
    const found = await lstat(path)
    return found.isFile() || found.isDirectory() || found.isSymbolicLink()
  }
  await cp(workspace, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true, filter: isOrdinary })
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path))
}
