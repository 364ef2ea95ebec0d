import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, sha256 } from '@lawbook/base'
import { readManifest } from './manifest.ts'

/** Reads one built file, its hash checked: as UTF-8 text or as bytes. */
export type ReadBuilt = { (file: string): Promise<string>; bytes(file: string): Promise<Uint8Array> }

/** One wanted file of a pinned tarball: `path` is below the tarball's top folder. */
export type SourceFile = {
  readonly package: string
  readonly version: string
  readonly licence: string
  readonly path: string
  readonly data: Uint8Array
}

export type BuildContext = {
  /** Download what `sources.json` pins and return every file it lists, in its order. */
  sources(): Promise<SourceFile[]>
  /** How far a slow build is. */
  progress(done: number, total: number, label: string): void
}

/** Text or bytes by file name: exactly the files that `dataset.json` lists. */
export type BuiltFiles = Readonly<Record<string, string | Uint8Array>>

/** A data set as experiments use it (`id`, `load`) and as its build does (`folder`, `build`). */
export type Dataset<T> = {
  readonly id: string
  readonly folder: string
  build(context: BuildContext): Promise<BuiltFiles>
  /** The data, read from the build. Throws LB_DATA_MISSING if there is none, LB_DATA_HASH if it is not the pinned one. */
  load(): Promise<T>
}

/**
 * Define a data set. `url` is the `import.meta.url` of the defining module, which lies beside `dataset.json`; `build`
 * returns the files and writes nothing; `load` makes the data of them through `read`, which checks each file's hash.
 */
export function defineDataset<T>(definition: {
  readonly id: string
  readonly url: string
  build(context: BuildContext): Promise<BuiltFiles>
  load(read: ReadBuilt): Promise<T>
}): Dataset<T> {
  const { id, build, load } = definition
  const folder = fileURLToPath(new URL('.', definition.url))
  const bytes = (file: string): Promise<Buffer> => readBuilt(id, folder, file)
  return {
    id,
    folder,
    build,
    load: () => load(Object.assign(async (file: string) => (await bytes(file)).toString('utf8'), { bytes })),
  }
}

async function readBuilt(id: string, folder: string, file: string): Promise<Buffer> {
  const path = join(folder, 'build', file)
  const content = await readFile(path).catch(() => notBuilt(id, path))
  const pin = (await readManifest(folder)).files.find((entry) => entry.file === file)
  if (pin === undefined) fail('LB_DATA_MISSING', `dataset.json of ${id} lists no file ${file}`, { dataset: id, file })
  const found = sha256(content)
  if (found !== pin.sha256) {
    fail(
      'LB_DATA_HASH',
      `${path} has the SHA-256 ${found}; dataset.json pins ${pin.sha256}; run \`repro data build ${id} --force\``,
      { dataset: id, file, found, expected: pin.sha256 },
    )
  }
  return content
}

function notBuilt(id: string, path: string): never {
  fail('LB_DATA_MISSING', `the data set ${id} is not built: there is no ${path}; run \`repro data build ${id}\``, {
    dataset: id,
    path,
  })
}
