import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Codes in order of first appearance; the key goes into a file of its own. */
export default async function solve(): Promise<void> {
  const rows = await readTable('people.csv', ['name', 'born', 'postcode', 'sex', 'finding'])
  const codes = new Map<string, string>()
  const key: Record<string, string>[] = []
  const release = rows.map((row) => {
    const name = row.name!.trim().replace(/\s+/g, ' ')
    const person = `${name.toLowerCase()}|${row.born!.trim()}`
    if (!codes.has(person)) {
      const code = `P${String(codes.size + 1).padStart(3, '0')}`
      codes.set(person, code)
      key.push({ code, name, born: row.born!.trim() })
    }
    return {
      code: codes.get(person)!,
      year: row.born!.trim().slice(0, 4),
      postcode: row.postcode!,
      sex: row.sex!,
      finding: row.finding!,
    }
  })
  await writeTable('release.csv', ['code', 'year', 'postcode', 'sex', 'finding'], release)
  await writeTable('key.csv', ['code', 'name', 'born'], key)
}
