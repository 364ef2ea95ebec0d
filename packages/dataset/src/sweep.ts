import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Long enough for any download or write that is still under way in another process. */
const staleAfterMs = 6 * 3_600_000

/** Remove what a killed process left half-written in a folder: `*.<12 hex>.tmp` and `.old`, not touched for six hours. */
export async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((candidate) => /\.[0-9a-f]{12}\.(tmp|old)$/.test(candidate))) {
    const path = join(folder, name)
    const touched = await stat(path).catch(() => null)
    if (touched !== null && Date.now() - touched.mtimeMs > staleAfterMs)
      await rm(path, { recursive: true, force: true })
  }
}
