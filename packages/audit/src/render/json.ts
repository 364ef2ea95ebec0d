import { type Json, prettyJson } from '@lawbook/base'
import { type DocumentName, documents, validate } from '@lawbook/schemas'
import type { Edit } from '../edit/edit.ts'
import type { GateResult } from '../gate.ts'
import type { AuditReport } from '../report.ts'
import { auditSchema } from './schema.ts'

const name = 'lawbook/audit@1'

/**
 * A report as the JSON document `lawbook/audit@1`, held against its schema before it is handed out (LB_SCHEMA). An
 * edit shows the listing before and after, never a body; all else is the report as it is.
 */
export function jsonOf(report: AuditReport, gate: GateResult): string {
  const edits = report.plan.edits.map((planned) => ({ ...planned, edit: shownEdit(planned.edit) }))
  const { failOn, against, failed, fixed } = gate
  const keys = {
    new: gate.new.map(({ key }) => key),
    worse: gate.worse.map(({ key }) => key),
    accepted: gate.accepted.map(({ key }) => key),
  }
  const text = prettyJson({
    schema: name,
    ...report,
    plan: { ...report.plan, edits },
    gate: { failOn, against, failed, fixed, ...keys },
  } as unknown as Json)
  // One validator, and one wording of its faults, serves every document of the project.
  Object.assign(documents, { [name]: auditSchema })
  validate(name as DocumentName, JSON.parse(text), 'the report')
  return text
}

type Entry = { readonly id: string; readonly name: string; readonly description: string }
const listed = ({ id, name, description }: Entry): Entry => ({ id, name, description })

function shownEdit(edit: Edit) {
  const { step, reason, kind } = edit
  const before = kind === 'merge' ? [edit.before, edit.intoBefore] : [edit.before]
  const after = kind === 'remove' ? [] : kind === 'split' ? edit.parts : [edit.after]
  return { step, reason, kind, before: before.map(listed), after: after.map(listed) }
}
