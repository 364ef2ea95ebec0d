import { readJson, readTable, writeTable, writeText } from '../../../../../kit/solve.ts'

type Column = {
  name: string
  required?: boolean
  pattern?: string
  unique?: boolean
  in?: string
  number?: boolean
  min?: number
  max?: number
}

/** The rules that a cell breaks, in the order of the schema's keys. */
function broken(cell: string, column: Column, earlier: readonly string[], allowed: readonly string[]): string[] {
  if (cell.trim() === '') return column.required ? ['required'] : []
  const value = Number(cell)
  const bad: Record<string, boolean> = {
    pattern: column.pattern !== undefined && !new RegExp(column.pattern).test(cell),
    unique: column.unique === true && earlier.includes(cell),
    in: column.in !== undefined && !allowed.includes(cell),
    number: column.number === true && Number.isNaN(value),
    min: column.min !== undefined && value < column.min,
    max: column.max !== undefined && value > column.max,
  }
  return Object.keys(column).filter((rule) => bad[rule] === true)
}

/** Every violation of the schema by line, column and rule, and the lines without any. */
export default async function solve(): Promise<void> {
  const { columns } = await readJson<{ columns?: Column[] }>('schema.json')
  if (columns === undefined) throw new Error('schema.json has no columns')
  const names = columns.map(({ name }) => name)
  const rows = await readTable('orders.csv', names)
  const allowed = new Map<string, string[]>()
  for (const { name, in: file } of columns)
    if (file !== undefined)
      allowed.set(
        name,
        (await readTable(file, [name])).map((row) => row[name]!),
      )
  const found = rows.flatMap((row, k) =>
    columns.flatMap((column) => {
      const earlier = rows.slice(0, k).map((one) => one[column.name]!)
      const rules = broken(row[column.name]!, column, earlier, allowed.get(column.name) ?? [])
      return rules.map((rule) => ({ line: k + 2, column: column.name, rule }))
    }),
  )
  await writeTable('violations.csv', ['line', 'column', 'rule'], found)
  const valid = rows.map((_, k) => k + 2).filter((line) => !found.some((one) => one.line === line))
  await writeText('valid.txt', valid.map((line) => `${line}\n`).join(''))
}
