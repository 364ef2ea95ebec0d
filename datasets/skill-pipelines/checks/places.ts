/** Something found in a script: where, and what is said there. */
type Place = { readonly file: string; readonly line: number; readonly text: string }

type Table = { readonly columns: readonly string[]; readonly rows: readonly Readonly<Record<string, string>>[] }

/**
 * Whether a table names all of these places and nothing else. A row names a place if one cell is its file and another
 * ends with its text (not in the middle of a word or path); a column called line must hold its line. Rows in any order.
 */
export function missingAndSurplus({ columns, rows }: Table, wanted: readonly Place[], name: string): string[] {
  const lined = columns.includes('line')
  const names = (row: Readonly<Record<string, string>>, { file, line, text }: Place): boolean => {
    const cells = Object.values(row).map((cell) => cell.trim())
    const at = cells.findIndex((cell) => cell.replace(/^\.\//, '') === file)
    const said = cells.some((cell, i) => i !== at && ends(cell, text))
    return at >= 0 && said && (!lined || Number(row.line) === line)
  }
  const missing = wanted.find((place) => !rows.some((row) => names(row, place)))
  const surplus = rows.findIndex((row) => !wanted.some((place) => names(row, place)))
  return [
    ...(missing === undefined ? [] : [`${name} does not name "${missing.text}" of ${missing.file}`]),
    ...(surplus < 0 ? [] : [`row ${surplus + 1} of ${name} names nothing that is there`]),
    ...(rows.length > wanted.length ? [`${name} has ${rows.length} rows for ${wanted.length} places`] : []),
  ]
}

function ends(cell: string, text: string): boolean {
  return text === '' || (cell.endsWith(text) && !/[\w./@-]/.test(cell[cell.length - text.length - 1] ?? ''))
}
