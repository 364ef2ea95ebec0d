import { lstat, readdir, readFile, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { absentAsNull, byCodeUnit, writeAtomic } from '@lawbook/base'
import { readResult } from '@lawbook/schemas'

/** What mirroring changed, as paths below `figures/`. */
export type Collected = { readonly written: readonly string[]; readonly removed: readonly string[] }

const figureFile = /\.(vl\.json|svg|png|pdf|caption\.json)$/

/**
 * Mirror the results of experiments into `figures/<id>/`: result, tables, evidence and figure files of each id in
 * `succeeded` whose result is at full fidelity. Writes only what differs; removes files that no experiment owns any
 * more and the folders of experiments that are not in `existing`. Others keep what they have.
 */
export async function collect(
  root: string,
  succeeded: readonly string[],
  existing: readonly string[],
): Promise<Collected> {
  const written: string[] = []
  const removed: string[] = []
  for (const id of succeeded) {
    const files = await ownFiles(join(root, 'experiments', id, 'results'))
    if (files === null) continue
    const target = join(root, 'figures', id)
    for (const [name, source] of files) {
      const data = await readFile(source)
      if ((await readOrNull(join(target, name)))?.equals(data) === true) continue
      await writeAtomic(join(target, name), data)
      written.push(`${id}/${name}`)
    }
    for (const name of await listFiles(target)) {
      if (files.has(name)) continue
      await rm(join(target, name))
      removed.push(`${id}/${name}`)
    }
    await removeEmptyFolders(target)
  }
  for (const id of await readdir(join(root, 'figures')).catch(() => [])) {
    if (id === 'overview' || existing.includes(id) || !(await lstat(join(root, 'figures', id))).isDirectory()) continue
    await rm(join(root, 'figures', id), { recursive: true })
    removed.push(id)
  }
  return { written, removed }
}

/** The committed files of a full-fidelity result by name; null if there is none. Never `run.json`: it holds times. */
async function ownFiles(results: string): Promise<Map<string, string> | null> {
  const stored = await absentAsNull(readResult(join(results, 'data')))
  if (stored === null || stored.result.fidelity !== 'full') return null
  const { tables, evidence } = stored.result
  const data = ['result.json', ...[...tables, ...evidence].map(({ file }) => file)]
  const drawn = (await listFiles(join(results, 'figures'))).filter((name) => figureFile.test(name))
  return new Map([
    ...data.map((name) => [name, join(results, 'data', name)] as const),
    ...drawn.map((name) => [name, join(results, 'figures', name)] as const),
  ])
}

/** All files below a folder, as paths with `/`, sorted; none if there is no folder. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort(byCodeUnit)
}

async function readOrNull(path: string): Promise<Buffer | null> {
  return await readFile(path).catch(() => null)
}

async function removeEmptyFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (entry.isDirectory()) await rmdir(join(folder, entry.name)).catch(() => {})
  }
}
