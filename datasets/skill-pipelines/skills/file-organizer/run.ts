import { readFile } from 'node:fs/promises'
import { baseName, stemOf, zipOf } from '../../kit/archives.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

const kinds: Readonly<Record<string, readonly string[]>> = {
  images: ['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp'],
  documents: ['md', 'txt', 'html', 'pdf', 'docx', 'mustache'],
  tables: ['csv', 'tsv', 'xlsx'],
  data: ['json', 'yaml', 'yml', 'toml', 'xml', 'env'],
  archives: ['zip', 'gz', 'tar'],
  mail: ['eml', 'mbox', 'ics'],
  code: ['js', 'ts', 'py', 'sh'],
}

/** Copies of all sources in folders by kind, or a zip of these folders. */
export default async function run(task: Task): Promise<void> {
  const placed = new Map<string, Uint8Array>()
  for (const source of await sourcesOf(task, [])) placed.set(placeFor(source, placed), await readFile(source))
  const target = outputName(task.input, 'organized').replace(/\/+$/, '')
  if (target.endsWith('.zip')) return writeBytes(target, zipOf(placed))
  for (const [path, bytes] of placed) await writeBytes(`${target}/${path}`, bytes)
}

/** The first free name in the folder of its kind. */
function placeFor(source: string, placed: ReadonlyMap<string, Uint8Array>): string {
  const [name, stem] = [baseName(source), stemOf(source)]
  const ending = name.slice(stem.length)
  const kind = Object.keys(kinds).find((one) => kinds[one]!.includes(ending.slice(1).toLowerCase())) ?? 'other'
  let path = `${kind}/${name}`
  for (let copy = 2; placed.has(path); copy++) path = `${kind}/${stem}-${copy}${ending}`
  return path
}
