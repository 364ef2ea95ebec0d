import { canonicalJson, fail, type Json } from '@lawbook/base'
import type { Ledger, Row } from '@lawbook/schemas'
import type { Evidence } from './define.ts'

/** The id of the evidence table that holds the books; no experiment may observe a table of this name. */
export const booksTable = 'books'

type Books = Pick<Evidence, 'attrition' | 'decisions'>

/**
 * The books as evidence rows: one a stage and kind (planned, used, excluded with its reason, failed, missing), then one
 * for the decisions. Replaying takes attrition and decisions from these rows and from nowhere else, so that an edit of
 * `result.json` or of `books.csv`, or of both but not of the hash, gives other bytes than the committed ones. What is
 * edited alike everywhere, hash and all, cannot be seen from evidence: only observing anew shows it.
 */
export function booksRows({ attrition, decisions }: Books): Row[] {
  const stages = attrition.flatMap(({ stage, planned, used, excluded, failed, missing }) => [
    { stage, kind: 'planned', reason: null, n: planned },
    { stage, kind: 'used', reason: null, n: used },
    ...excluded.map(({ reason, n }) => ({ stage, kind: 'excluded', reason, n })),
    { stage, kind: 'failed', reason: null, n: failed },
    { stage, kind: 'missing', reason: null, n: missing },
  ])
  return [...stages, { stage: null, kind: 'decisions', reason: null, n: decisions }]
}

/** The books in the rows of `booksRows`. Throws LB_SCHEMA for rows that it does not write. */
export function readBooks(rows: readonly Row[], where: string): Books {
  const starts = rows.flatMap(({ kind }, i) => (kind === 'planned' ? [i] : []))
  const attrition = starts.map((start, i) => ledgerOf(rows.slice(start, starts[i + 1])))
  const books = { attrition, decisions: rows.at(-1)?.n as number }
  if (canonicalJson(booksRows(books) as Json) !== canonicalJson(rows as Json))
    fail(
      'LB_SCHEMA',
      `${where} has no books or not as they are written: per stage one row planned, used, failed and missing, one a reason excluded, and one row decisions at the end; restore the file, or run the experiment again`,
    )
  return books
}

function ledgerOf(rows: readonly Row[]): Ledger {
  const n = (wanted: string) => rows.find(({ kind }) => kind === wanted)?.n as number
  const excluded = rows
    .filter(({ kind }) => kind === 'excluded')
    .map((row) => ({ reason: row.reason as string, n: row.n as number }))
  const stage = rows[0]?.stage as string
  return { stage, planned: n('planned'), used: n('used'), excluded, failed: n('failed'), missing: n('missing') }
}
