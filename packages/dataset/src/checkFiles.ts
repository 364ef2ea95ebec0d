import { byCodeUnit, fail, sha256 } from '@lawbook/base'
import type { BuildManifest, DatasetManifest } from '@lawbook/schemas'
import type { BuiltFiles } from './defineDataset.ts'
import { fromJsonLines } from './jsonLines.ts'

type Pin = DatasetManifest['files'][number]
type Built = BuildManifest['files'][number]

/**
 * Hold built files against `dataset.json`: the same files, row counts, keys, counts of distinct values and hashes.
 * Every departure is named in one LB_DATA_HASH. Returns what was built.
 */
export function checkFiles(manifest: DatasetManifest, files: BuiltFiles): Built[] {
  const pinned = manifest.files.map(({ file }) => file)
  const faults = Object.keys(files)
    .filter((file) => !pinned.includes(file))
    .map((file) => `${file} is built but dataset.json does not list it`)
  const built: Built[] = []
  for (const pin of manifest.files) {
    const content = files[pin.file]
    if (content === undefined) {
      faults.push(`${pin.file} is not built`)
      continue
    }
    const entry = describe(pin.file, content)
    built.push(entry)
    faults.push(...rowFaults(pin, content), ...pinFaults(pin, entry))
  }
  if (faults.length > 0) {
    fail('LB_DATA_HASH', `the build of ${manifest.id} is not what dataset.json pins: ${faults.join('; ')}`, {
      dataset: manifest.id,
      faults,
    })
  }
  return built
}

function describe(file: string, content: string | Uint8Array): Built {
  const bytes = Buffer.from(content)
  const rows = file.endsWith('.jsonl') ? fromJsonLines(bytes.toString('utf8'), file).length : null
  return { file, rows, bytes: bytes.length, sha256: sha256(bytes) }
}

function pinFaults(pin: Pin, built: Built): string[] {
  const faults: string[] = []
  if (built.rows !== pin.rows) faults.push(`${pin.file} has ${built.rows} rows, pinned are ${pin.rows}`)
  if (built.sha256 !== pin.sha256) faults.push(`${pin.file} has the SHA-256 ${built.sha256}, pinned is ${pin.sha256}`)
  return faults
}

function rowFaults({ file, key, distinct = {} }: Pin, content: string | Uint8Array): string[] {
  if (key === undefined && Object.keys(distinct).length === 0) return []
  const rows = fromJsonLines(Buffer.from(content).toString('utf8'), file) as Record<string, unknown>[]
  const faults: string[] = []
  if (key !== undefined) {
    const at = rows.findIndex((row, i) => i > 0 && byCodeUnit(String(rows[i - 1]![key]), String(row[key])) >= 0)
    if (at !== -1) faults.push(`${file} is not sorted by a unique ${key}: row ${at + 1} has ${String(rows[at]![key])}`)
  }
  for (const [field, expected] of Object.entries(distinct)) {
    const found = new Set(rows.map((row) => row[field])).size
    if (found !== expected) faults.push(`${file} has ${found} different values of ${field}, pinned are ${expected}`)
  }
  return faults
}
