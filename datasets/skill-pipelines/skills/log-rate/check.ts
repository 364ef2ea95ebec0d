import { entriesOf, momentOf } from '../../checks/logs.ts'
import { cellNumber } from '../../checks/numbers.ts'
import { judgeProduced, type Step, sourcesOf, tableOf, textOf } from '../../checks/step.ts'

/** Each row counted again between two moments; together the rows hold every line. Rows of zero are harmless. */
export default function check(step: Step): string[] {
  const entries = entriesOf(textOf(step.before, sourcesOf(step, ['.log'])[0]!))
  const span = step.input.unit === 'minute' ? 60_000 : 3_600_000
  return judgeProduced(step, ['.csv'], (name) => {
    const { columns, rows } = tableOf(step.after, name)
    const missing = ['time', 'level', 'count'].find((column) => !columns.includes(column))
    if (missing !== undefined) return [`${name} has no column ${missing}`]
    const cells = new Set(rows.map((row) => `${momentOf(row.time!)} ${row.level}`))
    if (cells.size !== rows.length) return [`${name} has two rows for one interval and level`]
    const total = rows.reduce((sum, row) => sum + cellNumber(row.count), 0)
    if (total !== entries.length) return [`${name} counts ${total} lines, the log has ${entries.length}`]
    return rows.flatMap((row) => {
      const start = momentOf(row.time!)
      if (Number.isNaN(start) || start % span !== 0) return [`"${row.time}" is not the start of an interval`]
      const within = entries.filter(({ at, level }) => level === row.level && at >= start && at < start + span)
      if (within.length === cellNumber(row.count)) return []
      return [`${row.time} has ${within.length} lines of ${row.level}, not ${row.count}`]
    })
  })
}
