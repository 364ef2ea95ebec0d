import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { downloadPath, fail, replaceFolder, writeJson } from '@lawbook/base'
import type { BuildManifest } from '@lawbook/schemas'
import { checkFiles } from './checkFiles.ts'
import type { Dataset } from './defineDataset.ts'
import { readManifest, readTarballs } from './manifest.ts'
import { type Reporting, readSources } from './readSources.ts'
import { sweep } from './sweep.ts'

/**
 * Build a data set into its `build/`, all or nothing: the files are made in memory, held against `dataset.json`, and
 * only then take the place of the former build, with `manifest.json` beside them. Throws what the download, the
 * reading and the checks throw; the former build then stays.
 */
export async function buildDataset(dataset: Dataset<unknown>, reporting: Reporting): Promise<BuildManifest> {
  const { id, folder } = dataset
  const manifest = await readManifest(folder)
  if (manifest.id !== id) {
    fail(
      'LB_SCHEMA',
      `dataset.json in ${folder} has the id "${manifest.id}", index.ts defines "${id}"; they must agree`,
    )
  }
  const tarballs = await readTarballs(folder, manifest)
  await Promise.all([sweep(folder), sweep(dirname(downloadPath('')))])

  const files = await dataset.build({
    sources: () => readSources(manifest, tarballs, reporting),
    progress: (done, total, label) => reporting.write(JSON.stringify({ progress: { id, done, total, label } })),
  })
  const built: BuildManifest = { schema: 'lawbook/build@1', id, files: checkFiles(manifest, files) }
  if (reporting.signal.aborted) fail('LB_INTERRUPTED', `the build of ${id} was stopped; run the command again`)
  await replaceFolder(join(folder, 'build'), async (temporary) => {
    for (const [file, content] of Object.entries(files)) await writeFile(join(temporary, file), content)
    await writeJson(join(temporary, 'manifest.json'), built)
  })
  return built
}
