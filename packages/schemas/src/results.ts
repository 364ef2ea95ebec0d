import { join } from 'node:path'
import { fail, readJson, readText, sha256 } from '@lawbook/base'
import { checkFits, checkLedger } from './check.ts'
import type { Result, TableRef } from './result.ts'
import { csvToTable, type Row } from './table.ts'
import { validate } from './validate.ts'

/** A result as it lies in a folder: `results/data` of an experiment, or its committed copy in `figures/<id>`. */
export type StoredResult = { readonly result: Result; readonly tables: Readonly<Record<string, Row[]>> }

/**
 * Read `result.json` and its tables (not the evidence), and hold them against each other: the books balance, fits are
 * whole, every table has the rows and the SHA-256 that the record names. Throws LB_DATA_MISSING, LB_JSON, LB_SCHEMA,
 * LB_SCHEMA_VERSION, LB_BOOKS, LB_DATA_HASH, and what `checkFits` throws.
 */
export async function readResult(folder: string): Promise<StoredResult> {
  const path = join(folder, 'result.json')
  const result = validate('lawbook/result@1', await readJson(path), path)
  for (const ledger of result.attrition) checkLedger(ledger, path)
  checkFits(result.fits, path)
  const entries = await Promise.all(
    result.tables.map(async (ref) => {
      const { text, rows } = await readTable(folder, ref)
      checkTable(join(folder, ref.file), ref, text, rows.length, result.experiment)
      return [ref.id, rows] as const
    }),
  )
  return { result, tables: Object.fromEntries(entries) }
}

/** Read the listed CSV files of a folder as they are: whoever recomputes from them compares the outcome. */
export async function readTables(folder: string, refs: readonly TableRef[]): Promise<Record<string, Row[]>> {
  const entries = await Promise.all(refs.map(async (ref) => [ref.id, (await readTable(folder, ref)).rows] as const))
  return Object.fromEntries(entries)
}

async function readTable(folder: string, { file }: TableRef): Promise<{ text: string; rows: Row[] }> {
  const path = join(folder, file)
  const text = await readText(path)
  return { text, rows: csvToTable(text, path) }
}

function checkTable(path: string, ref: TableRef, text: string, rows: number, experiment: string): void {
  const hash = sha256(text)
  if (rows === ref.rows && hash === ref.sha256) return
  fail(
    'LB_DATA_HASH',
    `${path} has ${rows} rows and the SHA-256 ${hash}; its result.json says ${ref.rows} rows and ${ref.sha256}; restore the two as they were committed, or run \`repro run ${experiment}\``,
    { file: path },
  )
}
