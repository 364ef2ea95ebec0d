import { dsvFormat } from 'd3-dsv'
import { readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Line = { warehouse: string; item: string; quarter: string; direction: string; pieces: number }

const number = (cell: string): number => (cell === '-' ? 0 : Number(cell.replaceAll(',', '')))

/** One line per counted cell, and the sum lines that disagree with their items. */
export default async function solve(): Promise<void> {
  const rows = dsvFormat(';')
    .parseRows(await readText('stock.csv'))
    .map((row) => row.map((cell) => cell.trim()))
  const head = rows.findIndex((row) => row[0] === 'Warehouse')
  if (head < 1) throw new Error('stock.csv has no header line that starts with Warehouse')
  const above = rows[head - 1]!
  const columns = rows[head]!.slice(2).map((direction, k) => ({
    quarter: above.slice(0, k + 3).findLast((cell) => cell !== '') ?? '',
    direction: direction.toLowerCase(),
  }))
  const body = rows.slice(head + 1)
  const isSum = (row: string[]): boolean => /^(Sum|Total)\b/.test(row[0]!)
  const tidy: Line[] = []
  let warehouse = ''
  for (const row of body) {
    if (isSum(row) || row.length < 3 || row[1] === '') continue
    if (row[0] !== '') warehouse = row[0]!
    columns.forEach((column, k) => {
      const cell = row[k + 2] ?? ''
      if (cell !== '') tidy.push({ warehouse, item: row[1]!, ...column, pieces: number(cell) })
    })
  }
  await writeTable('tidy.csv', ['warehouse', 'item', 'quarter', 'direction', 'pieces'], tidy)
  const checked = body.filter(isSum).flatMap((row) =>
    columns.map(({ quarter, direction }, k) => {
      const own = tidy.filter(
        (line) =>
          line.quarter === quarter &&
          line.direction === direction &&
          (row[0] === 'Total' || row[0] === `Sum ${line.warehouse}`),
      )
      const computed = own.reduce((sum, { pieces }) => sum + pieces, 0)
      return { row: row[0]!, quarter, direction, stated: number(row[k + 2]!), computed }
    }),
  )
  await writeJson(
    'mismatches.json',
    checked.filter(({ stated, computed }) => stated !== computed),
  )
}
