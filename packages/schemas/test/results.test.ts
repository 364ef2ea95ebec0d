import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256, writeJson } from '@lawbook/base'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readResult, readTables, tableToCsv } from '../src/index.ts'
import { ledger, samples } from './samples.ts'

const rows = [
  { size: 10, right: 0.9 },
  { size: 20, right: null },
]
const csv = tableToCsv(rows, 'curves')
const sample = samples['lawbook/result@1']
const ref = { id: 'curves', file: 'curves.csv', rows: 2, sha256: sha256(csv) }
const result = { ...sample, tables: [ref] }
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lawbook-results-'))
  await writeJson(join(folder, 'result.json'), result)
  await writeFile(join(folder, 'curves.csv'), csv)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('reads a result and its tables by id', async () => {
  expect(await readResult(folder)).toEqual({ result, tables: { curves: rows } })
})

it('names the table that is missing, and the one that is ragged', async () => {
  const path = join(folder, 'curves.csv')
  await rm(path)
  await expect(readResult(folder)).rejects.toMatchObject({
    code: 'LB_DATA_MISSING',
    message: `there is no file ${path}`,
  })
  await writeFile(path, 'size,right\n10\n')
  const ragged = { code: 'LB_SCHEMA', message: expect.stringContaining(path) }
  await expect(readResult(folder)).rejects.toMatchObject(ragged)
  await expect(readTables(folder, [ref])).rejects.toMatchObject(ragged)
})

it('names the record that another version wrote', async () => {
  await writeJson(join(folder, 'result.json'), { ...result, schema: 'lawbook/result@2' })
  await expect(readResult(folder)).rejects.toMatchObject({
    code: 'LB_SCHEMA_VERSION',
    message: expect.stringContaining(join(folder, 'result.json')),
  })
})

it('names a table that is not the one of the record, with what is expected and what was seen', async () => {
  const edited = csv.replace('0.9', '0.8')
  await writeFile(join(folder, 'curves.csv'), edited)
  await expect(readResult(folder)).rejects.toMatchObject({
    code: 'LB_DATA_HASH',
    exit: 5,
    message: `${join(folder, 'curves.csv')} has 2 rows and the SHA-256 ${sha256(edited)}; its result.json says 2 rows and ${sha256(csv)}; restore the two as they were committed, or run \`repro run skills-routing-law\``,
  })
  expect((await readTables(folder, [ref])).curves?.[0]).toEqual({ size: 10, right: 0.8 })
  await writeFile(join(folder, 'curves.csv'), csv)
  await writeJson(join(folder, 'result.json'), { ...result, tables: [{ ...ref, rows: 3 }] })
  await expect(readResult(folder)).rejects.toMatchObject({ code: 'LB_DATA_HASH' })
})

it('refuses books that do not balance', async () => {
  await writeJson(join(folder, 'result.json'), { ...result, attrition: [{ ...ledger, used: 7 }] })
  await expect(readResult(folder)).rejects.toMatchObject({
    code: 'LB_BOOKS',
    message: expect.stringContaining(join(folder, 'result.json')),
  })
})
