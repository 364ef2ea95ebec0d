import { type DocumentName, documents, validate } from '@lawbook/schemas'
import { benchmarkSchema, fetchSchema } from './benchmark.ts'
import { dataCheckSchema, dataSchema } from './data.ts'
import { explainSchema, faultSchema, helpSchema } from './help.ts'
import { quickSchema } from './quick.ts'
import { showSchema } from './show.ts'
import { verifySchema } from './verify.ts'
import { doctorSchema, figuresSchema, newSchema, reportSchema, timingsSchema } from './written.ts'

/** The documents of the command line. Those that the project stores are in `@lawbook/schemas`. */
const own = {
  'lawbook/show@1': showSchema,
  'lawbook/report@1': reportSchema,
  'lawbook/verify@1': verifySchema,
  'lawbook/quick@1': quickSchema,
  'lawbook/new@1': newSchema,
  'lawbook/figures@1': figuresSchema,
  'lawbook/benchmark@1': benchmarkSchema,
  'lawbook/data@1': dataSchema,
  'lawbook/data-check@1': dataCheckSchema,
  'lawbook/fetch@1': fetchSchema,
  'lawbook/explain@1': explainSchema,
  'lawbook/doctor@1': doctorSchema,
  'lawbook/help@1': helpSchema,
  'lawbook/fault@1': faultSchema,
  'lawbook/timings@1': timingsSchema,
} as const

/** The name of a document that a command may print. */
export type PrintedName = keyof typeof own | DocumentName

/** All documents by name. They join those that are stored: one validator, and one wording of its faults, serves both. */
const all: Readonly<Record<PrintedName, { readonly properties: object }>> = Object.assign(documents, own)

/** The top-level keys of a document. */
export function keysOf(name: PrintedName): string[] {
  return Object.keys(all[name].properties)
}

/** The value, or LB_SCHEMA where it is not the document that its name promises; LB_SCHEMA_VERSION for another version. */
export function checkDocument(name: PrintedName, value: unknown, where: string): unknown {
  return validate(name as DocumentName, value, where)
}
