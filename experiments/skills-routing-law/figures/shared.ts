import { groupDigits, listNames } from '@lawbook/figures'
import type { Measure, Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'

export const wordingNames = { direct: '(a) direct requests', situated: '(b) situated requests' } as const

/** Rows with these columns only: what a figure does not draw is not in its file. */
export function pick(rows: readonly Row[], ...columns: readonly string[]): Row[] {
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))
}

/** Router -> the name that readers see, in the order of the rows. */
export function labels(rows: readonly Row[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ router, short }) => [String(router), String(short)]))
}

/** The routers that are judged on the primary wording: one a kin. */
export function judgedRows(rows: readonly Row[]): Row[] {
  const judged = new Set(
    rows.filter((row) => row.judged === true && row.wording === choices.wording).map(({ router }) => router),
  )
  return rows.filter(({ router }) => judged.has(router))
}

export const listSizes = (sizes: readonly number[]): string => listNames(sizes.map(groupDigits))

export function requestsIn(rows: readonly Row[], wording: string): number {
  return Number(rows.find((row) => row.wording === wording)?.n ?? 0)
}

/** "559 direct requests": how many of the judged wording were asked on the judged half. */
export function judgedRequests(measures: Readonly<Record<string, Measure>>): string {
  return `${groupDigits(measures.slope?.n ?? 0)} ${choices.wording} requests`
}

/** "1,144 skills": how many the library has. */
export function skillsIn(measures: Readonly<Record<string, Measure>>): string {
  return `${groupDigits(measures.skills?.value ?? 0)} skills`
}
