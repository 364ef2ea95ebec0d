import type { Row } from '@lawbook/schemas'
import { type Wording, wordings } from '@lawbook/skill-requests'
import type { Request } from '@lawbook/skills'
import { packageSums } from '@lawbook/sweeps'
import { type Asked, judgedRequests } from './asked.ts'

/** The chance of the right answer in one arm: requests x sizes, row-major; NaN where it was not computed. */
export type Tally = { readonly arm: string; readonly sizes: readonly number[]; readonly right: Float64Array }

/** The column of an arm at a size. */
export const columnOf = (arm: string, size: number): string => `${arm}.${size}`

/** Sums are written to a thousandth of a request: over 48 packages that moves a mean over 559 requests by 4e-5 at most. */
const parts = 1e3

/** Evidence rows, one a package: for each arm and size the sum of right answers, null where it was not computed. */
export function packageRows(
  key: Row,
  { library }: Pick<Asked, 'library'>,
  requests: readonly Request[],
  tallies: readonly Tally[],
): Row[] {
  const columns = tallies.flatMap(({ arm, sizes, right }) =>
    sizes.map((size, k) => [columnOf(arm, size), everyOther(right, k, sizes.length)] as const),
  )
  return packageSums(library, requests, Object.fromEntries(columns)).map(({ package: name, n, ...sums }) => {
    const rounded = Object.entries(sums).map(([column, sum]) => [
      column,
      sum === null ? null : Math.round(Number(sum) * parts) / parts,
    ])
    return { ...key, package: name, n, ...Object.fromEntries(rounded) }
  })
}

/** One column of a row-major matrix. */
function everyOther(matrix: Float64Array, column: number, columns: number): Float64Array {
  return Float64Array.from({ length: matrix.length / columns }, (_, i) => matrix[i * columns + column]!)
}

/** The tallies of every router and wording, while arms are asked one after the other. */
export type Tallies = {
  add(router: string, wording: Wording, tallies: readonly Tally[]): void
  /** Of routers that are not kept whole, the judged wording and size alone: enough for the declared alternatives. */
  rows(): Row[]
}

export function talliesOf(asked: Asked): Tallies {
  const { routers, whole, choices } = asked
  const known = new Map<string, Tally[]>()
  const key = (router: string, wording: Wording): string => `${router} ${wording}`
  return {
    add: (router, wording, tallies) => {
      known.set(key(router, wording), [...(known.get(key(router, wording)) ?? []), ...tallies])
    },
    rows: () =>
      routers.flatMap(({ id }) =>
        wordings
          .filter((wording) => whole.has(id) || wording === choices.wording)
          .flatMap((wording) => {
            const own = known.get(key(id, wording)) ?? []
            const kept = whole.has(id) ? own : own.map((tally) => atSize(tally, choices.size))
            return packageRows({ router: id, wording }, asked, judgedRequests(asked, wording), kept)
          }),
      ),
  }
}

/** The same arm at all sizes, computed at one alone: rows of one table have the same columns. */
function atSize({ arm, sizes, right }: Tally, size: number): Tally {
  return { arm, sizes, right: right.map((value, at) => (sizes[at % sizes.length] === size ? value : Number.NaN)) }
}
