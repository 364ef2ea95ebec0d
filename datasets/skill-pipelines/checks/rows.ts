export type Row = Readonly<Record<string, string>>
export type Table = { readonly columns: readonly string[]; readonly rows: readonly Row[] }

/** Whether two cells say the same: equal but for blanks around them, or the same number. */
export function sameCell(a: string | undefined, b: string | undefined): boolean {
  const [x, y] = [(a ?? '').trim(), (b ?? '').trim()]
  return x === y || (x !== '' && y !== '' && sameNumber(Number(x), Number(y)))
}

/** Whether two numbers agree up to the sixth decimal, the last that skills write. */
export function sameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1.5e-6 + 1e-12 * Math.abs(a)
}

/** Why a table does not have these columns (in any order), each once. */
export function columnReasons(name: string, { columns }: Table, wanted: readonly string[]): string[] {
  const lacking = wanted.filter((column) => !columns.includes(column))
  const surplus = columns.filter((column, i) => !wanted.includes(column) || columns.indexOf(column) !== i)
  return [
    ...lacking.map((column) => `${name} lacks the column "${column}"`),
    ...surplus.map((column) => `${name} has a column "${column}" that is not asked for`),
  ]
}

/** Why a table is not this one, row by row; the order of its columns and the form of its numbers are free. */
export function tableReasons(name: string, product: Table, wanted: Table): string[] {
  const columns = columnReasons(name, product, wanted.columns)
  if (columns.length > 0) return columns
  if (product.rows.length !== wanted.rows.length)
    return [`${name} has ${product.rows.length} rows instead of ${wanted.rows.length}`]
  const at = wanted.rows.findIndex((row, i) => !sameRow(row, product.rows[i]!, wanted.columns))
  return at < 0 ? [] : [`row ${at + 1} of ${name} is not the one that belongs there`]
}

/** As `tableReasons`, the rows in any order. */
export function tableReasonsUnordered(name: string, product: Table, wanted: Table): string[] {
  const columns = columnReasons(name, product, wanted.columns)
  if (columns.length > 0) return columns
  const left = [...wanted.rows]
  for (const row of product.rows) {
    const at = left.findIndex((one) => sameRow(one, row, wanted.columns))
    if (at < 0) return [`${name} holds a row that does not belong there: ${Object.values(row).join(', ')}`]
    left.splice(at, 1)
  }
  return left.length === 0 ? [] : [`${name} lacks ${left.length} rows`]
}

function sameRow(a: Row, b: Row, columns: readonly string[]): boolean {
  return columns.every((column) => sameCell(a[column], b[column]))
}
