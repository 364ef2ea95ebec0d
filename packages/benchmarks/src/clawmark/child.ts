import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type CommandLine, contained } from '../contain.ts'
import { environmentFor } from '../process.ts'
import { said } from '../said.ts'
import { timerOf } from '../timer.ts'

/** What a child answers to one request: its own fields, or why there are none. `gone`: the child is no more. */
export type Answer<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly error: string; readonly gone: boolean }

/** A child that lives through many requests, one at a time. */
export type Child = {
  /** A request that is not answered in time kills the child. */
  ask<T>(request: object, seconds: number): Promise<Answer<T>>
  isGone(): boolean
  /** Kill it with all it may have started, and wait until it is gone. */
  close(): Promise<void>
}

const mebibyte = 1024 * 1024
const longestAnswer = 64 * mebibyte
const keptErrors = 4096
const limits = { cpuSeconds: 3600, fileBytes: 256 * mebibyte }

/**
 * Start a program that reads requests from standard input and answers on standard output, one JSON object a line each.
 * It runs in a process group of its own, contained as `runCommand` contains (writing to `scratch` only, no network, a
 * fixed environment); what it prints to standard error is kept for the reason when it ends. Aborting the signal kills
 * it.
 */
export function startChild({
  line,
  scratch,
  signal,
}: {
  line: CommandLine
  scratch: string
  signal: AbortSignal
}): Child {
  for (const name of ['home', 'tmp']) mkdirSync(join(scratch, name), { recursive: true })
  const { file, args } = contained(line, { scratch, folder: scratch, limits })
  const child = spawn(file, [...args], { cwd: scratch, env: environmentFor(scratch), stdio: 'pipe', detached: true })
  const kill = (): void => killGroup(child)
  const errors = lastOf(child)
  let gone = false
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`it cannot be started: ${error.message}`))
    child.on('exit', (code, by) => {
      kill()
      resolve(`it ended ${by === null ? `with exit code ${code}` : `by ${by}`}: ${errors()}`)
    })
  })
  void ended.then(() => {
    gone = true
    signal.removeEventListener('abort', kill)
  })
  signal.addEventListener('abort', kill)
  if (signal.aborted) kill()
  // A request to a child that has just ended is answered by `ended`.
  child.stdin.on('error', () => {})
  const next = linesOf(child, kill)
  return {
    ask: async <T>(request: object, seconds: number) => {
      child.stdin.write(`${JSON.stringify(request)}\n`)
      return await answerOf<T>(next(), ended, kill, { seconds, scratch, signal })
    },
    isGone: () => gone,
    close: async () => {
      kill()
      await ended
    },
  }
}

type Wait = { seconds: number; scratch: string; signal: AbortSignal }

async function answerOf<T>(
  answer: Promise<string>,
  ended: Promise<string>,
  kill: () => void,
  { seconds, scratch, signal }: Wait,
): Promise<Answer<T>> {
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    kill()
  }, timerOf(seconds))
  const lost = (error: string): Answer<T> => ({ ok: false, error, gone: true })
  try {
    return await Promise.race([
      answer.then((text) => parsed<T>(text, scratch)),
      ended.then((how) => {
        if (signal.aborted) return lost('it was interrupted')
        return lost(isLate ? `it did not end within ${seconds} s` : said(how, [scratch]))
      }),
    ])
  } finally {
    clearTimeout(timer)
  }
}

function parsed<T>(text: string, scratch: string): Answer<T> {
  try {
    const answer = JSON.parse(text) as Answer<T>
    return answer.ok ? answer : { ok: false, error: said(answer.error, [scratch]), gone: false }
  } catch {
    return { ok: false, error: `it gave an answer that is no JSON: ${said(text, [scratch], 80)}`, gone: false }
  }
}

/** The lines of standard output one by one; a line without end kills the child. */
function linesOf(child: ChildProcess, kill: () => void): () => Promise<string> {
  const waiting: ((line: string) => void)[] = []
  let parts: string[] = []
  let length = 0
  child.stdout!.setEncoding('utf8')
  child.stdout!.on('data', (text: string) => {
    const lines = text.split('\n')
    for (const [number, line] of lines.entries()) {
      parts.push(line)
      if (number === lines.length - 1) break
      waiting.shift()?.(parts.join(''))
      parts = []
      length = 0
    }
    length += lines.at(-1)!.length
    if (length > longestAnswer) kill()
  })
  child.stdout!.on('error', kill)
  return () => new Promise((resolve) => waiting.push(resolve))
}

/** The last that it printed to standard error. */
function lastOf(child: ChildProcess): () => string {
  let kept = Buffer.alloc(0)
  child.stderr!.on('data', (bytes: Buffer) => (kept = Buffer.concat([kept, bytes]).subarray(-keptErrors)))
  return () => kept.toString('utf8').trim().split('\n').at(-1) || 'it printed nothing'
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}
