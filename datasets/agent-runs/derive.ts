import { mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { asLawbookError, byCodeUnit, codes, fail, readJson } from '@lawbook/base'
import { checkLocalFiles } from '@lawbook/dataset'
import { tableToCsv, validate } from '@lawbook/schemas'
import { derive } from './derive/index.ts'
import { type AgentRow, columns } from './row.ts'

/**
 * `pnpm --filter @lawbook/agent-runs derive <folder>`: derive rows/ anew from a folder with the original files,
 * which are held against originals.json first. Afterwards pin the new hash of rows.csv in dataset.json.
 */
const folder = fileURLToPath(new URL('.', import.meta.url))
try {
  const given = process.argv[2]
  if (given === undefined) fail('LB_USAGE', 'derive.ts needs the folder with the original files as its argument')
  const path = `${folder}originals.json`
  const manifest = validate('lawbook/files@1', await readJson(path), path)
  const rows = derive(await checkLocalFiles(given, manifest))
  await rm(`${folder}rows`, { recursive: true, force: true })
  await mkdir(`${folder}rows`)
  for (const source of [...new Set(rows.map((row) => row.source))].sort(byCodeUnit)) await write(source, rows)
  process.stdout.write(`agent-runs: ${rows.length} rows derived from ${manifest.files.length} files\n`)
} catch (thrown) {
  const { code, message } = asLawbookError(thrown)
  process.stderr.write(`agent-runs: ${message} [${code}]\n`)
  process.exit(codes[code].exit)
}

/** Figures have seven digits: more than any of them is known to. */
async function write(source: string, rows: readonly AgentRow[]): Promise<void> {
  const own = rows.filter((row) => row.source === source)
  const cells = own.map((row) =>
    Object.fromEntries(
      columns.map((column) => [
        column,
        typeof row[column] === 'number' ? Number(row[column].toPrecision(7)) : row[column],
      ]),
    ),
  )
  await writeFile(`${folder}rows/${source}.csv`, tableToCsv(cells, `rows/${source}.csv`))
}
