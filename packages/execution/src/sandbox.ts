import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Limits } from './files.ts'

/** A command line that starts the sandbox. */
export type Command = { readonly file: string; readonly args: readonly string[] }

const shell = '/bin/sh'

/**
 * Node with its permission model: the process reads `main` and `folder`, writes below `folder`, and starts no process,
 * worker or native add-on. Where the system can, it has no network (a network namespace of its own), one file it writes
 * cannot pass the limit, and its processor time is bounded, so that not even a busy loop outlives a killed parent.
 * Not stopped are sockets of the file system (a unix socket whose path is known can be connected to) and signals to other
 * processes of the same user. This contains mistakes; it is no defence against code that was written to break out.
 */
export function sandboxed(main: string, folder: string, limits: Limits): Command {
  const node = [process.execPath, ...permission(main, folder), '--no-warnings', '--max-old-space-size=256', main]
  const bounded = existsSync(shell) ? [shell, '-c', `${ulimits(limits)}; exec "$@"`, 'sandbox', ...node] : node
  const unshare = withoutNetwork()
  const [file, ...args] = unshare === null ? bounded : [unshare, '-rn', ...bounded]
  return { file: file!, args }
}

function permission(main: string, folder: string): string[] {
  const stable = process.allowedNodeEnvironmentFlags.has('--permission')
  return [
    stable ? '--permission' : '--experimental-permission',
    `--allow-fs-read=${main}`,
    `--allow-fs-read=${folder}`,
    `--allow-fs-write=${folder}`,
  ]
}

/** Files in blocks of 512 bytes, one more than allowed, so that a file cut short is seen to be too large. */
function ulimits({ fileBytes, milliseconds }: Limits): string {
  const blocks = Math.floor(fileBytes / 512) + 1
  // A process is used for at most twice the time of one job; Node's helper threads count as well.
  const seconds = Math.ceil(milliseconds / 1000) * 4
  return `ulimit -f ${blocks}; ulimit -t ${seconds}; ulimit -c 0`
}

let unshare: string | null | undefined

/** The path of an `unshare` that works here without privileges, or null. Tried once. */
export function withoutNetwork(): string | null {
  if (unshare !== undefined) return unshare
  const works = (path: string): boolean =>
    existsSync(path) && spawnSync(path, ['-rn', shell, '-c', ':'], { stdio: 'ignore' }).status === 0
  unshare = process.platform === 'linux' ? (['/usr/bin/unshare', '/bin/unshare'].find(works) ?? null) : null
  return unshare
}
