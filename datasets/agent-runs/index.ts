import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { byCodeUnit, readText } from '@lawbook/base'
import { checkLocalFiles, defineDataset, localFolder, readFilesManifest } from '@lawbook/dataset'
import { csvToTable, type Row, tableToCsv } from '@lawbook/schemas'
import { deriveRuns } from './derive/index.ts'
import type { AgentRow, AgentSource } from './row.ts'

export { noRecord, otherPrompt, rateMissing } from './artefacts.ts'
export { figure, plantedSources } from './figure.ts'
export { pick, sourceRows } from './pick.ts'
export { type AgentRow, type AgentSource, agentRows, type Depth } from './row.ts'

/** Published figures about agents and what they spend. */
export type AgentRuns = {
  readonly rows: readonly AgentRow[]
  readonly sources: readonly AgentSource[]
  /** Rows of single runs in the same columns; null unless a reader gave the original files with `--data-dir`. */
  readonly runLevel: readonly AgentRow[] | null
}

const folder = fileURLToPath(new URL('.', import.meta.url))

/** One tidy table of what other people measured, with its sources (see README.md). */
export const agentRuns = defineDataset<AgentRuns>({
  id: 'agent-runs',
  url: import.meta.url,
  async build() {
    const files = (await readdir(`${folder}rows`)).sort(byCodeUnit)
    const rows: Row[] = []
    for (const file of files) {
      const source = file.replace(/\.csv$/, '')
      for (const row of csvToTable(await readText(`${folder}rows/${file}`), file)) rows.push({ source, ...row })
    }
    return {
      'rows.csv': tableToCsv(rows, 'rows/'),
      'citations.json': await readText(`${folder}citations.json`),
    }
  },
  async load(read) {
    const { sources } = JSON.parse(await read('citations.json')) as { sources: AgentSource[] }
    return {
      rows: csvToTable(await read('rows.csv'), 'rows.csv') as unknown as AgentRow[],
      sources,
      runLevel: await ownRuns(),
    }
  },
})
export default agentRuns

/** The runs of a reader's own files, held against files.json before anything is read from them. */
async function ownRuns(): Promise<AgentRow[] | null> {
  const own = localFolder()
  if (own === null) return null
  return deriveRuns(await checkLocalFiles(own, (await readFilesManifest(folder))!))
}
