import type { PrintedName } from './documents/index.ts'
import type { Output } from './output.ts'

/** The groups that help leads with. */
export type Group = 'read' | 'check' | 'extend' | 'yours'

export type Option = {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  /** What stands for the value in usage, e.g. `<folder>`. */
  readonly value?: string
  readonly help: string
  /** May be given several times: the value is then an array. */
  readonly multiple?: boolean
}

/** One command = one file. Help, the docs table and shell completion are generated from this. */
export type Command = {
  readonly name: string
  readonly group: Group
  readonly summary: string
  /** What follows the name: `<claim>`, `[<id>...]`. */
  readonly usage: string
  readonly examples: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** The schema of the document that `--json` prints, where there is one. */
  readonly json?: PrintedName
  /** Other documents that `--json` prints in its place: of a quick run, of another action. */
  readonly also?: readonly PrintedName[]
  /** A document that `--json` prints and that the package behind the command describes and checks. */
  readonly theirs?: string
  /** Exit codes besides 0, 1 and 2, and when they are given. */
  readonly exits: Readonly<Record<number, string>>
  run(context: Context): Promise<number>
}

export type Context = {
  /** The repository's root. */
  readonly root: string
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | string[] | undefined>>
  readonly output: Output
  /** Turbo's first call, if the launcher has started it already (see bin/repro.js). */
  readonly started?: unknown
}
