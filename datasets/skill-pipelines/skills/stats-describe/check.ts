import { sameNumber, type Table } from '../../checks/rows.ts'
import { codeviation, meanOf, numericColumns, quantile, sampleOf } from '../../checks/samples.ts'
import { judgeProduced, type Step, sourcesOf, tableOf, textOf } from '../../checks/step.ts'

/** Every figure recomputed from the source; the columns may stand in any order. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.json'], (name) => {
    const source = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const document: unknown = JSON.parse(textOf(step.after, name))
    const one = typeof step.input.by === 'string'
    if (Array.isArray(document) === one) return [`${name} holds ${one ? 'a list instead of one object' : 'no list'}`]
    const columns = step.input.by === undefined ? numericColumns(source) : ([step.input.by].flat() as string[])
    const found = [document].flat() as Record<string, unknown>[]
    if (found.length !== columns.length)
      return [`${name} describes ${found.length} columns instead of ${columns.length}`]
    return columns.flatMap((column) => {
      const figures = found.find((some) => some.column === column)
      return figures === undefined ? [`${name} does not describe "${column}"`] : reasons(source, column, figures)
    })
  })
}

function reasons(source: Table, column: string, figures: Readonly<Record<string, unknown>>): string[] {
  const sample = sampleOf(source.rows, column)
  const wanted: Readonly<Record<string, number | null>> = {
    n: sample.length,
    missing: source.rows.length - sample.length,
    mean: meanOf(sample),
    sd: sample.length < 2 ? null : Math.sqrt(codeviation(sample, sample) / (sample.length - 1)),
    min: quantile(sample, 0),
    q1: quantile(sample, 0.25),
    median: quantile(sample, 0.5),
    q3: quantile(sample, 0.75),
    max: quantile(sample, 1),
  }
  return Object.entries(wanted).flatMap(([key, value]) => {
    const written = figures[key]
    const right = value === null ? written === null : typeof written === 'number' && sameNumber(written, value)
    return right ? [] : [`${key} of "${column}" is ${JSON.stringify(written)}, not ${value}`]
  })
}
