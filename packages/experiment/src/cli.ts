import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { asLawbookError, fail, hashJson, type Json, readJson, writeJson } from '@lawbook/base'
import { readResult, readTables, type StoredResult, validate } from '@lawbook/schemas'
import { booksTable, readBooks } from './books.ts'
import type { Evidence, Experiment } from './define.ts'
import { type Fidelity, runExperiment } from './runExperiment.ts'
import { writeResult } from './write.ts'

/**
 * The task `reproduce` of an experiment package, run in its folder. Writes `results/data` or, if it fails,
 * `results/error.json`, and exits 0 or 1. Progress goes to stdout as JSON lines.
 *
 * `--evidence <folder> --out <folder>` recomputes from committed evidence rows instead of data: what `verify` does.
 */
export async function main(folder: string, argv: readonly string[]): Promise<number> {
  const id = basename(folder)
  const errorFile = join(folder, 'results', 'error.json')
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { evidence: { type: 'string' }, out: { type: 'string' } },
    })
    const started = process.hrtime.bigint()
    const experiment = await load(folder, id)
    const { fidelity, routers } = fidelityOf(process.env.REPRO_FIDELITY)
    const finished = await runExperiment(experiment, {
      fidelity,
      ...(routers === undefined ? {} : { choices: otherRouters(experiment, routers) }),
      progress: printProgress(id),
      uses: await readUses(experiment, folder, values.evidence),
      ...(values.evidence === undefined ? {} : { evidence: await readEvidence(values.evidence) }),
    })
    await writeResult(values.out ?? join(folder, 'results', 'data'), finished, {
      schema: 'lawbook/run@1',
      experiment: id,
      seconds: Number(process.hrtime.bigint() - started) / 1e9,
      node: process.version,
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
      data: values.evidence === undefined ? await dataHashes(experiment, folder) : [],
    })
    await rm(errorFile, { force: true })
    return 0
  } catch (thrown) {
    const error = asLawbookError(thrown)
    await writeJson(errorFile, {
      schema: 'lawbook/error@1',
      experiment: id,
      task: 'reproduce',
      code: error.code,
      message: error.message,
      details: error.details as Json,
      stack: error.stack ?? error.message,
    }).catch((second: Error) => process.stderr.write(`${id}: ${second.message}\n`))
    process.stderr.write(`${id}: ${error.message} (${error.code})\n`)
    return 1
  }
}

async function load(folder: string, id: string): Promise<Experiment> {
  const module = (await import(pathToFileURL(join(folder, 'experiment.ts')).href)) as { default?: Experiment }
  if (module.default === undefined)
    fail('LB_EXPERIMENT', `${id}/experiment.ts has no default export; export default defineExperiment({...})`)
  if (module.default.id !== id)
    fail('LB_EXPERIMENT', `experiment.ts in the folder ${id} has the id "${module.default.id}"; they must be the same`)
  return module.default
}

/** `full` (or nothing), `quick`, `local`, or `routers:` and the ids of the routers to ask, separated by commas. */
function fidelityOf(value: string | undefined): { fidelity: Fidelity; routers?: string[] } {
  if (value === undefined || value === '' || value === 'full') return { fidelity: 'full' }
  if (value === 'quick' || value === 'local') return { fidelity: value }
  const routers = /^routers:(.+)$/.exec(value)?.[1]?.split(',')
  if (routers === undefined)
    return fail('LB_USAGE', `REPRO_FIDELITY is "${value}"; allowed: full, quick, local, routers:<id>,<id>`)
  return { fidelity: 'routers', routers }
}

/** The choice `routers` of an experiment that has one. */
function otherRouters({ id, choices }: Experiment, routers: readonly string[]): Record<string, unknown> {
  if (!Array.isArray(choices.routers))
    fail('LB_USAGE', `${id} asks no routers; leave --routers out, or run an experiment that has the choice "routers"`)
  return { routers }
}

/** Results that this experiment builds on: its neighbours' fresh ones, or committed ones when verifying. */
async function readUses(
  experiment: Experiment,
  folder: string,
  evidence: string | undefined,
): Promise<Record<string, StoredResult>> {
  const uses: Record<string, StoredResult> = {}
  for (const [name, other] of Object.entries(experiment.uses ?? {})) {
    uses[name] = await readResult(
      evidence === undefined ? join(dirname(folder), other, 'results', 'data') : join(dirname(evidence), other),
    )
  }
  return uses
}

/**
 * The evidence of a committed result: its rows and its books, as the files have them. No hash is checked here: `verify`
 * compares the bytes that come out, and so names every file that was edited.
 */
async function readEvidence(folder: string): Promise<Evidence> {
  const path = join(folder, 'result.json')
  const result = validate('lawbook/result@1', await readJson(path), path)
  const { [booksTable]: books = [], ...tables } = await readTables(folder, result.evidence)
  return { tables, ...readBooks(books, join(folder, 'evidence', `${booksTable}.csv`)) }
}

/** The hash of each data set's build manifest, which holds the hash of every file; a handle without a build has none. */
async function dataHashes(experiment: Experiment, folder: string): Promise<{ id: string; sha256: string }[]> {
  const hashes: { id: string; sha256: string }[] = []
  for (const { id } of Object.values(experiment.data ?? {})) {
    const path = join(dirname(dirname(folder)), 'datasets', id, 'build', 'manifest.json')
    if (!existsSync(path)) continue
    hashes.push({ id, sha256: hashJson(validate('lawbook/build@1', await readJson(path), path)) })
  }
  return hashes
}

/** At most ten progress lines a second, the last one always. */
function printProgress(id: string) {
  let last = 0
  return (done: number, total: number, label: string): void => {
    const now = performance.now()
    if (now - last < 100 && done < total) return
    last = now
    process.stdout.write(`${JSON.stringify({ progress: { id, done, total, label } })}\n`)
  }
}
