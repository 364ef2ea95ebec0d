import { type Row, tableReasons } from '../../checks/rows.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

/** The rows of the source that no earlier row equals in the chosen columns. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.csv'], (name) => {
    const { columns, rows } = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const by = step.input.by === undefined ? columns : ([step.input.by].flat() as string[])
    const missing = by.find((column) => !columns.includes(column))
    if (missing !== undefined) return [`the source has no column "${missing}"`]
    const alike = (a: Row, b: Row): boolean => by.every((column) => (a[column] ?? '') === (b[column] ?? ''))
    const wanted = rows.filter((row, i) => rows.findIndex((other) => alike(row, other)) === i)
    return tableReasons(name, tableOf(step.after, name), { columns, rows: wanted })
  })
}
