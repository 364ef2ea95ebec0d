import { chmod, copyFile, mkdir, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { byCodeUnit } from '@lawbook/base'

/** What no agent reads, and nobody wants twice. */
export const leftOut = ['.git', 'node_modules']

/**
 * Copy a folder byte for byte, without `.git` and `node_modules`. A link becomes what it leads to, so that nothing in
 * the copy leads back to what was copied; one that leads nowhere, or to a folder above it, is left out.
 */
export async function copyTree(from: string, to: string, above: readonly string[] = []): Promise<void> {
  const real = await realpath(from)
  if (above.includes(real)) return
  await mkdir(to, { recursive: true })
  for (const name of (await readdir(from)).sort(byCodeUnit)) {
    const path = join(from, name)
    const found = await stat(path).catch(() => null)
    if (found?.isDirectory() && !leftOut.includes(name)) await copyTree(path, join(to, name), [...above, real])
    else if (found?.isFile()) await copyWritable(path, join(to, name), found.mode)
  }
}

/** A copy can be written to, whatever the original is. */
async function copyWritable(from: string, to: string, mode: number): Promise<void> {
  await copyFile(from, to)
  await chmod(to, mode | 0o200)
}
