import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asLawbookError } from '@lawbook/base'
import { listFiles } from '../collect.ts'
import { runStaged, stageExperiment } from '../stage.ts'
import { type Agreement, firstDifference } from './compare.ts'

/** A committed file that is not what the committed evidence gives. */
export type Difference = { readonly file: string; readonly what: string }
export type Verified = {
  readonly experiment: string
  readonly files: number
  readonly seconds: number
  readonly differences: readonly Difference[]
}

/**
 * Recompute one experiment from its committed evidence into a temporary folder, draw its figures, and hold every file
 * against the committed copy in `figures/<id>`. No network, no data, nothing written but in `temporary`.
 */
export async function verifyExperiment(
  root: string,
  id: string,
  temporary: string,
  agreement: Agreement,
): Promise<Verified> {
  const started = performance.now()
  const committed = join(root, 'figures', id)
  const names = await listFiles(committed)
  const done = (differences: readonly Difference[]): Verified => ({
    experiment: id,
    files: names.length,
    seconds: Math.round(performance.now() - started) / 1000,
    differences,
  })
  try {
    const folder = await stageExperiment(root, id, temporary)
    const [data, figures] = [join(folder, 'results', 'data'), join(folder, 'results', 'figures')]
    await runStaged(root, folder, 'experiment', ['--evidence', committed, '--out', data])
    await runStaged(root, folder, 'figures', [])
    const recomputed = new Map<string, string>()
    for (const source of [data, figures]) {
      for (const name of await listFiles(source)) if (name !== 'run.json') recomputed.set(name, join(source, name))
    }
    return done(await compareFiles(id, committed, names, recomputed, agreement))
  } catch (thrown) {
    const { code, message } = asLawbookError(thrown)
    return done([{ file: `figures/${id}`, what: `could not be recomputed: ${message} (${code})` }])
  }
}

/**
 * Every departure in `figures/<id>`: files on one side only, and the first difference in those on both. `recomputed` has
 * the content of a file or its path.
 */
export async function compareFiles(
  id: string,
  committed: string,
  names: readonly string[],
  recomputed: ReadonlyMap<string, string | Buffer>,
  agreement: Agreement,
): Promise<Difference[]> {
  const differences: Difference[] = []
  for (const name of names) {
    const twin = recomputed.get(name)
    const what =
      twin === undefined
        ? 'is committed, but the evidence does not give it'
        : firstDifference(name, await readFile(join(committed, name)), await bytesOf(twin), agreement)
    if (what !== null) differences.push({ file: `figures/${id}/${name}`, what })
  }
  for (const name of recomputed.keys()) {
    if (!names.includes(name)) differences.push({ file: `figures/${id}/${name}`, what: 'is not committed' })
  }
  return differences
}

async function bytesOf(file: string | Buffer): Promise<Buffer> {
  return typeof file === 'string' ? await readFile(file) : file
}
