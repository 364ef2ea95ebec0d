import { styleText } from 'node:util'
import { prettyJson } from '@lawbook/base'
import { checkDocument, type PrintedName } from './documents/index.ts'

type Style = Parameters<typeof styleText>[0]

/** Where a command talks: data on stdout, talk on stderr. With `--json` stdout holds one document and nothing else. */
export type Output = {
  readonly json: boolean
  /** stdout is a terminal and nothing asks for plain text. */
  readonly live: boolean
  /** A line for people on stdout; silent with `--json`. */
  print(line?: string): void
  /** The one document of `--json`, held against its schema before it is printed. */
  document(name: PrintedName, value: object): void
  /** A line on stderr. */
  note(line: string): void
  /** Coloured on a terminal, plain elsewhere (`NO_COLOR`, `CI` and `TERM=dumb` respected). */
  style(style: Style, text: string): string
}

export function createOutput(json: boolean): Output {
  const { NO_COLOR, FORCE_COLOR, CI, TERM } = process.env
  const plain = (NO_COLOR ?? '') !== '' || (CI ?? '') !== '' || TERM === 'dumb'
  const [out, talk] = [untilClosed(process.stdout), untilClosed(process.stderr)]
  const live = process.stdout.isTTY === true && !plain
  const colour = live || (FORCE_COLOR ?? '') !== ''
  return {
    json,
    live,
    print: (line = '') => void (json || out(`${line}\n`)),
    document: (name, value) => out(printed(name, value)),
    note: (line) => talk(`${line}\n`),
    style: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
  }
}

/** A document as it is printed: `schema` first. Throws LB_SCHEMA where it is not what its name promises. */
export function printed(name: PrintedName, value: object): string {
  const text = prettyJson({ schema: name, ...value })
  checkDocument(name, JSON.parse(text), 'the document to print')
  return text
}

/**
 * Write until the reader has gone. One that has seen enough (`| head`) or a terminal that hung up is no error: the
 * command runs on to its end and keeps its exit code.
 */
function untilClosed(stream: NodeJS.WriteStream): (text: string) => void {
  let open = true
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
    open = false
  })
  return (text) => void (open && stream.write(text))
}
