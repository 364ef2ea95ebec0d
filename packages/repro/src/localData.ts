import { join, resolve } from 'node:path'
import { fail, hashJson, type Json } from '@lawbook/base'
import { packagesIn } from '@lawbook/claims'
import { checkLocalCheckout, checkLocalFiles, readFilesManifest } from '@lawbook/dataset'
import type { FilesManifest } from '@lawbook/schemas'
import { containmentWords } from './benchmark/leave.ts'
import type { LocalData } from './launch.js'

/** Experiments that the reader's checkout cannot serve although their data set reads one, and why. */
const closed: Readonly<Record<string, string>> = {
  'skills-clawmark-transfer':
    'the real ClawMark publishes no solutions, so that no recipe can be picked; `repro benchmark clawmark --dir <checkout>` runs it',
}

/**
 * A folder of the reader's own files, or a checkout of theirs, held against the `files.json` of every data set that the experiments use. Throws
 * LB_USAGE for an experiment none of whose data sets reads such files, LB_TASK_CODE for a checkout whose code nobody has
 * allowed, and what `checkLocalFiles` and `checkLocalCheckout` throw. The hash is that of the manifests: the files are
 * what these pin.
 */
export async function readLocalData(
  root: string,
  experiments: readonly string[],
  { folder, allowTaskCode }: { folder: string; allowTaskCode: boolean },
): Promise<LocalData> {
  for (const id of experiments)
    if (Object.hasOwn(closed, id)) fail('LB_USAGE', `${id} reads no files of yours: ${closed[id]}`)
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
  for (const { manifest } of used) {
    await checkLocalFiles(folder, manifest!)
    await checkLocalCheckout(folder, manifest!)
    checkLeave(manifest!, { folder, allowTaskCode })
  }
  return { folder: resolve(folder), hash: hashJson(used.map(({ id, manifest }) => [id, manifest]) as Json) }
}

/** Where the results of a run on local files are kept, seen from the root: git ignores it. */
export function localResults(id: string): string {
  return join('results-local', id)
}

function checkLeave(
  { checkout }: FilesManifest,
  { folder, allowTaskCode }: { folder: string; allowTaskCode: boolean },
): void {
  if (checkout === undefined || allowTaskCode) return
  fail(
    'LB_TASK_CODE',
    `this executes ${checkout.executes} in ${resolve(folder)} with your rights, and nobody has said that it may run. ${containmentWords()} If you trust it, add --allow-task-code`,
    { folder },
  )
}
