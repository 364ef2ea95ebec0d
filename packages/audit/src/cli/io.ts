import { homedir } from 'node:os'
import { styleText } from 'node:util'

/** What a command may touch of the outside: handed in, so that a test can stand in for a terminal. */
export type Io = {
  /** The folder it was called from, and the user's own. */
  readonly cwd: string
  readonly home: string
  /** Something watches the results of this run: a continuous integration (`CI` is set). */
  readonly ci: boolean
  /** Talk that comes and goes may be drawn on stderr: it is a terminal, and nothing asks for plain text. */
  readonly live: boolean
  /** Data on stdout, as given. */
  out(text: string): void
  /** Talk on stderr, as given. */
  talk(text: string): void
  /** Coloured on a terminal, plain elsewhere. */
  style(style: Parameters<typeof styleText>[0], text: string): string
}

/** What an option looks like: help and parsing are made from this. */
export type Option = {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  /** What stands for the value in usage, e.g. `<file>`. */
  readonly value?: string
  readonly help: string
}
export type Options = Readonly<Record<string, Option>>
export type Values = Readonly<Record<string, string | boolean | string[] | undefined>>

/** One call of a command. */
export type Call = { readonly positionals: readonly string[]; readonly options: Values; readonly io: Io }

/** The outside as this process sees it. `NO_COLOR`, `FORCE_COLOR`, `CI` and `TERM=dumb` are respected. */
export function processIo(): Io {
  const { NO_COLOR, FORCE_COLOR, CI, TERM } = process.env
  const ci = (CI ?? '') !== ''
  const plain = (NO_COLOR ?? '') !== '' || ci || TERM === 'dumb'
  const colour = !plain && (process.stdout.isTTY === true || (FORCE_COLOR ?? '') !== '')
  return {
    cwd: process.cwd(),
    home: homedir(),
    ci,
    live: process.stderr.isTTY === true && !plain,
    out: untilClosed(process.stdout),
    talk: untilClosed(process.stderr),
    style: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
  }
}

/** Write until the reader has gone: one that has seen enough (`| head`) is no error. */
function untilClosed(stream: NodeJS.WriteStream): (text: string) => void {
  let open = true
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
    open = false
  })
  return (text) => void (open && stream.write(text))
}
