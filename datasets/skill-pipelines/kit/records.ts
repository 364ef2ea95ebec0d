import { cellAt, isObject, type JsonObject, listKeys, readJson, valueAt, writeJson } from './json.ts'
import { numberOf, readTable, writeTable } from './tables.ts'

export type Records = { readonly columns: readonly string[]; readonly items: readonly JsonObject[] }

/** The rows of a .csv file, or the first list of objects in a .json file; a .json file without one throws. */
export async function readRecords(name: string): Promise<Records> {
  if (!isJson(name)) {
    const { columns, rows } = await readTable(name)
    return { columns, items: rows }
  }
  const document = await readJson(name)
  const items = valueAt(document, listKeys(document, undefined)) as unknown[]
  if (!items.every(isObject)) throw new Error(`${name} is not a list of objects`)
  return { columns: [...new Set(items.flatMap(Object.keys))], items }
}

/** As .json a list of objects, else a table in which what is nested stands as JSON. */
export async function writeRecords(name: string, { columns, items }: Records): Promise<void> {
  if (isJson(name)) return writeJson(name, items)
  const rows = items.map((item) => Object.fromEntries(columns.map((column) => [column, cellAt(item, column)])))
  await writeTable(name, { columns, rows })
}

/** The cells of a table as JSON values: plain numbers as numbers (not 007, nor digits beyond what a number holds). */
export function typed({ columns, items }: Records): Records {
  const value = (cell: unknown): unknown =>
    /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(String(cell)) ? numberOf(String(cell)) : cell
  return {
    columns,
    items: items.map((item) => Object.fromEntries(Object.entries(item).map(([key, cell]) => [key, value(cell)]))),
  }
}

export function isJson(name: string): boolean {
  return name.toLowerCase().endsWith('.json')
}
