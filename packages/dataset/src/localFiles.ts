import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { absentAsNull, fail, readJson, sha256 } from '@lawbook/base'
import { csvShape, type FilesManifest, validate } from '@lawbook/schemas'

type Pin = FilesManifest['files'][number]
/** What is wrong with one file, and whether it is because it cannot be had at all. */
type Fault = { readonly missing: boolean; readonly sentence: string }

/**
 * The folder of the reader's own files that `repro run --data-dir` names, or null. The variable alone, set by hand, is
 * LB_USAGE: a result that stands on other files must say so.
 */
export function localFolder(): string | null {
  const { REPRO_DATA_DIR: folder = '', REPRO_FIDELITY: fidelity } = process.env
  if (folder === '') return null
  if (fidelity !== 'local')
    fail(
      'LB_USAGE',
      `REPRO_DATA_DIR is "${folder}", but this run is not marked as one on local files; unset it, or \`repro run <experiment> --data-dir ${folder}\``,
    )
  return folder
}

/** The `files.json` beside a data set's `dataset.json`: the original files that may stand in; null if there is none. */
export async function readFilesManifest(folder: string): Promise<FilesManifest | null> {
  const path = join(folder, 'files.json')
  const manifest = await absentAsNull(readJson(path))
  if (manifest === null) return null
  const read = validate('lawbook/files@1', manifest, path)
  if (read.files.length === 0 && read.checkout === undefined)
    fail('LB_SCHEMA', `${path} lists no file and no checkout; name one of them, or remove the file`)
  return read
}

/**
 * The texts, by file name, of the files that a manifest lists, read from a folder of the reader's. Each must be there
 * with the columns, the rows and the SHA-256 of the manifest; other files in the folder are ignored. All faults are
 * named in one error: LB_DATA_MISSING if the folder or a file cannot be had, else LB_DATA_HASH.
 */
export async function checkLocalFiles(folder: string, manifest: FilesManifest): Promise<Record<string, string>> {
  if (!(await isFolder(folder)))
    fail('LB_DATA_MISSING', `there is no folder ${resolve(folder)}; ${wanted(manifest)}`, { folder })
  const texts: Record<string, string> = {}
  const faults: Fault[] = []
  for (const pin of manifest.files) {
    const data = await readFile(join(folder, pin.file)).catch((thrown: NodeJS.ErrnoException) => thrown)
    if (data instanceof Error) {
      faults.push({ missing: true, sentence: absence(pin, data) })
      continue
    }
    const text = data.toString('utf8')
    const departure = departureOf(pin, text, sha256(data))
    if (departure !== null) faults.push({ missing: false, sentence: `${pin.file} ${departure}; ${changed(pin)}` })
    texts[pin.file] = text
  }
  if (faults.length > 0) {
    const sentences = faults.map(({ sentence }) => sentence)
    // One file a line where there are several: whoever has to get thirty reads a list.
    const listed = sentences.length === 1 ? ` ${sentences[0]}` : sentences.map((one) => `\n  ${one}`).join('')
    fail(
      faults.some(({ missing }) => missing) ? 'LB_DATA_MISSING' : 'LB_DATA_HASH',
      `the folder ${resolve(folder)} does not hold the original files:${listed}`,
      { folder, faults: sentences },
    )
  }
  return texts
}

/**
 * Hold a reader's checkout against the files that fix its version. Every file that is missing or other is named in one
 * LB_DATA_HASH; a folder that is not there is LB_DATA_MISSING. A manifest without a checkout asks for none.
 */
export async function checkLocalCheckout(folder: string, { checkout }: FilesManifest): Promise<void> {
  if (checkout === undefined) return
  const { repository, commit, files } = checkout
  const wanted = `a checkout of ${repository} at the commit ${commit}`
  if (!(await isFolder(folder)))
    fail('LB_DATA_MISSING', `there is no folder ${resolve(folder)}; get ${wanted}`, { folder })
  const other: string[] = []
  for (const { path, sha256: pinned } of files) {
    const data = await readFile(join(folder, path)).catch(() => null)
    if (data === null || sha256(data) !== pinned) other.push(path)
  }
  if (other.length > 0)
    fail('LB_DATA_HASH', `the folder ${resolve(folder)} is not ${wanted}: ${other.join(', ')} missing or other there`, {
      folder,
      other,
    })
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

function wanted({ files }: FilesManifest): string {
  return `make it and put there ${files.map(({ file, from }) => `${file} (from ${from})`).join(', ')}`
}

function absence({ file, from }: Pin, error: NodeJS.ErrnoException): string {
  const what = error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.code ?? error.message})`
  return `${file} ${what}; get ${file} from ${from}`
}

function changed({ file, from }: Pin): string {
  return `the file was changed or is not whole: get ${file} again from ${from}`
}

/** The first way in which a file is not the pinned one: its columns, its rows, then its bytes; null if it is. */
function departureOf({ columns, rows, sha256: pinned }: Pin, text: string, hash: string): string | null {
  const found = csvShape(text)
  const most = Math.max(found.columns.length, columns.length)
  for (let i = 0; i < most; i++) {
    if (found.columns[i] === columns[i]) continue
    const [has, expected] = [found.columns[i], columns[i]].map((name) => (name === undefined ? 'none' : `"${name}"`))
    return `has as column ${i + 1} ${has}, expected is ${expected}`
  }
  if (found.rows !== rows) return `has ${found.rows} rows, expected are ${rows}`
  if (hash !== pinned) return `has the columns and rows expected, but the SHA-256 ${hash}, expected is ${pinned}`
  return null
}
