import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { codes, downloadPath, fail, readJson, sha256 } from '@lawbook/base'
import { pins } from '@lawbook/benchmarks'
import { validate } from '@lawbook/schemas'
import { checkoutFolder, fetchCheckout } from '../benchmark/fetch.ts'
import { benchmarkIn } from '../benchmark/options.ts'
import type { Command, Context } from '../command.ts'
import { type DataSet, readDataSets } from '../dataSets.ts'
import { failureExit, printFailures } from '../failures.ts'
import type { Output } from '../output.ts'
import { columns, sayNumber } from '../say.ts'
import { elapsed } from '../summary.ts'
import { megabytes, runTasks } from '../tasks.ts'
import { resolveId } from '../workspace.ts'

const actions = ['list', 'build', 'verify', 'fetch']

export default {
  name: 'data',
  group: 'extend',
  summary: 'List, build or verify the data sets, or fetch a benchmark.',
  usage: 'list|build|verify [<data set...>] | fetch <benchmark>',
  examples: ['repro data list', 'repro data build skill-library', 'repro data verify', 'repro data fetch clawbench'],
  options: {
    force: { type: 'boolean', help: 'build: build again what is cached' },
    dir: {
      type: 'string',
      value: '<folder>',
      help: 'fetch: where the checkout goes, or lies already; the cache unless said',
    },
    from: { type: 'string', value: '<repository>', help: 'fetch: a mirror in place of the benchmark’s own repository' },
  },
  json: 'lawbook/data@1',
  also: ['lawbook/data-check@1', 'lawbook/fetch@1'],
  exits: { 5: 'data are not what their manifest says, or could not be had', 130: 'interrupted' },
  async run({ root, positionals, options, output }) {
    const [action = 'list', ...texts] = positionals
    if (!actions.includes(action)) fail('LB_USAGE', `repro data has no "${action}"; allowed: ${actions.join(', ')}`)
    if (action === 'fetch') return await fetchBenchmark(texts, options, output)
    for (const name of ['dir', 'from'])
      if (options[name] !== undefined) fail('LB_USAGE', `--${name} goes with \`repro data fetch\`, not with ${action}`)
    const all = await readDataSets(root)
    const ids = all.map(({ id }) => id)
    const chosen = texts.length === 0 ? ids : texts.map((text) => resolveId(text, ids, 'data set'))
    const sets = all.filter(({ id }) => chosen.includes(id))
    if (action === 'list') return list(sets, output)
    if (action === 'verify') return await verify(sets, output)
    const end = await runTasks(
      root,
      {
        tasks: ['dataset'],
        filters: texts.length === 0 ? [] : chosen.map((id) => `./datasets/${id}`),
        force: options.force === true,
      },
      { output, verbose: options.verbose === true },
    )
    printFailures(output, end.failures, options.verbose === true)
    list(
      (await readDataSets(root)).filter(({ id }) => chosen.includes(id)),
      output,
    )
    output.print(elapsed())
    return failureExit(end.failures)
  },
} satisfies Command

function list(sets: readonly DataSet[], output: Output): number {
  if (output.json) output.document('lawbook/data@1', { datasets: sets.map(describe) })
  const rows = sets
    .map(describe)
    .map((set) => [
      set.id,
      set.status,
      set.rows === null ? '–' : sayNumber(set.rows),
      set.builtBytes === null ? '–' : megabytes(set.builtBytes),
      set.downloadBytes === 0 ? 'none' : `${megabytes(set.downloadBytes)} (${megabytes(set.missingBytes)} to come)`,
      set.title,
    ])
  for (const line of columns([['data set', 'status', 'rows', 'built', 'download', 'what it is'], ...rows], [2, 3]))
    output.print(line)
  for (const { id, licence } of sets.map(describe)) output.print(`${id}: ${licence}`)
  return 0
}

function describe({ id, manifest, build, downloadBytes, missingBytes }: DataSet) {
  const pinned = new Map(manifest.files.map(({ file, sha256: hash }) => [file, hash]))
  const current = build?.files.every(({ file, sha256: hash }) => pinned.get(file) === hash) === true
  const rows = manifest.files.map((file) => file.rows).filter((n) => n !== null)
  return {
    id,
    title: manifest.title,
    licence: manifest.licence,
    status: build === null ? 'not built' : current ? 'built' : 'outdated',
    rows: rows.length === 0 ? null : rows.reduce((sum, n) => sum + n, 0),
    builtBytes: build === null ? null : build.files.reduce((sum, { bytes }) => sum + bytes, 0),
    downloadBytes,
    missingBytes,
  }
}

/** Clone the pinned commit of a benchmark, or find it where it lies, and say its terms. */
async function fetchBenchmark(texts: readonly string[], options: Context['options'], output: Output): Promise<number> {
  const benchmark = benchmarkIn(texts)
  const pin = pins[benchmark]
  const folder = resolve((options.dir as string | undefined) ?? checkoutFolder(benchmark))
  const found = await fetchCheckout(pin, { folder, from: (options.from as string | undefined) ?? null })
  const { repository, commit, licence, means } = pin
  if (output.json) output.document('lawbook/fetch@1', { benchmark, repository, commit, licence, folder, found })
  output.print(`${benchmark}: ${repository} at ${commit} ${found ? 'lies in' : 'is now in'} ${folder}`)
  output.print(`its licence is ${licence}: ${means}`)
  output.print(`\`repro benchmark ${benchmark} --dir ${folder} --allow-task-code\` runs it, once you trust its code`)
  return 0
}

/** Hash every built file and every download in the cache, and hold them against the manifests. */
async function verify(sets: readonly DataSet[], output: Output): Promise<number> {
  const faults: { dataset: string; file: string; fault: string }[] = []
  let checked = 0
  for (const { id, folder, manifest, build } of sets) {
    if (build === null)
      faults.push({ dataset: id, file: 'build/manifest.json', fault: `not built; \`repro data build ${id}\`` })
    for (const { file, sha256: pinned } of build === null ? [] : manifest.files) {
      const data = await readFile(join(folder, 'build', file)).catch(() => null)
      checked += 1
      if (data === null) faults.push({ dataset: id, file, fault: 'missing in build/' })
      else if (sha256(data) !== pinned)
        faults.push({ dataset: id, file, fault: `SHA-256 ${sha256(data)}; dataset.json pins ${pinned}` })
    }
    if (manifest.sources === undefined) continue
    const path = join(folder, manifest.sources)
    for (const source of validate('lawbook/sources@1', await readJson(path), path).sources) {
      const cached = downloadPath(source.integrity)
      const found = await integrityOf(cached)
      if (found === null) continue
      checked += 1
      if (found !== source.integrity)
        faults.push({
          dataset: id,
          file: `${source.package}@${source.version}`,
          fault: `${cached} has ${found}; pinned is ${source.integrity}; delete the file and build again`,
        })
    }
  }
  if (output.json) output.document('lawbook/data-check@1', { checked, faults })
  for (const { dataset, file, fault } of faults)
    output.print(`${output.style('red', 'wrong')} ${dataset}, ${file}: ${fault}`)
  output.print(
    `${sayNumber(checked)} files checked, ${faults.length === 0 ? 'all as pinned' : `${faults.length} not`}; ${elapsed()}`,
  )
  return faults.length === 0 ? 0 : codes.LB_DATA_HASH.exit
}

/** `sha512-...` of a file, read as a stream; null if there is none. */
async function integrityOf(path: string): Promise<string | null> {
  const digest = createHash('sha512')
  try {
    for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw thrown
  }
  return `sha512-${digest.digest('base64')}`
}
