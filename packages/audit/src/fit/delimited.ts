import { fail } from '@lawbook/base'

/** A row of a table of text: where it begins, 1-based, and its trimmed cells, one a column. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] }
export type Table = { readonly columns: readonly string[]; readonly rows: readonly TableRow[] }

const separators = [',', ';', '\t'] as const
const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

/**
 * A table with a header, separated by the comma, semicolon or tab that the header holds most of; quotes as in RFC 4180.
 * Empty lines are nothing; a row that ends early has empty cells. LB_INPUT, with the line, for a quote that is never
 * closed, a row with more cells than the header (a decimal comma makes one), and a column that is named twice or not
 * at all.
 */
export function tableOf(text: string, file: string): Table {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  const header = /^[^\r\n]*/.exec(plain.trimStart())![0]
  const separator = separators.reduce((most, each) => (countOf(header, each) > countOf(header, most) ? each : most))
  const [first, ...rows] = recordsOf(plain, separator, file)
  if (first === undefined) fail('LB_INPUT', `${file} is empty; give a header and one row a point`)
  checkColumns(first.cells, file)
  const width = first.cells.length
  return {
    columns: first.cells,
    rows: rows.map(({ line, cells }) => {
      if (cells.length > width)
        fail(
          'LB_INPUT',
          `${file}:${line} has ${cells.length} cells and the header ${width}, with a ${separatorNames[separator]} between cells; write decimals with a point and quote a cell that holds the separator`,
        )
      return { line, cells: first.cells.map((_, i) => cells[i] ?? '') }
    }),
  }
}

/** How often a separator stands outside of quotes. */
const countOf = (header: string, separator: string): number =>
  header.replace(/"[^"]*"/g, '').split(separator).length - 1

function checkColumns(columns: readonly string[], file: string): void {
  const unnamed = columns.indexOf('')
  if (unnamed >= 0) fail('LB_INPUT', `${file}: column ${unnamed + 1} has no name; the first line names every column`)
  const twice = columns.find((name, i) => columns.indexOf(name) !== i)
  if (twice !== undefined) fail('LB_INPUT', `${file} has two columns "${twice}"; rename one of them`)
}

function recordsOf(text: string, separator: string, file: string): TableRow[] {
  const records: TableRow[] = []
  let [line, begun, cell, quoted, cells] = [1, 1, '', false, [] as string[]]
  const endRow = (): void => {
    cells.push(cell.trim())
    if (cells.some((each) => each !== '')) records.push({ line: begun, cells })
    ;[cell, cells] = ['', []]
  }
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    const breaks = character === '\n' || (character === '\r' && text[at + 1] !== '\n')
    if (breaks) line++
    if (quoted && character === '"' && text[at + 1] === '"') cell += text[at++]
    else if (quoted) {
      if (character === '"') quoted = false
      else cell += character
    } else if (character === '"' && cell.trim() === '') [cell, quoted] = ['', true]
    else if (character === separator) [cells, cell] = [[...cells, cell.trim()], '']
    else if (breaks) {
      endRow()
      begun = line
    } else cell += character
  }
  if (quoted) fail('LB_INPUT', `${file}:${begun} opens a quote that is never closed; close it or take it out`)
  endRow()
  return records
}
