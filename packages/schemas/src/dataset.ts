import type { FromSchema } from 'json-schema-to-ts'
import { count, type DeepReadonly, sha, slug, text, texts } from './common.ts'

/** The name of a file in the folder of its record: no folder, no way out of it. */
const fileName = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*$' } as const
/** A path below a folder: no empty, `.` or `..` part. */
const innerPath = {
  type: 'string',
  pattern: '^(?!\\.{0,2}/)(?!.*/\\.{0,2}(/|$))(?!\\.{1,2}$)[^\\\\\\u0000]+$',
} as const
const positive = { type: 'integer', minimum: 1 } as const

/** What a data set is and what its build must give: `dataset.json`, beside its `index.ts`. */
export const datasetSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'id', 'title', 'licence', 'files'],
  properties: {
    schema: { const: 'lawbook/dataset@1' },
    id: slug,
    title: text,
    /** Under which terms the data stand, and what follows for the project. */
    licence: text,
    /** The file beside this one that pins the tarballs (`lawbook/sources@1`), where there are any. */
    sources: fileName,
    /** The largest that one wanted file, and everything in one tarball, may be when unpacked. Needed with `sources`. */
    caps: {
      type: 'object',
      additionalProperties: false,
      required: ['fileBytes', 'unpackedBytes'],
      properties: { fileBytes: positive, unpackedBytes: positive },
    },
    /** Every file of the build. Rows are lines for .jsonl, null for anything else. */
    files: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['file', 'rows', 'sha256'],
        properties: {
          file: fileName,
          rows: { anyOf: [count, { type: 'null' }] },
          sha256: sha,
          /** The field by which the rows are sorted (by code unit) and which no two rows share. */
          key: text,
          /** How many different values a field has. */
          distinct: { type: 'object', required: [], additionalProperties: count },
        },
      },
    },
  },
} as const

/** npm tarballs pinned by version and content, and the files wanted from each (paths below the top folder). */
export const sourcesSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'note', 'sources'],
  properties: {
    schema: { const: 'lawbook/sources@1' },
    note: text,
    sources: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['package', 'version', 'licence', 'integrity', 'tarballBytes', 'files'],
        properties: {
          package: text,
          version: text,
          licence: text,
          integrity: { type: 'string', pattern: '^sha512-[A-Za-z0-9+/]{86}==$' },
          tarballBytes: positive,
          files: { type: 'array', items: innerPath, minItems: 1 },
        },
      },
    },
  },
} as const

/** What a build gave: `build/manifest.json`, written last. */
export const buildSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'id', 'files'],
  properties: {
    schema: { const: 'lawbook/build@1' },
    id: slug,
    files: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['file', 'rows', 'bytes', 'sha256'],
        properties: { file: fileName, rows: { anyOf: [count, { type: 'null' }] }, bytes: count, sha256: sha },
      },
    },
  },
} as const

/** Original files that a reader may put in place of what is committed of them (`--data-dir`): `files.json` of a data set. */
export const filesSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'note', 'files'],
  properties: {
    schema: { const: 'lawbook/files@1' },
    note: text,
    /** CSV files: `rows` does not count the header, `source` is the id under which the data set knows them. */
    files: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['file', 'rows', 'columns', 'sha256', 'source', 'from'],
        properties: {
          file: fileName,
          rows: count,
          columns: { ...texts, minItems: 1 },
          sha256: sha,
          source: text,
          /** Where anybody gets the file: an address, and the version there. */
          from: text,
        },
      },
    },
    /** A checkout of a repository instead of files: these of it fix the version. Reading it runs code of its own. */
    checkout: {
      type: 'object',
      additionalProperties: false,
      required: ['repository', 'commit', 'licence', 'executes', 'files'],
      properties: {
        repository: text,
        commit: text,
        licence: text,
        /** Whose code a run executes: the reader has to allow it. */
        executes: text,
        files: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['path', 'sha256'],
            properties: { path: innerPath, sha256: sha },
          },
        },
      },
    },
  },
} as const

export type DatasetManifest = FromSchema<typeof datasetSchema>
export type SourcesFile = FromSchema<typeof sourcesSchema>
export type Tarball = SourcesFile['sources'][number]
export type BuildManifest = FromSchema<typeof buildSchema>
export type FilesManifest = DeepReadonly<FromSchema<typeof filesSchema>>
