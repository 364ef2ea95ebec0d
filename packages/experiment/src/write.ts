import { join } from 'node:path'
import { type Json, prettyJson, replaceFolder, writeAtomic } from '@lawbook/base'
import type { RunRecord } from '@lawbook/schemas'
import type { Finished } from './runExperiment.ts'

/** Write a finished run as `result.json`, its tables and its evidence, all or nothing; with `run.json` where given. */
export async function writeResult(folder: string, finished: Finished, run?: RunRecord): Promise<void> {
  await replaceFolder(folder, async (temporary) => {
    for (const [name, text] of Object.entries(resultFiles(finished))) await writeAtomic(join(temporary, name), text)
    if (run !== undefined) await writeAtomic(join(temporary, 'run.json'), prettyJson(run as Json))
  })
}

/** The files of a finished run by name: what `writeResult` writes and what `repro verify` compares. */
export function resultFiles(finished: Finished): Record<string, string> {
  return { 'result.json': prettyJson(finished.result as unknown as Json), ...finished.files }
}
