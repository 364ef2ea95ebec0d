import { styleText } from 'node:util'
import { type Json, prettyJson } from '@lawbook/base'

type Style = Parameters<typeof styleText>[0]

/** Where a command talks: data on stdout, talk on stderr. With `--json` stdout holds one document and nothing else. */
export type Output = {
  readonly json: boolean
  /** stdout is a terminal and nothing asks for plain text. */
  readonly live: boolean
  /** A line for people on stdout; silent with `--json`. */
  print(line?: string): void
  /** The one document of `--json`. */
  document(value: unknown): void
  /** A line on stderr. */
  note(line: string): void
  /** Coloured on a terminal, plain elsewhere (`NO_COLOR`, `CI` and `TERM=dumb` respected). */
  style(style: Style, text: string): string
}

export function createOutput(json: boolean): Output {
  const { NO_COLOR, FORCE_COLOR, CI, TERM } = process.env
  const plain = (NO_COLOR ?? '') !== '' || (CI ?? '') !== '' || TERM === 'dumb'
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  const live = process.stdout.isTTY === true && !plain
  const colour = live || (FORCE_COLOR ?? '') !== ''
  return {
    json,
    live,
    print: (line = '') => void (json || process.stdout.write(`${line}\n`)),
    document: (value) => void process.stdout.write(prettyJson(value as Json)),
    note: (line) => void process.stderr.write(`${line}\n`),
    style: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
  }
}
