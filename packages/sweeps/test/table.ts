import type { FittedPointwise } from '@lawbook/routers'
import type { Library, Request } from '@lawbook/skills'
import fc from 'fast-check'

/** A router whose scores are a table: one row a request, one value a skill, null where nothing is shared. */
export type Table = {
  readonly library: Library
  readonly requests: Request[]
  readonly fitted: FittedPointwise
  readonly rows: readonly (readonly (number | null)[])[]
}

export function tableOf(rows: readonly (readonly (number | null)[])[], targets: readonly number[]): Table {
  const skills = rows[0]!.map((_, j) => ({
    id: `own@1.0.0:${String(j).padStart(4, '0')}`,
    name: `skill ${j}`,
    description: '',
    body: '',
    package: 'own',
    licence: 'MIT',
    tags: [],
  }))
  const requests = rows.map(
    (_, i): Request => ({
      id: `q${i}`,
      skill: skills[targets[i]!]!.id,
      wording: 'direct',
      domain: 'none',
      abstract: false,
      text: String(i),
    }),
  )
  const fitted: FittedPointwise = {
    score: ({ text }) => ({
      values: Float64Array.from(rows[Number(text)]!, (value) => value ?? 0),
      matched: Uint8Array.from(rows[Number(text)]!, (value) => (value === null ? 0 : 1)),
    }),
  }
  return { library: { skills }, requests, fitted, rows }
}

/** Small tables with many ties and unmatched skills. */
export const smallTables = fc
  .record({ skills: fc.integer({ min: 2, max: 6 }), requests: fc.integer({ min: 1, max: 4 }) })
  .chain(({ skills, requests }) =>
    fc.record({
      rows: fc.array(fc.array(fc.option(fc.nat(3)), { minLength: skills, maxLength: skills }), {
        minLength: requests,
        maxLength: requests,
      }),
      targets: fc.array(fc.nat(skills - 1), { minLength: requests, maxLength: requests }),
    }),
  )
  .map(({ rows, targets }) => tableOf(rows, targets))

/** All ordered draws of k out of the integers below n. */
export function orderedDraws(n: number, k: number): number[][] {
  if (k === 0) return [[]]
  return orderedDraws(n, k - 1).flatMap((draw) =>
    Array.from({ length: n }, (_, j) => j)
      .filter((j) => !draw.includes(j))
      .map((j) => [...draw, j]),
  )
}

/** The candidates that request i sees when these skills are drawn: its right skill in, the surplus out. */
export function candidatesFor(draw: readonly number[], target: number): number[] {
  return draw.includes(target) ? [...draw] : [...draw.slice(0, -1), target]
}

/** The mean of some numbers. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** All sets of k of the items. */
export function subsets<T>(items: readonly T[], k: number): T[][] {
  if (k === 0) return [[]]
  return items.flatMap((item, i) => subsets(items.slice(i + 1), k - 1).map((set) => [item, ...set]))
}
