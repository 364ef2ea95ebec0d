import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { absentAsNull, byCodeUnit, fail, parseJson, readText } from '@lawbook/base'

/** A workspace package as far as the registry needs it. */
export type WorkspacePackage = {
  /** The name of its folder. */
  readonly id: string
  readonly folder: string
  readonly name: string
  readonly description?: string
  readonly dependencies: readonly string[]
}

/** The packages in the folders of `<root>/<group>` that hold a package.json, sorted by id; none where there is no such folder. */
export async function packagesIn(root: string, group: string): Promise<WorkspacePackage[]> {
  const parent = join(root, group)
  const entries = await readdir(parent, { withFileTypes: true }).catch(none)
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const found = await Promise.all(folders.map((id) => readPackage(id, join(parent, id))))
  return found.filter((one) => one !== null).sort((a, b) => byCodeUnit(a.id, b.id))
}

async function readPackage(id: string, folder: string): Promise<WorkspacePackage | null> {
  const path = join(folder, 'package.json')
  const text = await readIfThere(path)
  if (text === null) return null
  const json = parseJson(text, path) as { name?: unknown; description?: unknown; dependencies?: unknown } | null
  if (typeof json?.name !== 'string') fail('LB_SCHEMA', `${path} has no "name"; name the package after its folder`)
  return {
    id,
    folder,
    name: json.name,
    ...(typeof json.description === 'string' ? { description: json.description } : {}),
    dependencies: Object.keys((json.dependencies as Record<string, string> | undefined) ?? {}),
  }
}

/** The text of a file, or null where there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  return absentAsNull(readText(path))
}

function none(thrown: NodeJS.ErrnoException): Dirent[] {
  if (thrown.code === 'ENOENT') return []
  throw thrown
}
