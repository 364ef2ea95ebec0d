import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folders of this name in the system's temporary folder are ours; the number is the process that made them. */
const ours = /^lawbook-execution-(\d+)-/

let root: Promise<string> | null = null
let users = 0

/** A new folder below the one scratch root of this process; the last one closed takes the root with it. */
export async function openScratch(): Promise<{ folder: string; close(): Promise<void> }> {
  users++
  root ??= openRoot()
  const mine = root
  const folder = await mkdtemp(join(await mine, 'area-'))
  let open = true
  const close = async (): Promise<void> => {
    if (!open) return
    open = false
    await removeFolder(folder)
    users--
    if (users > 0 || root !== mine) return
    root = null
    await removeFolder(await mine)
  }
  return { folder, close }
}

async function openRoot(): Promise<string> {
  const base = await realpath(tmpdir())
  for (const name of await readdir(base)) {
    const owner = ours.exec(name)?.[1]
    // What another user left cannot be removed, and is not ours to mind.
    if (owner !== undefined && !isAlive(Number(owner))) await removeFolder(join(base, name)).catch(() => {})
  }
  return mkdtemp(join(base, `lawbook-execution-${process.pid}-`))
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
export async function removeFolder(folder: string): Promise<void> {
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
