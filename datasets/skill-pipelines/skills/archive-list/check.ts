import { entriesOf } from '../../checks/archives.ts'
import { cellNumber } from '../../checks/numbers.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

/** One row for each file of the archive, in any order, with its unpacked size. */
export default function check(step: Step): string[] {
  const source = sourcesOf(step, ['.zip'])[0]
  if (source === undefined) return ['there is no archive']
  const entries = entriesOf(step.before.get(source)!)
  return judgeProduced(step, ['.csv'], (name) => {
    const { columns, rows } = tableOf(step.after, name)
    const missing = ['name', 'size'].find((column) => !columns.includes(column))
    if (missing !== undefined) return [`${name} has no column ${missing}`]
    if (rows.length !== entries.size) return [`${name} has ${rows.length} rows for ${entries.size} files`]
    const listed = new Map(rows.map((row) => [row.name!.trim(), cellNumber(row.size)]))
    const wrong = [...entries].find(([path, bytes]) => listed.get(path) !== bytes.length)
    return wrong === undefined ? [] : [`${name} does not give ${wrong[0]} with its size of ${wrong[1].length} bytes`]
  })
}
