import { readTable, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Row = Record<string, string>

const columns = ['id', 'name', 'phone', 'email', 'updated']
const newest = (a: Row, b: Row): number =>
  a.updated === b.updated ? Number(a.id) - Number(b.id) : a.updated! > b.updated! ? -1 : 1

/** One record per email: the newest, its gaps filled from the next newest. */
export default async function solve(): Promise<void> {
  const rows = await readTable('contacts.csv', columns)
  const people = new Map<string, Row[]>()
  for (const row of rows) {
    const email = row.email!.trim().toLowerCase()
    const key = email === '' ? `without ${row.id}` : email
    people.set(key, [...(people.get(key) ?? []), { ...row, email }])
  }
  const kept = [...people.values()].map((records) => {
    const sorted = records.toSorted(newest)
    const filled = columns.map((column) => [
      column,
      sorted.map((row) => row[column]!).find((cell) => cell.trim() !== ''),
    ])
    const ids = sorted.slice(1).map((row) => Number(row.id))
    return { row: Object.fromEntries(filled) as Row, swallowed: ids.sort((a, b) => a - b) }
  })
  kept.sort((a, b) => Number(a.row.id) - Number(b.row.id))
  await writeTable(
    'contacts_clean.csv',
    columns,
    kept.map(({ row }) => row),
  )
  const merged = kept.filter(({ swallowed }) => swallowed.length > 0)
  await writeJson('merged.json', Object.fromEntries(merged.map(({ row, swallowed }) => [row.id!, swallowed])))
}
