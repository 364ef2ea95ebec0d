import { join } from 'node:path'
import { absentAsNull, readJson } from '@lawbook/base'
import { announce } from '@lawbook/dataset'
import { type BuildManifest, type DatasetManifest, validate } from '@lawbook/schemas'
import { packageIds } from './workspace.ts'

/** A data set as its manifest, its build and the download cache describe it. */
export type DataSet = {
  readonly id: string
  readonly folder: string
  readonly manifest: DatasetManifest
  /** What the build gave; null if there is none. */
  readonly build: BuildManifest | null
  readonly tarballs: number
  /** All that a first build downloads, and what of it is not in the cache. */
  readonly downloadBytes: number
  readonly missingBytes: number
}

/** Every data set of the workspace, sorted by id; sizes from manifests and file sizes alone. */
export async function readDataSets(root: string): Promise<DataSet[]> {
  const ids = await packageIds(root, 'datasets')
  return await Promise.all(ids.map((id) => readDataSet(join(root, 'datasets', id), id)))
}

async function readDataSet(folder: string, id: string): Promise<DataSet> {
  const path = join(folder, 'dataset.json')
  const manifest = validate('lawbook/dataset@1', await readJson(path), path)
  const { bytesToDownload, bytesCached } = await announce(folder)
  const sources = manifest.sources === undefined ? null : join(folder, manifest.sources)
  const pins = sources === null ? [] : validate('lawbook/sources@1', await readJson(sources), sources).sources
  return {
    id,
    folder,
    manifest,
    build: await readBuild(join(folder, 'build', 'manifest.json')),
    tarballs: pins.length,
    downloadBytes: bytesToDownload + bytesCached,
    missingBytes: bytesToDownload,
  }
}

async function readBuild(path: string): Promise<BuildManifest | null> {
  const build = await absentAsNull(readJson(path))
  return build === null ? null : validate('lawbook/build@1', build, path)
}
