import { homedir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from './hash.ts'

/** The project's cache: `$XDG_CACHE_HOME/lawbook`, by default `~/.cache/lawbook`. Deleting it loses only time. */
export function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.cache'), 'lawbook')
}

/** Where a download with this integrity string (`sha512-...`) lives, shared by all clones. */
export function downloadPath(integrity: string): string {
  return join(cacheFolder(), 'downloads', sha256(integrity).slice(0, 32))
}

/** Where the output of a slow pure function lives: the key is a hash of everything it depends on. */
export function memoPath(kind: string, key: string): string {
  return join(cacheFolder(), 'memo', kind, key)
}
