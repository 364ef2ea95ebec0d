import { outOfOrder } from '../../checks/order.ts'
import { tableReasonsUnordered } from '../../checks/rows.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

/** The same rows as the source, each pair of neighbours in order. */
export default function check(step: Step): string[] {
  const by = [step.input.by].flat() as string[]
  return judgeProduced(step, ['.csv'], (name) => {
    const source = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const product = tableOf(step.after, name)
    const missing = by.find((column) => !source.columns.includes(column))
    if (missing !== undefined) return [`the source has no column "${missing}"`]
    const different = tableReasonsUnordered(name, product, source)
    if (different.length > 0) return different
    const at = outOfOrder(product.rows, by, step.input.order, (row, column) => row[column] ?? '')
    return at < 0 ? [] : [`row ${at + 1} of ${name} is out of order`]
  })
}
