import { readFile } from 'node:fs/promises'
import { unzipSync, zipSync } from 'fflate'

/** Noon of the first day a zip can name, read as local time: the same bytes in every time zone. */
const packedAt = '1980-01-01T12:00:00'

/** A zip of named contents, in order of name. */
export function zipOf(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...contents].sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(entries), { mtime: packedAt, level: 6 })
}

/** The files in a zip by their path inside it, folders left out. A path that leads out of the archive throws. */
export async function readZip(name: string): Promise<Map<string, Uint8Array>> {
  const files = Object.entries(unzipSync(await readFile(name))).filter(([path]) => !path.endsWith('/'))
  const unsafe = files.find(([path]) => path.startsWith('/') || path.split(/[/\\]/).includes('..'))
  if (unsafe !== undefined) throw new Error(`${name} holds the unsafe path ${unsafe[0]}`)
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A file name without its folders. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A base name without its last extension. */
export function stemOf(path: string): string {
  return baseName(path).replace(/(?<=.)\.[^.]*$/, '')
}
