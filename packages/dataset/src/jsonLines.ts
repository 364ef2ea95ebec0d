import { canonicalJson, type Json, parseJson } from '@lawbook/base'

/** Rows as JSON Lines: canonical JSON, one row a line, a newline at the end of each. */
export function toJsonLines(rows: readonly Json[]): string {
  return rows.map((row) => `${canonicalJson(row)}\n`).join('')
}

/** The rows of a JSON Lines text; a line that is not JSON throws LB_JSON and is named. Empty lines are none. */
export function fromJsonLines(text: string, where: string): unknown[] {
  return text.split('\n').flatMap((line, i) => (line === '' ? [] : [parseJson(line, `line ${i + 1} of ${where}`)]))
}
