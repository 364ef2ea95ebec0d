import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { absentAsNull, asLawbookError, byCodeUnit, fail, readText } from '@lawbook/base'
import { readMarkMessages, readMarkResult, type Trial } from '@lawbook/benchmarks'

/** The sessions that lie beside results, counted together. */
export type Messages = {
  readonly sessions: number
  readonly turns: number
  readonly answers: number
  readonly toolCalls: number
  /** Over the answers that say them; null where none does. */
  readonly tokens: { readonly input: number; readonly output: number } | null
}

/** Folders between the one that is named and a task's: `results/<model>/<task>`. */
const deepest = 2

/**
 * The trials of ClawMark's result.json, or of all those in a folder of them, with the messages.jsonl beside each. No file
 * says who was tested: the agent is the folder that holds the task's. LB_BENCHMARK if a folder has none.
 */
export async function readMarkFiles(path: string): Promise<{
  readonly trials: readonly Trial[]
  readonly notes: readonly string[]
  readonly messages: Messages | null
}> {
  const isFolder = (await stat(path)).isDirectory()
  const found = isFolder ? await resultsIn(resolve(path), deepest) : { files: [resolve(path)], notes: [] }
  if (found.files.length === 0) fail('LB_BENCHMARK', `${path} holds no result.json of ClawMark`)
  const notes = [...found.notes]
  const trials: Trial[] = []
  const sessions: Messages[] = []
  for (const file of found.files) {
    const agent = basename(dirname(dirname(file)))
    const origin = { agent, attempt: 1, domain: '', level: '', planned: null }
    const read = readMarkResult(await readText(file), file, origin)
    const before = trials.filter((trial) => trial.agent === agent && trial.task === read.trial.task).length
    trials.push({ ...read.trial, attempt: before + 1 })
    notes.push(...read.notes.map((note) => `${read.trial.task}: ${note}`))
    const session = await messagesIn(join(dirname(file), 'messages.jsonl'), read.trial.task, notes)
    if (session !== null) sessions.push(session)
  }
  notes.push("who was tested is taken from the name of the folder that holds the task's: no file says it")
  return { trials, notes, messages: sessions.length === 0 ? null : sessions.reduce(together) }
}

/** Every result.json, by its path; an agent's own workspace is not looked into. */
async function resultsIn(folder: string, depth: number): Promise<{ files: string[]; notes: string[] }> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.map(({ name }) => name)
  if (names.includes('result.json')) return { files: [join(folder, 'result.json')], notes: [] }
  if (names.includes('messages.jsonl') || names.includes('workspace'))
    return { files: [], notes: [`${basename(folder)} has no result.json: nothing is known of that trial`] }
  const folders = depth === 0 ? [] : entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const below = { files: [] as string[], notes: [] as string[] }
  for (const name of folders.sort(byCodeUnit)) {
    const { files, notes } = await resultsIn(join(folder, name), depth - 1)
    below.files.push(...files)
    below.notes.push(...notes)
  }
  return below
}

/** One session; null without a file, and where it is none, which is noted. */
async function messagesIn(path: string, task: string, notes: string[]): Promise<Messages | null> {
  const text = await absentAsNull(readText(path))
  if (text === null) return null
  try {
    const read = readMarkMessages(text, path)
    notes.push(...read.notes.map((note) => `${task}: messages.jsonl: ${note}`))
    return read.turns
      .map(({ answers, toolCalls, tokens }) => ({
        ...{ sessions: 0, turns: 1, answers, toolCalls: toolCalls.length, tokens },
      }))
      .reduce(together, { sessions: 1, turns: 0, answers: 0, toolCalls: 0, tokens: null })
  } catch (thrown) {
    const { code, message } = asLawbookError(thrown)
    if (code !== 'LB_INPUT') throw thrown
    notes.push(`${task}: not counted: ${message}`)
    return null
  }
}

function together(a: Messages, b: Messages): Messages {
  return {
    sessions: a.sessions + b.sessions,
    turns: a.turns + b.turns,
    answers: a.answers + b.answers,
    toolCalls: a.toolCalls + b.toolCalls,
    tokens:
      a.tokens === null || b.tokens === null
        ? (a.tokens ?? b.tokens)
        : { input: a.tokens.input + b.tokens.input, output: a.tokens.output + b.tokens.output },
  }
}
