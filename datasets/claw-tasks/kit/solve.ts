import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { csvFormatRows, csvParse } from 'd3-dsv'

/** A recipe's view of the workspace, which is the current directory. A file that is not there throws: an honest refusal. */
export const readText = async (name: string): Promise<string> => await readFile(name, 'utf8')

export async function writeText(name: string, text: string): Promise<void> {
  await mkdir(dirname(name), { recursive: true })
  await writeFile(name, text)
}

export const readJson = async <T>(name: string): Promise<T> => JSON.parse(await readText(name)) as T

export async function writeJson(name: string, value: unknown): Promise<void> {
  await writeText(name, `${JSON.stringify(value, null, 2)}\n`)
}

/** Rows of a CSV file with a header. The columns named must be there: a file of another kind is refused. */
export async function readTable(name: string, columns: readonly string[]): Promise<Record<string, string>[]> {
  const rows = csvParse(await readText(name))
  const missing = columns.find((column) => !rows.columns.includes(column))
  if (missing !== undefined) throw new Error(`${name} has no column ${missing}`)
  return rows as unknown as Record<string, string>[]
}

export async function writeTable(
  name: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | number>>[],
): Promise<void> {
  await writeText(
    name,
    `${csvFormatRows([[...columns], ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))])}\n`,
  )
}

/** Names of all files below a folder, relative to it, in order. */
export async function filesBelow(folder = '.'): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replace(`${folder}/`, ''))
    .sort()
}
