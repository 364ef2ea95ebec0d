import { type Row, type Table, tableReasons } from '../../checks/rows.ts'
import { judgeProduced, partnerOf, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

/**
 * A left join found by comparing every row with every row. What a column of the second table is called whose name the
 * first table has too is left to the product: its n-th unknown column stands for the n-th of those.
 */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.csv'], (name) => {
    const partner = partnerOf(step, ['.csv'])
    const first = tableOf(step.before, sourcesOf(step, ['.csv']).filter((source) => source !== partner)[0]!)
    const second = tableOf(step.before, partner ?? String(step.input.with))
    const product = tableOf(step.after, name)
    return tableReasons(name, product, leftJoin(first, second, String(step.input.on), product.columns))
  })
}

function leftJoin(first: Table, second: Table, on: string, written: readonly string[]): Table {
  const free = written.filter((column) => !first.columns.includes(column) && !second.columns.includes(column))
  const pairs = second.columns
    .filter((column) => column !== on)
    .map((column) => [first.columns.includes(column) ? (free.shift() ?? `${column}_2`) : column, column] as const)
  const beside = (row: Row): Row[] => {
    const found = second.rows.filter((other) => keyOf(other, on) !== '' && keyOf(other, on) === keyOf(row, on))
    return found.length > 0 ? found : [{}]
  }
  const rows = first.rows.flatMap((row) =>
    beside(row).map((other) => ({ ...row, ...Object.fromEntries(pairs.map(([as, of]) => [as, other[of] ?? ''])) })),
  )
  return { columns: [...first.columns, ...pairs.map(([as]) => as)], rows }
}

function keyOf(row: Row, on: string): string {
  const cell = row[on]
  if (cell === undefined) throw new Error(`there is no column "${on}" to join on`)
  return cell.trim()
}
