import { cellNumber } from '../../checks/numbers.ts'
import { tableReasons } from '../../checks/rows.ts'
import { quantile, sampleOf } from '../../checks/samples.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

/** Exactly the rows whose distance from the middle of the box exceeds twice the box, in their old order. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.csv'], (name) => {
    const source = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const missing = ([step.input.by].flat() as string[]).find((column) => !source.columns.includes(column))
    if (missing !== undefined) return [`the source has no column "${missing}"`]
    const boxes = ([step.input.by].flat() as string[]).map((column) => {
      const sample = sampleOf(source.rows, column)
      const [q1, q3] = [quantile(sample, 0.25), quantile(sample, 0.75)]
      return { column, middle: (q1 + q3) / 2, reach: 2 * (q3 - q1) }
    })
    const rows = source.rows.filter((row) =>
      boxes.some(({ column, middle, reach }) => Math.abs(cellNumber(row[column]) - middle) > reach + 1e-9),
    )
    return tableReasons(name, tableOf(step.after, name), { columns: source.columns, rows })
  })
}
