import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { asLawbookError, fail } from '@lawbook/base'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { type Accepted, type AuditLock, type Known, lockSchema } from './auditLock.ts'

/**
 * The lock at a path, or null where there is no such file. Read as YAML, of which JSON is a part: a comment or a comma
 * too many in a file that people edit does no harm, and every message can name a line. LB_INPUT for what is no lock,
 * LB_SCHEMA_VERSION for one of another version.
 */
export async function readLock(path: string): Promise<AuditLock | null> {
  const text = await readFile(path, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return null
    throw asLawbookError(thrown)
  })
  return text === null ? null : parseLock(text.replace(/^\uFEFF/, ''), basename(path))
}

/** A text as a lock; `named` is what messages call its file. */
export function parseLock(text: string, named: string): AuditLock {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' })
  const file: File = { named, lineOf: (node) => lines.linePos(startOf(node)).line }
  const [error] = document.errors
  if (error !== undefined) bad(file, error.linePos?.[0].line ?? 1, `it is not valid JSON (${error.code})`)
  const root = document.contents
  if (!isMap(root)) return bad(file, 1, `a lock is an object with "schema", "accept" and "findings"`)
  checkSchema(root, file)
  for (const { key } of root.items)
    if (!['schema', 'accept', 'findings'].includes(textOf(key) ?? ''))
      bad(file, file.lineOf(key), `"${textOf(key)}" is unknown; allowed are "schema", "accept" and "findings"`)
  const accept = entriesOf(root, 'accept', file).map((entry) => acceptedOf(entry, file))
  const findings = entriesOf(root, 'findings', file).map((entry) => knownOf(entry, file))
  return { accept, findings }
}

type File = { readonly named: string; lineOf(node: unknown): number }

const bad = ({ named }: File, line: number, what: string): never =>
  fail('LB_INPUT', `${named} line ${line}: ${what}; correct it, or write a new lock with --baseline`)

function checkSchema(root: YAMLMap, file: File): void {
  const schema = root.get('schema')
  if (schema === lockSchema) return
  const line = file.lineOf(root.get('schema', true) ?? root)
  if (typeof schema !== 'string' || !schema.startsWith('lawbook/audit-lock@'))
    bad(file, line, `"schema" is not "${lockSchema}"`)
  fail('LB_SCHEMA_VERSION', `${file.named} line ${line}: the lock is ${String(schema)}, known is ${lockSchema}`)
}

/** The objects of a list; one that is left out is empty. */
function entriesOf(root: YAMLMap, name: string, file: File): YAMLMap[] {
  const list = root.get(name, true) as unknown
  if (list === undefined) return []
  if (!isSeq(list)) return bad(file, file.lineOf(list), `"${name}" is not a list`)
  return list.items.map((item) => (isMap(item) ? item : bad(file, file.lineOf(item), `"${name}" holds no object here`)))
}

function acceptedOf(entry: YAMLMap, file: File): Accepted {
  const [key, because] = [entry.get('key'), entry.get('because')]
  if (typeof key !== 'string' || key === '') return bad(file, file.lineOf(entry), 'an accepted finding has no "key"')
  if (typeof because !== 'string' || because.trim() === '')
    return bad(file, file.lineOf(entry), `${key} is accepted without a reason; say it as "because"`)
  return { key, because }
}

function knownOf(entry: YAMLMap, file: File): Known {
  const [key, degree = null] = [entry.get('key'), entry.get('degree')]
  if (typeof key !== 'string' || key === '') return bad(file, file.lineOf(entry), 'a finding has no "key"')
  if (degree !== null && (typeof degree !== 'number' || !Number.isFinite(degree)))
    return bad(file, file.lineOf(entry), `"degree" of ${key} is neither a number nor null`)
  return { key, degree }
}

const textOf = (node: unknown): string | null => (isScalar(node) ? String(node.value) : null)
const startOf = (node: unknown): number => (node as { range?: readonly number[] | null }).range?.[0] ?? 0
