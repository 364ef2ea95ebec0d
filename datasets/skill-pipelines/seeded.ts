import { streamsOf } from '@lawbook/base'

/** Seeded randomness for input files: the same files for the same pipeline on every machine. */
export type Random = {
  /** In [0, 1). */
  next(): number
  /** A whole number from lo to hi, both included. */
  int(lo: number, hi: number): number
  pick<T>(list: readonly T[]): T
  /** The ISO date `days` after 2026-01-01. */
  day(days: number): string
}

/** The files of an input: relative names -> bytes. */
export type Files = ReadonlyMap<string, Uint8Array>

/** The randomness of one input of one pipeline. */
export function randomOf(pipeline: string, input: string): Random {
  const stream = streamsOf('skill-pipelines')(`${pipeline} ${input}`)
  const int = (lo: number, hi: number): number => lo + stream.integer(hi - lo + 1)
  return {
    next: () => stream.uniform(),
    int,
    pick: (list) => list[int(0, list.length - 1)]!,
    day: (days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10),
  }
}

/** Files from text or bytes by name. */
export function filesOf(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  const encoder = new TextEncoder()
  return new Map(
    Object.keys(contents)
      .sort()
      .map((name) => {
        const content = contents[name]!
        return [name, typeof content === 'string' ? encoder.encode(content) : content]
      }),
  )
}
