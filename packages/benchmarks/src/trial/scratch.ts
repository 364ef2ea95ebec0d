import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folders of this name in the system's temporary folder are ours; the number is the process that made them. */
const ours = /^lawbook-trial-(\d+)-/

/**
 * A folder that one trial works in; `close` removes it with all that is in it. What cannot be removed (paths too long for
 * the system) is no reason to lose the trial: it stays where it is.
 */
export type Scratch = { readonly folder: string; close(): Promise<void> }

/**
 * A new, empty scratch folder (its path has no symbolic links). Folders left by processes that died are removed first.
 */
export async function openScratch(): Promise<Scratch> {
  const base = await realpath(tmpdir())
  await removeLeftOvers(base)
  const folder = await mkdtemp(join(base, `lawbook-trial-${process.pid}-`))
  return { folder, close: () => removeFolder(folder).catch(() => {}) }
}

let swept: Promise<void> | null = null

/** Once in a process. What another user left cannot be removed, and is not ours to mind. */
function removeLeftOvers(base: string): Promise<void> {
  swept ??= (async () => {
    for (const name of await readdir(base)) {
      const owner = ours.exec(name)?.[1]
      if (owner !== undefined && !isAlive(Number(owner))) await removeFolder(join(base, name)).catch(() => {})
    }
  })()
  return swept
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Remove a folder and all in it, also folders that were closed to their owner. */
async function removeFolder(folder: string): Promise<void> {
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 })
  await remove().catch(async () => {
    await unlock(folder)
    await remove()
  })
}

async function unlock(folder: string): Promise<void> {
  await chmod(folder, 0o700)
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await unlock(join(folder, entry.name))
}
