import { join } from 'node:path'
import { fail, readJson } from '@lawbook/base'
import { type DatasetManifest, type Tarball, validate } from '@lawbook/schemas'

/** The `dataset.json` of a data set's folder. */
export async function readManifest(folder: string): Promise<DatasetManifest> {
  const path = join(folder, 'dataset.json')
  return validate('lawbook/dataset@1', await readJson(path), path)
}

/** The tarballs that a data set pins; none if it needs none. */
export async function readTarballs(folder: string, manifest: DatasetManifest): Promise<readonly Tarball[]> {
  if (manifest.sources === undefined) return []
  const path = join(folder, manifest.sources)
  const { sources } = validate('lawbook/sources@1', await readJson(path), path)
  const pins = sources.map(({ integrity }) => integrity)
  const double = sources.find(({ integrity }, i) => pins.indexOf(integrity) !== i)
  if (double !== undefined) fail('LB_DUPLICATE_ID', `${path} pins the tarball ${nameOf(double)} twice; keep one entry`)
  return sources
}

/** `package@version`. */
export function nameOf(tarball: Pick<Tarball, 'package' | 'version'>): string {
  return `${tarball.package}@${tarball.version}`
}

/** A number of bytes for people: "95.3 MB". */
export function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
