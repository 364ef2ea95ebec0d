import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeAtomic } from './files.ts'
import { sha256 } from './hash.ts'
import { memoPath } from './paths.ts'

const hashLength = 64
const pollMs = 100
/** All memos of a kind together: beyond this the oldest are removed. */
const mostBytes = 2 * 1024 * 1024 * 1024
/** A lock that names no process yet, and one that names any: older ones belong to nobody. */
const emptyLockMs = 60_000
const oldLockMs = 30 * 60_000

/** Locks that this process holds. */
const held = new Set<string>()

/**
 * The output of a slow pure function, computed at most once a key: read from `memoPath(kind, key)` or made and kept
 * there. `key` must be a hash of everything that the bytes depend on, the version of the code included. A file starts
 * with the hash of its content: a damaged one is made again. Of two processes that want the same key one computes and
 * the other waits; a lock whose process is gone is broken.
 */
export async function memo(kind: string, key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  for (;;) {
    const kept = await readMemo(kind, key)
    if (kept !== null) return kept
    const made = await makeMemo(kind, key, make)
    if (made !== null) return made
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

/** What is kept under a key; null if there is nothing, or what is there is damaged. */
export async function readMemo(kind: string, key: string): Promise<Uint8Array | null> {
  const file = await readFile(memoPath(kind, key)).catch(() => null)
  if (file === null) return null
  const content = file.subarray(hashLength)
  return file.subarray(0, hashLength).toString('latin1') === sha256(content) ? content : null
}

/** Make and keep the content of a key, or null if another process is at it. */
export async function makeMemo(kind: string, key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array | null> {
  const path = memoPath(kind, key)
  const lock = `${path}.lock`
  if (!(await takeLock(lock))) return null
  try {
    const kept = await readMemo(kind, key)
    if (kept !== null) return kept
    const content = await make()
    await writeAtomic(path, Buffer.concat([Buffer.from(sha256(content), 'latin1'), content]))
    await removeOldest(dirname(path), mostBytes)
    return content
  } finally {
    held.delete(lock)
    await rm(lock, { force: true })
  }
}

/** Remove files of a folder, the least recently written first, until it holds no more than so many bytes. */
export async function removeOldest(folder: string, bytes: number): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name))
  const files = await Promise.all(
    paths.map(async (path) => {
      const about = await stat(path).catch(() => null)
      return { path, size: about?.size ?? 0, written: about?.mtimeMs ?? 0 }
    }),
  )
  files.sort((a, b) => b.written - a.written)
  let total = 0
  for (const { path, size } of files) if ((total += size) > bytes) await rm(path, { force: true })
}

/**
 * True if the lock is ours now. One that cannot be anybody's is removed, and free at the next try: it names a process
 * that is gone, or this one while it holds none (numbers of processes come again), or it is too old. If two processes
 * do so at once, both may compute: the same bytes twice.
 */
async function takeLock(lock: string): Promise<boolean> {
  await mkdir(dirname(lock), { recursive: true })
  try {
    const file = await open(lock, 'wx')
    held.add(lock)
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
  }
  const owner = Number(await readFile(lock, 'utf8').catch(() => '0'))
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  if (owner > 0 ? age > oldLockMs || !isAlive(owner, lock) : age > emptyLockMs) await rm(lock, { force: true })
  return false
}

function isAlive(pid: number, lock: string): boolean {
  if (pid === process.pid) return held.has(lock)
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}
