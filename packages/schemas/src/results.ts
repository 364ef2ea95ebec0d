import { join } from 'node:path'
import { readJson, readText } from '@lawbook/base'
import type { Result } from './result.ts'
import { csvToTable, type Row } from './table.ts'
import { validate } from './validate.ts'

/** A result as it lies in a folder: `results/data` of an experiment, or its committed copy in `figures/<id>`. */
export type StoredResult = { readonly result: Result; readonly tables: Readonly<Record<string, Row[]>> }

/** Read `result.json` and its tables (not the evidence). Throws LB_DATA_MISSING, LB_JSON, LB_SCHEMA, LB_SCHEMA_VERSION. */
export async function readResult(folder: string): Promise<StoredResult> {
  const path = join(folder, 'result.json')
  const result = validate('lawbook/result@1', await readJson(path), path)
  return { result, tables: await readTables(folder, result.tables) }
}

/** Read the listed CSV files of a folder. */
export async function readTables(folder: string, refs: Result['tables']): Promise<Record<string, Row[]>> {
  const entries = await Promise.all(
    refs.map(async ({ id, file }) => {
      const path = join(folder, file)
      return [id, csvToTable(await readText(path), path)] as const
    }),
  )
  return Object.fromEntries(entries)
}
