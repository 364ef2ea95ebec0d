import { lstat, readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { asLawbookError, fail } from '@lawbook/base'
import type { Tree } from './treeOf.ts'

/** LB_EXISTS where a folder has something in it, LB_USAGE where it lies in what is copied there. */
export async function expectFree(out: string, { folder, parts }: Tree): Promise<void> {
  const there = await readdir(out).catch(async (thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return []
    // A file is there, or a file is above it; then nothing is there, and nothing can be written.
    if (thrown.code === 'ENOTDIR') return (await lstat(out).catch(() => null)) === null ? [] : ['']
    throw asLawbookError(thrown)
  })
  if (there.length > 0)
    fail('LB_EXISTS', `${basename(out)} is there already and not empty; name a new folder for --fix`)
  const target = await realOf(out)
  for (const part of parts) {
    const way = relative(await realpath(join(folder, part)), target)
    if (way === '' || !(way === '..' || way.startsWith(`..${sep}`)))
      fail('LB_USAGE', `${basename(out)} lies in the folder that is fixed; name one outside of it`)
  }
}

/** The real path of a folder that need not be there yet. */
async function realOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => null)
  return real ?? (dirname(path) === path ? path : join(await realOf(dirname(path)), basename(path)))
}
