import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { asLawbookError, fail, type Json, writeJson } from '@lawbook/base'
import type { ErrorRecord } from '@lawbook/schemas'
import { buildDataset } from './build.ts'
import type { Dataset } from './defineDataset.ts'

/**
 * `lawbook-dataset`: build the data set of the current folder (the default export of its index.ts). Exit 0 and one
 * sentence, or exit 1, the reason on standard error and in results/error.json. Progress goes to standard output.
 */
const folder = process.cwd()
const errorPath = join(folder, 'results', 'error.json')
const stop = new AbortController()
// A reader that went away must not break the build.
process.stdout.on('error', () => {})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

try {
  const dataset = await datasetOf(folder)
  const { files } = await buildDataset(dataset, {
    signal: stop.signal,
    write: (line) => void process.stdout.write(`${line}\n`),
    onNote: (sentence) => void process.stderr.write(`${dataset.id}: ${sentence}\n`),
  })
  await rm(errorPath, { force: true })
  const contents = files.map(({ file, rows }) => (rows === null ? file : `${file} (${rows} rows)`))
  process.stdout.write(`${dataset.id}: built ${contents.join(', ')}\n`)
} catch (thrown) {
  const { code, message, details, stack } = asLawbookError(thrown)
  process.stderr.write(`${basename(folder)}: ${message} [${code}]\n`)
  const record: ErrorRecord = {
    schema: 'lawbook/error@1',
    experiment: basename(folder),
    task: 'dataset',
    code,
    message,
    details: { ...details },
    ...(stack === undefined ? {} : { stack }),
  }
  await writeJson(errorPath, record as Json).catch((second: Error) =>
    process.stderr.write(`${basename(folder)}: ${second.message}\n`),
  )
  process.exit(1)
}

async function datasetOf(path: string): Promise<Dataset<unknown>> {
  const module = (await import(pathToFileURL(join(path, 'index.ts')).href)) as { default?: Dataset<unknown> }
  return module.default ?? fail('LB_SCHEMA', `${join(path, 'index.ts')} has no default export; export the data set`)
}
