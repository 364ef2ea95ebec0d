import type { Row } from '@lawbook/schemas'
import { formNames } from '../forms.ts'

/** Rows with these columns only: what a figure does not draw is not in its file. */
export function only(rows: readonly Row[], ...columns: readonly string[]): Row[] {
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))
}

/** Sweep -> its title, in the order of the rows. */
export function titles(rows: readonly Row[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ sweep, title }) => [String(sweep), String(title)]))
}

/** "measured" and forms as one series, so that every panel of a figure shares it. */
export function measuredAnd(forms: readonly string[]): Record<string, string> {
  return { measured: 'measured', ...Object.fromEntries(forms.map((form) => [form, formNames[form]!])) }
}

/** The rows of a sheet of panels, as many a row. */
export function inRows<T>(items: readonly T[], columns: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / columns) }, (_, row) =>
    items.slice(row * columns, (row + 1) * columns),
  )
}
