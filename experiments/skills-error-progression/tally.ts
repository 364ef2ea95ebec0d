import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import type { Outcomes } from '@lawbook/sweeps'
import { codes, type ErrorClass, type FamilyKind, familyKinds, isLocal } from './classes.ts'

/** Random libraries, or libraries in which the nearest neighbours of the right skill always are. */
export const designs = ['random', 'hard'] as const
export type Design = (typeof designs)[number]
export const designNames = { random: 'random libraries', hard: 'hard negatives' } as const

/**
 * What is summed at each size. `wrong` and `abstain` are probabilities of these outcomes; `capture` and `local.<kind>`
 * are parts of `wrong`; `chance.*` are what these parts would be if each wrong pick fell on any competitor in the
 * library alike: P(wrong) x E[share of the class among the competitors], a product of two expectations over libraries.
 */
const columns = [
  'wrong',
  'abstain',
  'capture',
  'chance.capture',
  ...familyKinds.flatMap((kind) => [`local.${kind}`, `chance.local.${kind}`]),
] as const
const column = new Map<string, number>(columns.map((name, at) => [name, at]))

/** Sums over the requests of one router, wording and design by package of the right skill: packages x sizes x columns. */
export type Tally = {
  readonly sizes: readonly number[]
  /** Requests a package. */
  readonly counts: Int32Array
  readonly cells: Float64Array
}

export function emptyTally(sizes: readonly number[], packages: number): Tally {
  const cells = new Float64Array(packages * sizes.length * columns.length)
  return { sizes, counts: new Int32Array(packages), cells }
}

/**
 * Add one request. `wrong` is sizes x codes (`wrongPickCodes`); `uniform`, of the same shape, holds the share of each
 * code among the competitors in the library.
 */
export function addRequest(
  tally: Tally,
  group: number,
  { wrong, abstain }: Omit<Outcomes, 'right'>,
  uniform: Float64Array,
) {
  const { sizes, counts, cells } = tally
  counts[group]!++
  for (let k = 0; k < sizes.length; k++) {
    const at = (group * sizes.length + k) * columns.length
    let all = 0
    for (let code = 0; code < codes; code++) all += wrong[k * codes + code]!
    cells[at]! += all
    cells[at + 1]! += abstain[k]!
    cells[at + 2]! += wrong[k * codes]!
    cells[at + 3]! += all * uniform[k * codes]!
    for (let f = 0; f < localCodes.length; f++) {
      for (const code of localCodes[f]!) {
        cells[at + 4 + 2 * f]! += wrong[k * codes + code]!
        cells[at + 5 + 2 * f]! += all * uniform[k * codes + code]!
      }
    }
  }
}

/** The codes that are local under each kind of families. */
const localCodes = familyKinds.map((kind) =>
  Array.from({ length: codes }, (_, code) => code).filter((code) => isLocal(code, kind)),
)

/** The sums over all packages, or over all but one: sizes x columns. */
export function totals({ sizes, counts, cells }: Tally, leftOut: number | null): Float64Array {
  const width = sizes.length * columns.length
  const sums = new Float64Array(width)
  for (let g = 0; g < counts.length; g++) {
    if (g === leftOut) continue
    for (let at = 0; at < width; at++) sums[at]! += cells[g * width + at]!
  }
  return sums
}

/** One number of `totals` by size and column. */
export function cellOf(sums: Float64Array, size: number, name: string): number {
  return sums[size * columns.length + column.get(name)!]!
}

/** The probability mass of a class of wrong picks at one size, as measured and as uniform wrong picks would give. */
export function massOf(
  sums: Float64Array,
  size: number,
  kind: FamilyKind,
  errorClass: ErrorClass,
): { readonly measured: number; readonly chance: number } {
  const get = (name: string): number => cellOf(sums, size, name)
  if (errorClass === 'capture') return { measured: get('capture'), chance: get('chance.capture') }
  const local = { measured: get(`local.${kind}`), chance: get(`chance.local.${kind}`) }
  if (errorClass === 'local') return local
  return {
    measured: get('wrong') - get('capture') - local.measured,
    chance: get('wrong') - get('chance.capture') - local.chance,
  }
}

/** Requests of a tally, without one package's where that is left out. */
export function requestsIn({ counts }: Tally, leftOut: number | null): number {
  return counts.reduce((sum, n, g) => sum + (g === leftOut ? 0 : n), 0)
}

/** Three digits, of which four decimals at most: sums over packages are off by about one part in a thousand of one package. */
const rounded = (x: number): number => Number(Number(x.toFixed(4)).toPrecision(3))

/** A tally as evidence rows, one a package (its number) that has requests. */
export function tallyRows({ sizes, counts, cells }: Tally, about: Row): Row[] {
  const width = sizes.length * columns.length
  const keys = sizes.flatMap((size) => columns.map((name) => `${name}.${size}`))
  const row = (group: number, n: number, values: Float64Array): Row => ({
    ...about,
    package: group,
    requests: n,
    ...Object.fromEntries(keys.map((key, at) => [key, rounded(values[at]!)])),
  })
  return [...counts].flatMap((n, g) => (n === 0 ? [] : [row(g, n, cells.subarray(g * width, (g + 1) * width))]))
}

/** The tally back from its rows; the packages are those of the rows, in their order. */
export function readTally(rows: readonly Row[], sizes: readonly number[]): Tally {
  if (rows.length === 0) fail('LB_DATA_MISSING', 'the evidence has no outcomes of a router; observe it again')
  const tally = emptyTally(sizes, rows.length)
  const keys = sizes.flatMap((size) => columns.map((name) => `${name}.${size}`))
  rows.forEach((row, g) => {
    tally.counts[g] = Number(row.requests)
    keys.forEach((key, at) => {
      tally.cells[g * keys.length + at] = Number(row[key])
    })
  })
  return tally
}
