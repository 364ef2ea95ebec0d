import { fail } from '@lawbook/base'
import type { Library, Request } from '@lawbook/skills'
import type { Sample } from './sample.ts'

/** Sums over the requests whose right skill one package has: their number `n`, and one cell a column. */
export type PackageSums = {
  readonly package: string
  readonly n: number
  readonly [column: string]: string | number | null
}

/**
 * Values of requests, one column a name and one value a request, summed by the package of the right skill: enough for
 * means and for their jackknife by package. One row a package that has requests, in the order of its first one; null
 * where a value is NaN, which says that it was not computed. LB_DANGLING for a request whose skill the library lacks.
 */
export function packageSums(
  library: Library,
  requests: readonly Request[],
  columns: Readonly<Record<string, Float64Array>>,
): PackageSums[] {
  const packageOf = new Map(library.skills.map((skill) => [skill.id, skill.package]))
  const names = Object.keys(columns)
  const sums = new Map<string, { n: number; totals: number[] }>()
  requests.forEach(({ id, skill }, i) => {
    const owner =
      packageOf.get(skill) ?? fail('LB_DANGLING', `request ${id} is meant for ${skill}, which the library lacks`)
    const own = sums.get(owner) ?? { n: 0, totals: names.map(() => 0) }
    own.n++
    names.forEach((name, k) => {
      own.totals[k]! += columns[name]![i]!
    })
    sums.set(owner, own)
  })
  return [...sums].map(([owner, { n, totals }]) => ({
    package: owner,
    n,
    ...Object.fromEntries(names.map((name, k) => [name, Number.isNaN(totals[k]) ? null : totals[k]!])),
  }))
}

/**
 * Rows of `packageSums`, of one router and wording, back as a sample of one stratum: cluster g is `packages[g]`, the
 * sizes are the places in `columns`. LB_DATA_MISSING without rows or where a cell is no number, LB_DANGLING for a package
 * that is not among `packages`.
 */
export function sampleFrom(
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[],
  columns: readonly string[],
  packages: readonly string[],
): Sample {
  const again = 'observe the experiment again'
  if (rows.length === 0) fail('LB_DATA_MISSING', `there are no sums by package of ${columns.join(', ')}; ${again}`)
  const place = new Map(packages.map((name, g) => [name, g]))
  const sums = new Float64Array(packages.length * columns.length)
  const totals = new Float64Array(columns.length)
  const counts = new Int32Array(packages.length)
  for (const row of rows) {
    const name = String(row.package)
    const g =
      place.get(name) ?? fail('LB_DANGLING', `the sums are of the package "${name}", which no skill is of; ${again}`)
    const cell = (column: string): number => {
      const value = row[column]
      return typeof value === 'number'
        ? value
        : fail(
            'LB_DATA_MISSING',
            `the sums of ${name} lack the column ${column}; they have ${Object.keys(row).join(', ')}; ${again}`,
          )
    }
    counts[g]! += cell('n')
    columns.forEach((column, k) => {
      const sum = cell(column)
      sums[g * columns.length + k]! += sum
      totals[k]! += sum
    })
  }
  const n = counts.reduce((sum, count) => sum + count, 0)
  return { sizes: [...columns.keys()], clusters: packages.length, strata: [{ sums, totals, counts, n }] }
}
