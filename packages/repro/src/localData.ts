import { join, resolve } from 'node:path'
import { fail, hashJson, type Json } from '@lawbook/base'
import { packagesIn } from '@lawbook/claims'
import { checkLocalFiles, readFilesManifest } from '@lawbook/dataset'
import type { LocalData } from './launch.js'

/**
 * A folder of the reader's own files, held against the `files.json` of every data set that the experiments use. Throws
 * LB_USAGE for an experiment none of whose data sets reads such files, and what `checkLocalFiles` throws. The hash is
 * that of the manifests: the files are what these pin.
 */
export async function readLocalData(root: string, experiments: readonly string[], folder: string): Promise<LocalData> {
  const [packages, datasets] = await Promise.all([packagesIn(root, 'experiments'), packagesIn(root, 'datasets')])
  const manifests = await Promise.all(
    datasets.map(async ({ id, name, folder: own }) => ({ id, name, manifest: await readFilesManifest(own) })),
  )
  const readBy = (id: string) => {
    const { dependencies = [] } = packages.find((one) => one.id === id) ?? {}
    return manifests.filter(({ name, manifest }) => manifest !== null && dependencies.includes(name))
  }
  const unable = experiments.filter((id) => readBy(id).length === 0)
  if (unable.length > 0) {
    const able = packages.map(({ id }) => id).filter((id) => readBy(id).length > 0)
    fail(
      'LB_USAGE',
      `no data set of ${unable.join(', ')} reads original files; --data-dir goes with: ${able.join(', ') || 'none yet'}`,
    )
  }
  const used = manifests.filter((one) => experiments.some((id) => readBy(id).includes(one)))
  for (const { manifest } of used) await checkLocalFiles(folder, manifest!)
  return { folder: resolve(folder), hash: hashJson(used.map(({ id, manifest }) => [id, manifest]) as Json) }
}

/** Where the results of a run on local files are kept, seen from the root: git ignores it. */
export function localResults(id: string): string {
  return join('results-local', id)
}
