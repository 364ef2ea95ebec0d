import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { contained } from './contain.ts'
import { timerOf } from './timer.ts'

/** One command to be run. All paths are absolute. */
export type Command = {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  /** The one folder that it may write to (see `Containment`); its HOME and TMPDIR are made inside. */
  readonly scratch: string
  /** Variables besides the fixed ones of `environmentFor`. */
  readonly env?: Readonly<Record<string, string>>
  /** Wall time. */
  readonly seconds: number
  /** Bytes on standard output and standard error together; 4 MiB unless said. */
  readonly outputBytes?: number
  /** Bytes of one file; 256 MiB unless said. */
  readonly fileBytes?: number
  /** Aborting it kills the command. */
  readonly signal?: AbortSignal
}

/** How a command ended. */
export type CommandEnd = {
  /** Null when it was killed. */
  readonly exit: number | null
  /** What it was killed for: its time, too much output, or the caller's signal; null when it ended by itself. */
  readonly killedBy: 'time' | 'output' | 'signal' | null
  /** The last 64 KiB of what it printed, both streams as they came. */
  readonly output: string
  readonly seconds: number
}

const kept = 64 * 1024
const mebibyte = 1024 * 1024

/**
 * Run a command in a process group of its own and wait until it is gone. At the end, however it came, the whole group
 * is killed; under full containment so is everything else that it has started. Nothing of the caller's environment is
 * passed on, standard input is empty. A program that cannot be started ends with exit code 127 and says so in its
 * output. If this process itself is killed, so is the command under full containment; else it ends by itself or by its
 * limit on processor time.
 */
export async function runCommand(command: Command): Promise<CommandEnd> {
  const from = performance.now()
  const spent = (): number => (performance.now() - from) / 1000
  if (command.signal?.aborted === true) return { exit: null, killedBy: 'signal', output: '', seconds: 0 }
  const child = start(command)
  const output = collect(child, command.outputBytes ?? 4 * mebibyte, () => stop('output'))
  let killedBy: CommandEnd['killedBy'] = null
  const stop = (why: NonNullable<CommandEnd['killedBy']>): void => {
    killedBy ??= why
    killGroup(child)
  }
  const onAbort = (): void => stop('signal')
  const timer = setTimeout(() => stop('time'), timerOf(command.seconds))
  command.signal?.addEventListener('abort', onAbort)
  try {
    const exit = await ended(child, output)
    return { exit: killedBy === null ? exit : null, killedBy, output: output.text(), seconds: spent() }
  } finally {
    clearTimeout(timer)
    command.signal?.removeEventListener('abort', onAbort)
    killGroup(child)
  }
}

/**
 * The whole environment of a command: fixed values, and HOME and TMPDIR below its scratch folder. Programs in `bin` of
 * the scratch folder come first.
 */
export function environmentFor(scratch: string): Record<string, string> {
  return {
    PATH: `${join(scratch, 'bin')}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/homebrew/bin`,
    HOME: join(scratch, 'home'),
    TMPDIR: join(scratch, 'tmp'),
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONHASHSEED: '0',
    PYTHONUTF8: '1',
    // One thread each: the workers are the parallel part, and sums come out the same on every machine.
    OMP_NUM_THREADS: '1',
    OPENBLAS_NUM_THREADS: '1',
  }
}

function start({ file, args, cwd, scratch, env = {}, seconds, fileBytes = 256 * mebibyte }: Command): ChildProcess {
  for (const name of ['home', 'tmp']) mkdirSync(join(scratch, name), { recursive: true })
  // Twice the wall time, for programs that compute in two threads.
  const limits = { cpuSeconds: seconds * 2, fileBytes }
  const line = contained({ file, args }, { scratch, folder: cwd, limits })
  return spawn(line.file, [...line.args], {
    cwd,
    env: { ...environmentFor(scratch), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
}

type Output = { text(): string; add(text: string): void }

/** The last bytes of both streams; `overflow` is called once more than `most` bytes have come. */
function collect(child: ChildProcess, most: number, overflow: () => void): Output {
  let last = Buffer.alloc(0)
  let bytes = 0
  const add = (chunk: Buffer): void => {
    bytes += chunk.length
    last = Buffer.concat([last, chunk]).subarray(-kept)
    if (bytes > most) overflow()
  }
  child.stdout!.on('data', add)
  child.stderr!.on('data', add)
  return { text: () => last.toString('utf8'), add: (text) => add(Buffer.from(text)) }
}

/**
 * The exit code. What is left of the group is killed, and a stream that something else still holds is not waited for.
 */
function ended(child: ChildProcess, output: Output): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      output.add(error.message)
      resolve(127)
    })
    child.on('exit', (code) => {
      killGroup(child)
      const finish = (): void => resolve(code ?? 128)
      const patience = setTimeout(() => {
        child.stdout!.destroy()
        child.stderr!.destroy()
        finish()
      }, 1000)
      child.on('close', () => {
        clearTimeout(patience)
        finish()
      })
    })
  })
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}
