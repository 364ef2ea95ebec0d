import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fail } from '@lawbook/base'
import { type Answer, type Job, parseAnswer } from './job.ts'
import type { Command } from './sandbox.ts'

/** How a process ended that did not answer. */
export type Ended = { readonly kind: 'ended'; readonly how: string }

/** One sandboxed process. */
export type Process = {
  /** The answer to a job, or how the process ended instead. One job at a time. */
  ask(job: Job): Promise<Answer | Ended>
  /** Kill the process with all it may have started, and wait until it is gone. */
  kill(): Promise<void>
  isAlive(): boolean
}

const longestAnswer = 64 * 1024

/** Start a process whose output goes to an open file; a process that does not get ready throws LB_INTERNAL. */
export async function startProcess({ file, args }: Command, folder: string, output: number): Promise<Process> {
  const child = spawn(file, args, {
    cwd: folder,
    env: { TZ: 'UTC', LANG: 'C.UTF-8', NODE_ENV: 'production' },
    stdio: ['pipe', output, output, 'pipe'],
    detached: true,
  })
  const kill = (): void => killGroup(child.pid)
  const ended = new Promise<Ended>((resolve) => {
    child.on('error', (error) => resolve({ kind: 'ended', how: error.message }))
    child.on('close', (code, signal) => resolve({ kind: 'ended', how: describeEnd(code, signal) }))
  })
  let alive = true
  void ended.then(() => (alive = false))
  // A job sent to a process that has just ended is answered by `ended`.
  child.stdin!.on('error', () => {})
  const next = answersFrom(child.stdio[3] as Readable, kill)
  const first = await Promise.race([next(), ended])
  if (first.kind !== 'ready')
    fail('LB_INTERNAL', `the sandbox did not start: ${'how' in first ? first.how : first.kind}`)
  return {
    ask: (job) => {
      child.stdin!.write(`${JSON.stringify(job)}\n`)
      return Promise.race([next(), ended])
    },
    kill: async () => {
      kill()
      await ended
    },
    isAlive: () => alive,
  }
}

/** The answers of a stream one by one; a line without end kills the process. */
function answersFrom(stream: Readable, kill: () => void): () => Promise<Answer> {
  const waiting: ((answer: Answer) => void)[] = []
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()!
    for (const line of lines) waiting.shift()?.(parseAnswer(line))
    if (rest.length > longestAnswer) kill()
  })
  stream.on('error', kill)
  return () => new Promise((resolve) => waiting.push(resolve))
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

function describeEnd(code: number | null, signal: string | null): string {
  return signal === null ? `with exit code ${code}` : `by ${signal}`
}
