import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeJson } from '@lawbook/base'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readResult, tableToCsv } from '../src/index.ts'
import { samples } from './samples.ts'

const result = samples['lawbook/result@1']
const rows = [
  { size: 10, right: 0.9 },
  { size: 20, right: null },
]
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lawbook-results-'))
  await writeJson(join(folder, 'result.json'), result)
  await writeFile(join(folder, 'curves.csv'), tableToCsv(rows, 'curves'))
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
  await expect(readResult(folder)).rejects.toMatchObject({ code: 'LB_SCHEMA', message: expect.stringContaining(path) })
})

it('names the record that another version wrote', async () => {
  await writeJson(join(folder, 'result.json'), { ...result, schema: 'lawbook/result@2' })
  await expect(readResult(folder)).rejects.toMatchObject({
    code: 'LB_SCHEMA_VERSION',
    message: expect.stringContaining(join(folder, 'result.json')),
  })
})
