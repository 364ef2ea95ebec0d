import { fail, LawbookError } from '@lawbook/base'
import { type Call, launch, type Running } from './launch.js'

/** What turbo says of one task. `owner` is the folder of the data set or experiment. */
export type TaskEvent = { readonly owner: string; readonly task: string } & (
  | { readonly kind: 'begin'; readonly cached: boolean }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly label: string }
  | { readonly kind: 'output'; readonly text: string }
)

/** How a call of turbo ended. Tasks are `<owner>#<task>`. */
export type TurboEnd = {
  readonly cached: ReadonlySet<string>
  readonly executed: ReadonlySet<string>
  readonly failed: ReadonlySet<string>
}

type Line = { readonly source: string; readonly text: string }

/** One line of `turbo --json`; null for anything else. */
export function readLine(line: string): Line | null {
  const value = parseObject(line)
  return typeof value?.source === 'string' && typeof value.text === 'string' ? (value as Line) : null
}

/** What a line says of a task; null if it is turbo's own talk. */
export function taskEvent({ source, text }: Line): TaskEvent | null {
  const name = taskName(source)
  if (name === null) return null
  const verb = /^cache (hit|miss|bypass)\b/.exec(text)?.[1]
  if (verb !== undefined) return { ...name, kind: 'begin', cached: verb === 'hit' }
  const progress = text.startsWith('{"progress"') ? progressOf(text) : null
  return progress === null ? { ...name, kind: 'output', text } : { ...name, kind: 'progress', ...progress }
}

/** The tasks that turbo's closing line ` Failed:    a#x, b#y` names. */
export function failedTasks({ source, text }: Line): string[] {
  if (source !== 'turbo' || !/^\s*Failed:/.test(text)) return []
  return text
    .replace(/^\s*Failed:/, '')
    .split(',')
    .map((part) => taskName(part.trim()))
    .filter((name) => name !== null)
    .map(({ owner, task }) => `${owner}#${task}`)
}

/**
 * Run tasks by turbo, or follow a call that the launcher has started. Throws LB_TURBO if turbo did not start or stopped
 * without naming a task, LB_INTERRUPTED after Ctrl-C, a hang-up or a request to end; failed tasks are no error here.
 */
export async function runTurbo(
  root: string,
  call: Call,
  onEvent: (event: TaskEvent) => void,
  started?: Running,
): Promise<TurboEnd> {
  const running = started ?? start(root, call)
  const end = { cached: new Set<string>(), executed: new Set<string>(), failed: new Set<string>() }
  const talk: string[] = []
  const hear = (line: string): void => {
    const parsed = readLine(line)
    if (parsed === null) return
    for (const task of failedTasks(parsed)) end.failed.add(task)
    const event = taskEvent(parsed)
    if (event === null) return
    if (event.kind === 'begin') (event.cached ? end.cached : end.executed).add(`${event.owner}#${event.task}`)
    onEvent(event)
  }
  running.onOutput(byLine(hear))
  running.onErrors((text) => void talk.push(text))
  const { code, error } = await running.done
  if (running.interrupted()) fail('LB_INTERRUPTED', 'interrupted; finished work is kept: run the same command again')
  if (error !== undefined) throw notStarted(error)
  if (code !== 0 && end.failed.size === 0) {
    fail(
      'LB_TURBO',
      `the task runner stopped without naming a task (exit ${code}): ${talk.join('').trim() || 'no reason given'}`,
    )
  }
  return end
}

/** Cut text that comes in pieces into lines. */
export function byLine(hear: (line: string) => void): (text: string) => void {
  let rest = ''
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  }
}

function start(root: string, call: Call): Running {
  try {
    return launch(root, call)
  } catch (thrown) {
    throw notStarted(thrown as Error)
  }
}

function notStarted(error: Error): LawbookError {
  return new LawbookError('LB_TURBO', `the task runner did not start: ${error.message}`, {}, error)
}

/** `@scope/name#task` as the folder's name and the task. */
function taskName(source: string): { owner: string; task: string } | null {
  const match = /^(?:@[^/#\s]+\/)?([^/#\s]+)#([^#\s]+)$/.exec(source)
  return match === null ? null : { owner: match[1]!, task: match[2]! }
}

function progressOf(text: string): { done: number; total: number; label: string } | null {
  const progress = parseObject(text)?.progress as Record<string, unknown> | undefined
  const { done, total, label } = progress ?? {}
  if (typeof done !== 'number' || typeof total !== 'number' || typeof label !== 'string') return null
  return { done, total, label }
}

/** A task may print anything: a line that is not an object is not ours. */
function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}
