/** What goes into the sandbox, one JSON line a job. */
export type Job = {
  readonly folder: string
  readonly input: Readonly<Record<string, unknown>>
  readonly previous: readonly string[]
}

/** What comes back, one JSON line each: `ready` once at the start. A stale process is not used for another job. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly stale: boolean }
  | { readonly kind: 'refused' | 'crashed'; readonly message: string; readonly code: string; readonly stale: boolean }

/** A line as an answer; a line that is none counts as a crash. */
export function parseAnswer(line: string): Answer {
  try {
    const answer = JSON.parse(line)
    const failed = ['refused', 'crashed'].includes(answer.kind) && typeof answer.message === 'string'
    if (failed || answer.kind === 'ready' || answer.kind === 'done') return answer
  } catch {
    // Told below.
  }
  return { kind: 'crashed', message: 'its process gave an answer that is none', code: '', stale: true }
}
