import { fail, nearMisses } from '@lawbook/base'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { type Caption, captionSchema } from './caption.ts'
import { type ClaimsFile, claimsSchema, type PapersFile, papersSchema } from './claim.ts'
import {
  type BuildManifest,
  buildSchema,
  type DatasetManifest,
  datasetSchema,
  type FilesManifest,
  filesSchema,
  type SourcesFile,
  sourcesSchema,
} from './dataset.ts'
import { type Result, resultSchema } from './result.ts'
import { type ErrorRecord, errorSchema, type RunRecord, runSchema } from './run.ts'
import { type Diff, diffSchema, type List, type Lock, listSchema, lockSchema } from './verdict.ts'

/** Every document the project writes, by the name that stands in its `schema` field. */
export const documents = {
  'lawbook/claims@1': claimsSchema,
  'lawbook/papers@1': papersSchema,
  'lawbook/result@1': resultSchema,
  'lawbook/run@1': runSchema,
  'lawbook/error@1': errorSchema,
  'lawbook/caption@1': captionSchema,
  'lawbook/dataset@1': datasetSchema,
  'lawbook/sources@1': sourcesSchema,
  'lawbook/build@1': buildSchema,
  'lawbook/files@1': filesSchema,
  'lawbook/lock@1': lockSchema,
  'lawbook/diff@1': diffSchema,
  'lawbook/list@1': listSchema,
} as const

export type Documents = {
  'lawbook/claims@1': ClaimsFile
  'lawbook/papers@1': PapersFile
  'lawbook/result@1': Result
  'lawbook/run@1': RunRecord
  'lawbook/error@1': ErrorRecord
  'lawbook/caption@1': Caption
  'lawbook/dataset@1': DatasetManifest
  'lawbook/sources@1': SourcesFile
  'lawbook/build@1': BuildManifest
  'lawbook/files@1': FilesManifest
  'lawbook/lock@1': Lock
  'lawbook/diff@1': Diff
  'lawbook/list@1': List
}
export type DocumentName = keyof Documents

// Optimising the compiled checks costs a start more than it ever saves.
const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true, verbose: true, code: { optimize: false } })
const compiled = new Map<string, ValidateFunction>()

/**
 * A value as the named document, or LB_SCHEMA with every fault: where it is, what it is, what is allowed. A document
 * of the right kind but another version is LB_SCHEMA_VERSION.
 */
export function validate<Name extends DocumentName>(name: Name, value: unknown, where: string): Documents[Name] {
  checkVersion(name, value, where)
  const schema = documents[name]
  let check = compiled.get(name)
  if (check === undefined) {
    check = ajv.compile(schema)
    compiled.set(name, check)
  }
  if (!check(value)) {
    const faults = sentences(check.errors ?? [])
    fail('LB_SCHEMA', `${where} is not a ${name} document: ${faults.join('; ')}`, { where, faults })
  }
  return value as Documents[Name]
}

function checkVersion(name: string, value: unknown, where: string): void {
  const found = (value as { schema?: unknown } | null)?.schema
  if (typeof found !== 'string' || found === name) return
  const [kind, version] = found.split('@')
  if (kind === name.split('@')[0]) {
    fail('LB_SCHEMA_VERSION', `${where} has the schema version ${version}; this version of the project reads ${name}`, {
      where,
      found,
    })
  }
}

/** Ajv's errors as sentences: one a place, the most telling first, at most eight. */
function sentences(errors: readonly ErrorObject[]): string[] {
  const telling = errors.filter(({ keyword }) => !['anyOf', 'if', 'oneOf'].includes(keyword))
  return [...new Set(telling.map(sentence))].slice(0, 8)
}

function sentence(error: ErrorObject): string {
  const place =
    error.instancePath === ''
      ? 'the document'
      : error.instancePath
          .slice(1)
          .replace(/\/(\d+)/g, '[$1]')
          .replaceAll('/', '.')
  // JSON would show NaN as null.
  const shown =
    typeof error.data === 'number' ? String(error.data) : (JSON.stringify(error.data)?.slice(0, 80) ?? 'undefined')
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty)
      const allowed = Object.keys((error.parentSchema?.properties as object | undefined) ?? {})
      const [near] = nearMisses(key, allowed)
      return `${place} has the unknown key "${key}"${near === undefined ? `; allowed: ${allowed.join(', ')}` : ` (did you mean "${near}"?)`}`
    }
    case 'required':
      return `${place} lacks "${error.params.missingProperty}"`
    case 'enum':
      return `${place} is ${shown}; allowed: ${(error.params.allowedValues as unknown[]).join(', ')}`
    case 'type':
      return `${place} is ${shown}; it must be ${[error.params.type].flat().join(' or ')}`
    case 'const':
      return `${place} is ${shown}; it must be ${JSON.stringify(error.params.allowedValue)}`
    default:
      return `${place} is ${shown}; it ${error.message}`
  }
}
