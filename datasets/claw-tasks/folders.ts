import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { byCodeUnit } from '@lawbook/base'
import type { Files } from '@lawbook/execution'

/** The folder of this data set. */
export const root = fileURLToPath(new URL('.', import.meta.url))

/** Folders of tasks in one layout, relative to its `tasks/`: `<domain>/<task>`, in order. */
export async function taskFolders(layout: 'clawbench' | 'clawmark'): Promise<string[]> {
  const tasks = join(root, layout, 'tasks')
  const domains = await foldersIn(tasks)
  const all = await Promise.all(
    domains.map(async (domain) => (await foldersIn(join(tasks, domain))).map((task) => `${domain}/${task}`)),
  )
  return all.flat()
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('__'))
    .map(({ name }) => name)
    .sort(byCodeUnit)
}

/** Every file below a folder, by relative name in order; none if there is no such folder. Bytecode is left out. */
export async function filesIn(folder: string): Promise<Files> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort(byCodeUnit)
  return new Map(
    await Promise.all(names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const)),
  )
}

/** The default export of a module of a task. */
export async function defaultOf<T>(path: string): Promise<T> {
  return ((await import(path)) as { readonly default: T }).default
}
