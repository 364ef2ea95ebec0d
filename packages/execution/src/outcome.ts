import { differences, type Files } from './files.ts'
import type { Answer } from './job.ts'
import type { Ended } from './process.ts'

/**
 * How a job ended: `done`; `refused` (it threw an Error: an honest failure); `crashed` (the process died, or something that is
 * no Error was thrown); `time`, `files` or `output` (a limit was passed); `outside` (it was denied something outside its
 * workspace: a path, a process, a worker); `link` (it left something that is neither a plain file nor a folder).
 */
export type Outcome = 'done' | 'refused' | 'crashed' | 'time' | 'files' | 'output' | 'outside' | 'link'

/** One job. After anything but `done` the state is the one before: what a failed job left is discarded. */
export type Execution = {
  readonly outcome: Outcome
  /** Empty when done; else one line of at most 200 characters, without paths of the machine or times. */
  readonly message: string
  readonly before: Files
  readonly after: Files
  /** Names of new and changed files, sorted. */
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

export type Failure = { readonly outcome: Exclude<Outcome, 'done'>; readonly message: string }

export const breaches = {
  time: { outcome: 'time', message: 'it did not end within its time' },
  files: { outcome: 'files', message: 'it left more or larger files than a workspace may hold' },
  output: { outcome: 'output', message: 'it printed more than it may' },
  link: { outcome: 'link', message: 'it left something that is neither a plain file nor a folder' },
} as const satisfies Record<string, Failure>

/** What an answer says about the job, null for `done`. Errors of the system count as the limit they stand for. */
export function failureOf(answer: Answer | Ended, secrets: readonly string[]): Failure | null {
  if (answer.kind === 'done') return null
  if (answer.kind === 'ended')
    return { outcome: 'crashed', message: `its process ended ${answer.how} before it was done` }
  if (answer.kind === 'ready') return { outcome: 'crashed', message: 'its process began anew instead of an answer' }
  if (answer.code === 'ERR_ACCESS_DENIED')
    return { outcome: 'outside', message: 'it was denied something outside its workspace' }
  if (answer.kind === 'refused' && ['EFBIG', 'ENOSPC', 'EDQUOT'].includes(answer.code)) return breaches.files
  return { outcome: answer.kind, message: oneLine(answer.message, secrets) }
}

/** The first 200 characters as one line, with the given paths taken out. */
export function oneLine(text: string, paths: readonly string[]): string {
  const without = paths.reduce((rest, path) => rest.replaceAll(path, '.'), text)
  const line = without.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return [...line].slice(0, 200).join('').slice(0, 200)
}

export function executionOf(before: Files, after: Files): Execution {
  return { outcome: 'done', message: '', before, after, ...differences(before, after) }
}

export function failedExecution(before: Files, failure: Failure): Execution {
  return { ...failure, before, after: before, changed: [], removed: [] }
}
