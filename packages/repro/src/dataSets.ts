import { join } from 'node:path'
import { absentAsNull, readJson } from '@lawbook/base'
import { bytesToDownload } from '@lawbook/dataset'
import { type BuildManifest, type DatasetManifest, type Tarball, validate } from '@lawbook/schemas'
import { packageIds } from './workspace.ts'

/** A data set as its manifest, its build and the download cache describe it. */
export type DataSet = {
  readonly id: string
  readonly folder: string
  readonly manifest: DatasetManifest
  /** What the build gave; null if there is none. */
  readonly build: BuildManifest | null
  readonly tarballs: readonly Tarball[]
  /** All that a first build downloads, and what of it is not in the cache. */
  readonly downloadBytes: number
  readonly missingBytes: number
}

/** Every data set of the workspace, sorted by id; sizes from manifests and file sizes alone. */
export async function readDataSets(root: string): Promise<DataSet[]> {
  const ids = await packageIds(root, 'datasets')
  return await Promise.all(ids.map(async (id) => await readDataSet(join(root, 'datasets', id), id)))
}

async function readDataSet(folder: string, id: string): Promise<DataSet> {
  const { manifest, tarballs } = await readPins(folder)
  const build = await readBuild(join(folder, 'build', 'manifest.json'))
  return { id, folder, manifest, build, tarballs, ...(await sizesOf(tarballs)) }
}

/** What data sets download together: a tarball that several of them read is counted once. */
export async function downloadedBy(sets: readonly DataSet[]): Promise<Pick<DataSet, 'downloadBytes' | 'missingBytes'>> {
  const distinct = new Map(sets.flatMap(({ tarballs }) => tarballs.map((tarball) => [tarball.integrity, tarball])))
  return await sizesOf([...distinct.values()])
}

async function sizesOf(tarballs: readonly Tarball[]): Promise<{ downloadBytes: number; missingBytes: number }> {
  return {
    downloadBytes: tarballs.reduce((sum, { tarballBytes }) => sum + tarballBytes, 0),
    missingBytes: await bytesToDownload(tarballs),
  }
}

async function readPins(folder: string) {
  const path = join(folder, 'dataset.json')
  const manifest = validate('lawbook/dataset@1', await readJson(path), path)
  if (manifest.sources === undefined) return { manifest, tarballs: [] }
  const sources = join(folder, manifest.sources)
  return { manifest, tarballs: validate('lawbook/sources@1', await readJson(sources), sources).sources }
}

async function readBuild(path: string): Promise<BuildManifest | null> {
  const build = await absentAsNull(readJson(path))
  return build === null ? null : validate('lawbook/build@1', build, path)
}
