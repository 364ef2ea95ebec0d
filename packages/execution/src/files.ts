import { byCodeUnit } from '@lawbook/base'

/** Relative POSIX paths -> bytes, sorted by code unit. */
export type Files = ReadonlyMap<string, Uint8Array>

/** What one job may use at most. */
export type Limits = {
  /** Files and folders in the workspace, counted together. */
  readonly files: number
  /** Bytes of all files together. */
  readonly bytes: number
  /** Bytes of one file. */
  readonly fileBytes: number
  /** Wall time of the job, without the start of its process. */
  readonly milliseconds: number
  /** Bytes written to standard output and standard error together. */
  readonly output: number
}

/** The limits of a job for which nothing else is said. */
export const limits: Limits = {
  files: 500,
  bytes: 8 * 1024 * 1024,
  fileBytes: 4 * 1024 * 1024,
  milliseconds: 20_000,
  output: 64 * 1024,
}

/** The same files in order of name. */
export function sortFiles(files: Files): Files {
  return new Map([...files].sort(([a], [b]) => byCodeUnit(a, b)))
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

/** Names that are new or have other bytes, and names that are gone; both sorted. */
export function differences(before: Files, after: Files): { changed: string[]; removed: string[] } {
  const changed = [...after].filter(([name, bytes]) => {
    const old = before.get(name)
    return old === undefined || !sameBytes(old, bytes)
  })
  return {
    changed: changed.map(([name]) => name).sort(byCodeUnit),
    removed: [...before.keys()].filter((name) => !after.has(name)).sort(byCodeUnit),
  }
}
