import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { byCodeUnit } from '@lawbook/base'

/** Size and time of the last change of everything below a folder, by relative name. */
export type Listing = ReadonlyMap<string, string>

export async function listingOf(folder: string): Promise<Listing> {
  const listing = new Map<string, string>()
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    const { size, mtimeMs } = await lstat(path)
    listing.set(path.slice(folder.length + 1), entry.isDirectory() ? 'folder' : `${size} ${mtimeMs}`)
  }
  return listing
}

/** Names that are new, gone or different, sorted: what task code did to a folder that was none of its business. */
export function changesBetween(before: Listing, after: Listing): string[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort(byCodeUnit)
}
