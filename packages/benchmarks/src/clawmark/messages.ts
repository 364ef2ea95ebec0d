import { fail } from '@lawbook/base'

/** One turn of a session: from a message of the user to the next. */
export type MarkTurn = {
  /** Messages of the model. */
  readonly answers: number
  /** Names of the tools it called, in order. */
  readonly toolCalls: readonly string[]
  /** Prompt tokens (those from the cache as well) and answer tokens; null where no answer says them. */
  readonly tokens: { readonly input: number; readonly output: number } | null
}

/** A messages.jsonl of upstream (a session file of OpenClaw), counted. */
export type MarkMessages = {
  readonly session: string | null
  readonly turns: readonly MarkTurn[]
  /** What could not be counted, in lower-case sentences. */
  readonly notes: readonly string[]
}

type Usage = { readonly [key: string]: unknown }
type Message = { readonly role?: unknown; readonly content?: unknown; readonly usage?: Usage }
type Line = { readonly type?: unknown; readonly id?: unknown; readonly message?: Message }
type Open = { answers: number; toolCalls: string[]; tokens: MarkTurn['tokens'] }

/**
 * Count a session. Lines that are no JSON (a torn end) are told, not counted; no line of a session at all is LB_INPUT.
 */
export function readMarkMessages(text: string, where: string): MarkMessages {
  const notes: string[] = []
  const lines = linesOf(text, notes)
  const isSession = lines.some(({ type }) => type === 'session' || type === 'message')
  if (!isSession)
    fail('LB_INPUT', `${where} has no line of type "session" or "message"; give a messages.jsonl of ClawMark`)
  const turns: Open[] = []
  let silent = 0
  for (const { type, message } of lines) {
    if (type !== 'message' || typeof message !== 'object' || message === null) continue
    if (message.role === 'user') turns.push({ answers: 0, toolCalls: [], tokens: null })
    if (message.role !== 'assistant') continue
    if (turns.length === 0) turns.push({ answers: 0, toolCalls: [], tokens: null })
    if (!count(turns.at(-1)!, message)) silent++
  }
  const answers = turns.reduce((sum, turn) => sum + turn.answers, 0)
  if (silent > 0) notes.push(`${silent} of ${answers} answers say no tokens; the sums are over the others`)
  const session = lines.find(({ type }) => type === 'session')?.id
  return { session: typeof session === 'string' ? session : null, turns, notes }
}

/** Add an answer to its turn; whether it says its tokens. */
function count(turn: Open, { content, usage }: Message): boolean {
  turn.answers++
  for (const part of Array.isArray(content) ? (content as { type?: unknown; name?: unknown }[]) : [])
    if (part?.type === 'toolCall') turn.toolCalls.push(typeof part.name === 'string' ? part.name : '?')
  const output = number(usage?.output)
  const input = number(usage?.input)
  if (input === null || output === null) return false
  const cached = (number(usage?.cacheRead) ?? 0) + (number(usage?.cacheWrite) ?? 0)
  turn.tokens = { input: (turn.tokens?.input ?? 0) + input + cached, output: (turn.tokens?.output ?? 0) + output }
  return true
}

function linesOf(text: string, notes: string[]): Line[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      const value: unknown = JSON.parse(line)
      if (typeof value === 'object' && value !== null) return [value as Line]
    } catch {
      // Told below, like a line of another kind.
    }
    notes.push(`line ${index + 1} is no JSON object`)
    return []
  })
}

function number(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 ? value : null
}
