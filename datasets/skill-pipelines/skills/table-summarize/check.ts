import { type Row, type Table, tableReasonsUnordered } from '../../checks/rows.ts'
import { meanOf, sampleOf } from '../../checks/samples.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

/** One row a group, in any order, with every figure recomputed from the rows of the source that belong to it. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.csv'], (name) => {
    const source = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    return tableReasonsUnordered(name, tableOf(step.after, name), summary(source, step.input))
  })
}

function summary({ rows }: Table, input: Step['input']): Table {
  const [by, sums, means] = [listed(input.by), listed(input.sum), listed(input.mean)]
  const counted = (input.count ?? false) !== false || sums.length + means.length === 0
  const alike = (a: Row, b: Row): boolean => by.every((column) => (a[column] ?? '') === (b[column] ?? ''))
  const firsts = rows.filter((row, i) => rows.findIndex((other) => alike(row, other)) === i)
  return {
    columns: [...by, ...sums, ...means, ...(counted ? ['count'] : [])],
    rows: firsts.map((first) => {
      const group = rows.filter((row) => alike(row, first))
      const mean = (column: string): string => written(meanOf(sampleOf(group, column)))
      const total = (column: string): string => {
        const sample = sampleOf(group, column)
        return written(meanOf(sample) * sample.length)
      }
      return Object.fromEntries([
        ...by.map((column) => [column, first[column] ?? '']),
        ...sums.map((column) => [column, total(column)]),
        ...means.map((column) => [column, mean(column)]),
        ...(counted ? [['count', String(group.length)] as const] : []),
      ])
    }),
  }
}

/** A mean over nothing is missing, not zero. */
function written(value: number): string {
  return Number.isNaN(value) ? '' : String(value)
}

function listed(value: unknown): string[] {
  return value === undefined ? [] : ([value].flat() as string[])
}
