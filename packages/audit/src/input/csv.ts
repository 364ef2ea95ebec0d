/** A row of a CSV table: where it begins, 1-based, and its cells by column. */
export type CsvRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/**
 * A CSV table with a header (RFC 4180: commas, quotes doubled inside quotes, line breaks inside quotes). Rows with nothing
 * in them are left out; `columns` are the trimmed names of the header. A quote that is never closed runs to the end.
 */
export function csvOf(text: string): { columns: readonly string[]; rows: readonly CsvRow[] } {
  const [header, ...records] = recordsOf(text)
  const columns = (header?.cells ?? []).map((cell) => cell.trim())
  const rows = records.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])),
  }))
  return { columns, rows }
}

function recordsOf(text: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = []
  let [at, line, begun, cells] = [0, 1, 1, [] as string[]]
  while (at < text.length || cells.length > 0) {
    const { value, end } = cellAt(text, at)
    const width = lineBreakAt(text, end)
    cells.push(value)
    line += lineBreaks(text.slice(at, end)) + (width > 0 ? 1 : 0)
    at = end + Math.max(width, 1)
    if (text[end] === ',') continue
    if (cells.some((cell) => cell.trim() !== '')) records.push({ line: begun, cells })
    ;[begun, cells] = [line, []]
  }
  return records
}

const plainEnd = /[,\r\n]|$/g

/** The cell that begins at a place, and where it ends. By hand: a pattern of quotes exhausts the stack on a long cell. */
function cellAt(text: string, start: number): { value: string; end: number } {
  let at = start
  let value = ''
  while (text[at] === '"') {
    const close = text.indexOf('"', at + 1)
    const stop = close === -1 ? text.length : close
    // A quote right after a closing one was doubled: it belongs to the cell, which goes on.
    value += (at > start ? '"' : '') + text.slice(at + 1, stop)
    at = stop + 1
  }
  plainEnd.lastIndex = Math.min(at, text.length)
  const end = plainEnd.exec(text)!.index
  return { value: at === start ? text.slice(start, end) : value, end }
}

const lineBreakAt = (text: string, at: number): number =>
  text[at] === '\r' && text[at + 1] === '\n' ? 2 : text[at] === '\r' || text[at] === '\n' ? 1 : 0

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0
