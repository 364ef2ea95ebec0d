import { tableReasonsUnordered } from '../../checks/rows.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

/** Every row of every source as often as it occurs there, and no other; which table comes first is free. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.csv'], (name) => {
    const sources = sourcesOf(step, ['.csv']).map((source) => tableOf(step.before, source))
    if (sources.length < 2) return ['there are no two tables to stack']
    const rows = sources.flatMap((source) => source.rows)
    return tableReasonsUnordered(name, tableOf(step.after, name), { columns: sources[0]!.columns, rows })
  })
}
