import { writeSync } from 'node:fs'
import { types } from 'node:util'
import type { Answer, Job } from './job.ts'

/** Answers go here; standard output belongs to the skill. */
const answers = 3

/** An answer about a job, without whether the process can go on. */
type Told = { readonly kind: 'done' } | Bad
type Bad = { readonly kind: 'refused' | 'crashed'; readonly message: string; readonly code: string }

/**
 * The loop inside the sandbox: jobs come in on standard input, one JSON line each; each is answered by one JSON line.
 * Ends when standard input ends, so that nothing outlives the process that started it.
 */
export function serve(self: string): void {
  keepEnvironment(['TZ', 'LANG', 'NODE_ENV'])
  let rest = ''
  let job = 0
  process.on('uncaughtException', (thrown) => crash(thrown))
  process.on('unhandledRejection', (thrown) => crash(thrown))
  process.stdin.setEncoding('utf8')
  process.stdin.on('end', () => process.exit(0))
  process.stdin.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()!
    for (const line of lines) void work(`${self}?${job++}`, JSON.parse(line) as Job)
  })
  send({ kind: 'ready' })
}

async function work(address: string, { folder, input, previous }: Job): Promise<void> {
  const idle = count(process.getActiveResourcesInfo())
  const known = surroundings()
  process.chdir(folder)
  const answer = await attempt(address, { input, previous })
  await settle()
  const busy = [...count(process.getActiveResourcesInfo())].some(([kind, n]) => n > (idle.get(kind) ?? 0))
  const stale = busy || changed(known, surroundings())
  send({ ...answer, stale })
  // At once, so that nothing left behind can still change the files.
  if (stale) process.kill(process.pid, 'SIGKILL')
}

async function attempt(address: string, task: Pick<Job, 'input' | 'previous'>): Promise<Told> {
  try {
    const { load } = await import(address)
    const run = await load()
    await run(task)
    return { kind: 'done' }
  } catch (thrown) {
    return thrownAnswer(thrown)
  }
}

/** An Error is an honest refusal; anything else that is thrown is a crash. */
function thrownAnswer(thrown: unknown): Bad {
  if (!types.isNativeError(thrown) && !(thrown instanceof Error))
    return {
      kind: 'crashed',
      message: `it threw ${typeof thrown}${typeof thrown === 'string' ? `: ${thrown}` : ''}`,
      code: '',
    }
  return { kind: 'refused', message: String(thrown.message).slice(0, 2000), code: codeOf(thrown) }
}

function codeOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException
  if (typeof code === 'string') return code
  return error.cause instanceof Error && error.cause !== error ? codeOf(error.cause) : ''
}

/** Let unhandled rejections surface and file operations that nobody awaited come to their end. */
async function settle(): Promise<void> {
  do await new Promise((resolve) => setImmediate(resolve))
  while (process.getActiveResourcesInfo().some((kind) => /^FSReq|CloseReq$/.test(kind)))
}

function crash(thrown: unknown): void {
  const { message, code } = thrownAnswer(thrown)
  send({ kind: 'crashed', message: `nobody caught what it threw: ${message}`, code, stale: true })
  process.exit(1)
}

function send(answer: Answer): void {
  writeSync(answers, `${JSON.stringify(answer)}\n`)
}

function count(kinds: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** The shell adds variables of its own; a job sees the named ones only. */
function keepEnvironment(names: readonly string[]): void {
  for (const name of Object.keys(process.env)) if (!names.includes(name)) delete process.env[name]
}

/** What a job could change for the next one: the built-in objects, the environment, listeners of the process. */
function surroundings(): unknown[] {
  const builtIn = Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z]/.test(name))
  const owners = builtIn.flatMap((name) => {
    const owner = ownValues(globalThis, name)[0]
    const prototype = typeof owner === 'function' ? (owner.prototype as unknown) : undefined
    return [owner, prototype].filter((one) => one !== null && ['object', 'function'].includes(typeof one))
  })
  const values = [globalThis, console, ...owners].flatMap((owner) =>
    Reflect.ownKeys(owner as object).flatMap((key) => [key, ...ownValues(owner as object, key)]),
  )
  const listeners = process.eventNames().flatMap((name) => [name, process.listenerCount(name)])
  return [...values, ...listeners, ...Object.entries(process.env).flat()]
}

/** The value of an own property, or its getter and setter, without calling them. */
function ownValues(owner: object, key: PropertyKey): unknown[] {
  const { value, get, set } = Object.getOwnPropertyDescriptor(owner, key) ?? {}
  return get === undefined && set === undefined ? [value] : [get, set]
}

function changed(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length !== b.length || a.some((value, i) => !Object.is(value, b[i]))
}
