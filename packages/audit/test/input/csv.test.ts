import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../src/input/csv.ts'

describe('csvOf', () => {
  it('reads quotes, doubled quotes, line breaks inside them and short rows, with the lines where rows begin', () => {
    const { columns, rows } = csvOf('a, b\r\n"x ""y"", z",2\r\n\r\n"two\nlines",\n3\r4,5,6')
    expect(columns).toEqual(['a', 'b'])
    expect(rows).toEqual([
      { line: 2, cells: { a: 'x "y", z', b: '2' } },
      { line: 4, cells: { a: 'two\nlines', b: '' } },
      { line: 6, cells: { a: '3', b: '' } },
      { line: 7, cells: { a: '4', b: '5' } },
    ])
  })

  it('ends for any text, also with a quote that is never closed', () => {
    expect(csvOf('a\n"open, and\non').rows).toEqual([{ line: 2, cells: { a: 'open, and\non' } }])
    expect(csvOf('')).toEqual({ columns: [], rows: [] })
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', ',', '\n', '\r', 'x', ' ')), (parts) => void csvOf(parts.join(''))),
    )
  })

  it('reads a cell of many quotes, which a pattern could not', () => {
    const cell = 'a""'.repeat(1_000_000)
    expect(csvOf(`a\n"${cell}"`).rows[0]!.cells.a).toHaveLength(2_000_000)
  })

  it('gives back what was written, whatever it is', () => {
    const cell = fc.string().map((text) => `.${text}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (table) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
        const text = `a,b\n${table.map((row) => row.map(quoted).join(',')).join('\n')}`
        expect(csvOf(text).rows.map(({ cells }) => [cells.a, cells.b])).toEqual(table)
      }),
    )
  })
})
