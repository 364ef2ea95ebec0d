import { type Code, codes } from './codes.ts'

/** What an error carries besides its sentence: plain values only, so that it can be written to `error.json`. */
export type Details = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/**
 * The project's only error. The message is a lower-case sentence that shows the value, says what is allowed and,
 * where it is not obvious, what to do next; the code is stable (see `codes`).
 */
export class LawbookError extends Error {
  readonly code: Code
  readonly details: Details

  constructor(code: Code, message: string, details: Details = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'LawbookError'
    this.code = code
    this.details = details
  }

  /** The exit code that the command line gives for this error. */
  get exit(): number {
    return codes[this.code].exit
  }
}

/** Throw a LawbookError. A function, so that it can stand in an expression. */
export function fail(code: Code, message: string, details?: Details, cause?: unknown): never {
  throw new LawbookError(code, message, details, cause)
}

/** Any thrown thing as a LawbookError: those pass through, the rest become LB_DISK, LB_NETWORK or LB_INTERNAL. */
export function asLawbookError(thrown: unknown): LawbookError {
  if (thrown instanceof LawbookError) return thrown
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const system = (error as NodeJS.ErrnoException).code ?? ''
  const details: Details = system === '' ? {} : { system }
  if (['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EFBIG'].includes(system)) {
    return new LawbookError('LB_DISK', `cannot write: ${error.message}`, details, thrown)
  }
  if (['ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN', 'ENETUNREACH'].includes(system)) {
    return new LawbookError('LB_NETWORK', `cannot reach the source: ${error.message}`, details, thrown)
  }
  const unforeseen = new LawbookError('LB_INTERNAL', error.message, details, thrown)
  // Where it was thrown is what somebody needs who looks for the fault.
  if (error.stack !== undefined) unforeseen.stack = error.stack
  return unforeseen
}

/** The words of `allowed` that are close to `word`, nearest first: at most three, for "did you mean". */
export function nearMisses(word: string, allowed: readonly string[]): string[] {
  return allowed
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** Levenshtein distance: insertions, deletions and substitutions, each of cost 1. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + change))
    }
    previous = row
  }
  return previous[b.length]!
}
