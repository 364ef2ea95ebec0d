import { csvToTable, type Ledger, tableToCsv } from '@lawbook/schemas'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { booksRows, readBooks } from '../src/books.ts'

const n = fc.nat()
const words = fc.string({ minLength: 1 }).map((text) => `because ${text}`)
const ledger: fc.Arbitrary<Ledger> = fc.record({
  stage: words,
  planned: n,
  used: n,
  excluded: fc.array(fc.record({ reason: words, n })),
  failed: n,
  missing: n,
})
const throughCsv = (rows: ReturnType<typeof booksRows>) => csvToTable(tableToCsv(rows, 'books'))

it('books come back from their file as they were, also two stages of one name', () => {
  fc.assert(
    fc.property(fc.array(ledger), n, (attrition, decisions) => {
      const books = { attrition: [...attrition, ...attrition], decisions }
      expect(readBooks(throughCsv(booksRows(books)), 'books.csv')).toEqual(books)
    }),
  )
})

it('rows that are missing, doubled, strange or in another order are refused', () => {
  const stage = { stage: 'draws', planned: 3, used: 1, excluded: [{ reason: 'spare', n: 1 }], failed: 0, missing: 1 }
  const rows = booksRows({ attrition: [stage], decisions: 4 })
  const wrong = [
    [],
    rows.slice(1),
    rows.slice(0, -1),
    [...rows, rows.at(-1)!],
    [...rows].reverse(),
    [rows[0]!, rows[1]!, ...rows.slice(1)],
    rows.map((row) => (row.kind === 'used' ? { ...row, kind: 'wasted' } : row)),
    rows.map((row) => (row.kind === 'used' ? { ...row, stage: 'other' } : row)),
    rows.map((row) => (row.kind === 'failed' ? { ...row, reason: 'rain' } : row)),
  ]
  for (const one of wrong)
    expect(() => readBooks(one, 'books.csv')).toThrow(
      expect.objectContaining({ code: 'LB_SCHEMA', message: expect.stringContaining('books.csv') }),
    )
})
