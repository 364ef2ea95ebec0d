/** One line of a log: `2026-03-01T08:15:02Z ERROR payment: card declined`. `time` is text that orders by itself. */
export type LogLine = { readonly time: string; readonly level: string; readonly message: string; readonly line: string }

const form = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?)Z?\s+([A-Z]+)\s+(.*)$/

/** A line of the usual form; null for any other, such as the lines of a stack trace. */
export function logLineOf(line: string): LogLine | null {
  const found = form.exec(line)
  return found === null ? null : { time: found[1]!.replace(' ', 'T'), level: found[2]!, message: found[3]!, line }
}

/** The lines of a log without the empty ones. */
export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

/** The lines of the usual form; none at all throws. */
export function logOf(text: string, name: string): LogLine[] {
  const lines = linesOf(text)
    .map(logLineOf)
    .filter((line) => line !== null)
  if (lines.length === 0) throw new Error(`${name} has no line that begins with a time and a level`)
  return lines
}
