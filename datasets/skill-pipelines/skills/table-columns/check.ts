import { tableReasons } from '../../checks/rows.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

/** Every row of the source, in order, with just the wanted columns under their wanted names, in any order. */
export default function check(step: Step): string[] {
  const { keep, drop, rename } = step.input as { keep?: string[]; drop?: string[]; rename?: Record<string, string> }
  return judgeProduced(step, ['.csv'], (name) => {
    const source = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const oldNames = new Map<string, string>()
    for (const column of source.columns) {
      const stays = (keep === undefined || keep.includes(column)) && !(drop ?? []).includes(column)
      if (stays) oldNames.set(rename?.[column] ?? column, column)
    }
    const columns = [...oldNames.keys()]
    const rows = source.rows.map((row) =>
      Object.fromEntries(columns.map((one) => [one, row[oldNames.get(one)!] ?? ''])),
    )
    return tableReasons(name, tableOf(step.after, name), { columns, rows })
  })
}
