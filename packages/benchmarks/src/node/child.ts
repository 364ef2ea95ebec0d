import { fileURLToPath } from 'node:url'
import { type CommandEnd, runCommand } from '../process.ts'

/** What runs a TypeScript module in a child: one of our own scripts with its arguments. */
type Script = {
  /** The script, next to this file. */
  readonly script: 'harness.ts' | 'play.ts'
  readonly args: readonly string[]
  readonly cwd: string
  readonly scratch: string
  readonly seconds: number
  readonly signal: AbortSignal
}

/** Run one of our scripts, which imports a task's own TypeScript, in a child that writes to `scratch` only. */
export function runScript({ script, args, ...rest }: Script): Promise<CommandEnd> {
  const loader = import.meta.resolve('tsx')
  const main = fileURLToPath(new URL(script, import.meta.url))
  return runCommand({
    file: process.execPath,
    args: ['--no-warnings', '--import', loader, main, ...args],
    ...rest,
  })
}
