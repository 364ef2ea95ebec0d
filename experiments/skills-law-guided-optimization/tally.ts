import type { Row } from '@lawbook/schemas'
import type { Library, Request } from '@lawbook/skills'
import { packageSums } from '@lawbook/sweeps'
import type { Columns } from './outcomes.ts'

/** Sums are written to a thousandth of a request. */
const parts = 1e3

/** Evidence rows, one a package: for each column the sum over its requests. */
export function packageRows(
  key: Row,
  library: Library,
  requests: readonly Request[],
  columns: Readonly<Record<string, Float64Array>>,
): Row[] {
  return packageSums(library, requests, columns).map(({ package: name, n, ...sums }) => {
    const rounded = Object.entries(sums).map(([column, sum]) => [
      column,
      sum === null ? null : Math.round(Number(sum) * parts) / parts,
    ])
    return { ...key, package: name, n, ...Object.fromEntries(rounded) }
  })
}

/** Column names with the arm before them. */
export function named(arm: string, columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).map(([column, values]) => [`${arm}.${column}`, values]))
}

/** Columns that several routers answered, each request's mean over them, all with one weight. */
export function pooled(routers: readonly Columns[]): Columns {
  const [first] = routers
  return Object.fromEntries(
    Object.keys(first ?? {}).map((column) => {
      const mean = new Float64Array(first![column]!.length)
      for (const columns of routers)
        columns[column]!.forEach((value, i) => {
          mean[i]! += value / routers.length
        })
      return [column, mean]
    }),
  )
}

/** The columns of a name's end, e.g. those that hold `right`. */
export function only(columns: Columns, keep: (column: string) => boolean): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([column]) => keep(column)))
}
