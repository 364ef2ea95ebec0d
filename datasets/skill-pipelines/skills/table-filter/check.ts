import { holds } from '../../checks/conditions.ts'
import { tableReasons } from '../../checks/rows.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

/** Exactly the rows of the source that meet the condition, in their old order. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.csv'], (name) => {
    const source = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const where = step.input.where as Readonly<Record<string, unknown>> & { readonly field: string }
    if (!source.columns.includes(where.field)) return [`the source has no column "${where.field}"`]
    const rows = source.rows.filter((row) => holds(row[where.field], where))
    return tableReasons(name, tableOf(step.after, name), { columns: source.columns, rows })
  })
}
