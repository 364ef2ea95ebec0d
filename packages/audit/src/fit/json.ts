import { type Json, prettyJson } from '@lawbook/base'
import { type DocumentName, documents, validate } from '@lawbook/schemas'
import type { FitReport } from './fitReport.ts'
import { fitReportSchema } from './schema.ts'

const name = 'lawbook/fit-report@1'

/** A report as the JSON document `lawbook/fit-report@1`, held against its schema before it is given out (LB_SCHEMA). */
export function jsonOf(report: FitReport): string {
  const text = prettyJson({ schema: name, ...report } as unknown as Json)
  // One validator, and one wording of its faults, serves every document of the project.
  Object.assign(documents, { [name]: fitReportSchema })
  validate(name as DocumentName, JSON.parse(text), 'the report')
  return text
}
