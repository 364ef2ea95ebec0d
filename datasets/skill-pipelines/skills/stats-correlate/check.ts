import { cellNumber } from '../../checks/numbers.ts'
import { sameCell, type Table } from '../../checks/rows.ts'
import { codeviation, numericColumns } from '../../checks/samples.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

/** Each coefficient recomputed from sums of deviations; rows and columns may stand in any order. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.csv'], (name) => {
    const source = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const product = tableOf(step.after, name)
    const wanted = (step.input.keep as string[] | undefined) ?? numericColumns(source)
    const label = product.columns[0]!
    if ([...product.columns.slice(1)].sort().join('\n') !== [...wanted].sort().join('\n'))
      return [`${name} has the columns ${product.columns.join(', ')} instead of a name and ${wanted.join(', ')}`]
    if (product.rows.length !== wanted.length) return [`${name} has ${product.rows.length} rows, not ${wanted.length}`]
    return wanted.flatMap((a) => {
      const row = product.rows.find((one) => one[label] === a)
      if (row === undefined) return [`${name} has no row for "${a}"`]
      const wrong = wanted.filter((b) => !sameCell(row[b], coefficient(source, a, b)))
      return wrong.map((b) => `the coefficient of ${a} and ${b} is written as "${row[b]}"`)
    })
  })
}

/** Empty where it is not defined. */
function coefficient({ rows }: Table, a: string, b: string): string {
  const both = rows.filter((row) => Number.isFinite(cellNumber(row[a])) && Number.isFinite(cellNumber(row[b])))
  const [x, y] = [both.map((row) => cellNumber(row[a])), both.map((row) => cellNumber(row[b]))]
  const constant = [x, y].some((some) => some.every((value) => value === some[0]))
  return constant ? '' : String(codeviation(x, y) / Math.sqrt(codeviation(x, x) * codeviation(y, y)))
}
