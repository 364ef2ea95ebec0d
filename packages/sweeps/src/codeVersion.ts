import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { byCodeUnit, hashJson, sha256 } from '@lawbook/base'

const root = new URL('../../../', import.meta.url)

/** Folders and files of the workspace that decide what a rank matrix holds. */
const sources = [
  'packages/routers/src/',
  'packages/skills/src/',
  'packages/base/src/number.ts',
  'packages/base/src/hash.ts',
  'packages/base/src/json.ts',
  'packages/sweeps/src/ranks.ts',
  'packages/sweeps/src/rankings.ts',
  'packages/routers/package.json',
  'pnpm-lock.yaml',
]

let known: Promise<string> | undefined

/**
 * A hash of all code that turns a library and requests into ranks: the sources of the routers and of what they compute
 * with, and the lock file, which pins the packages that they import. Read once a process.
 */
export function rankingCode(): Promise<string> {
  known ??= hashSources(sources, root)
  return known
}

/** A hash of the names and contents of files below a root; a path that ends in a slash means all files of the folder. */
export async function hashSources(paths: readonly string[], root: URL): Promise<string> {
  const files = (await Promise.all(paths.map((path) => filesOf(path, root)))).flat().sort(byCodeUnit)
  const contents = await Promise.all(files.map((file) => readFile(new URL(file, root))))
  return hashJson(files.map((file, i) => [file, sha256(contents[i]!)]))
}

/** A file itself, or all files below a folder. */
async function filesOf(path: string, root: URL): Promise<string[]> {
  if (!path.endsWith('/')) return [path]
  const entries = await readdir(fileURLToPath(new URL(path, root)), { withFileTypes: true })
  const inside = entries.map((entry) => filesOf(`${path}${entry.name}${entry.isDirectory() ? '/' : ''}`, root))
  return (await Promise.all(inside)).flat()
}
