import { lstat, readFile } from 'node:fs/promises'

/** Bytes of a file that task code wrote which are read at most. */
const longest = 64 * 1024 * 1024

/** The text of a file that task code wrote: null unless it is a plain file of at most 64 MiB. A pipe would never end. */
export async function writtenText(path: string): Promise<string | null> {
  const found = await lstat(path).catch(() => null)
  return found?.isFile() === true && found.size <= longest ? await readFile(path, 'utf8') : null
}
