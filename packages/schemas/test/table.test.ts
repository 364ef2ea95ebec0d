import { round10 } from '@lawbook/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, csvShape, csvToTable, type Row, tableToCsv } from '../src/index.ts'

const awkward = fc.constantFrom(
  'a,b',
  'say "so"',
  'two\nlines',
  '\r\n',
  ' ',
  '"',
  "'",
  'é±R²',
  'NaN',
  '--1',
  '1 2',
  'True',
)
/** Text that a CSV file can tell from a number, a boolean and nothing. */
const text = fc
  .oneof(awkward, fc.string({ minLength: 1, unit: 'grapheme' }))
  .filter((cell) => !/^(true|false|-?\d.*)$/.test(cell))
const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }).map(round10)
const cell: fc.Arbitrary<Cell> = fc.oneof(text, number, fc.integer(), fc.boolean(), fc.constant(null))
const tables = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }).chain((columns) =>
  fc.array(
    fc.tuple(...columns.map(() => cell)).map((cells): Row => Object.fromEntries(columns.map((c, i) => [c, cells[i]!]))),
    { minLength: 1, maxLength: 5 },
  ),
)

describe('tableToCsv and csvToTable', () => {
  it('give back what was written: text with commas, quotes and newlines, numbers, booleans, null', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        expect(csvToTable(tableToCsv(rows, 't'))).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })

  it('write numbers at 10 significant digits and missing as nothing', () => {
    const csv = tableToCsv([{ name: 'a, "b"', x: 1 / 3, big: -1.5e21, tiny: 1e-7, gone: null, ok: true }], 't')
    expect(csv).toBe('name,x,big,tiny,gone,ok\n"a, ""b""",0.3333333333,-1.5e+21,1e-7,,true\n')
    expect(csvToTable(csv)).toEqual([
      { name: 'a, "b"', x: 0.3333333333, big: -1.5e21, tiny: 1e-7, gone: null, ok: true },
    ])
  })

  it('keep a last row that is one missing cell', () => {
    expect(csvToTable(tableToCsv([{ a: 1 }, { a: null }], 't'))).toEqual([{ a: 1 }, { a: null }])
  })

  it('read a number too large for a double as text', () => {
    expect(csvToTable(tableToCsv([{ a: '1e999' }], 't'))).toEqual([{ a: '1e999' }])
  })

  it('of no rows give no rows', () => expect(csvToTable(tableToCsv([], 't'))).toEqual([]))
})

describe('tableToCsv', () => {
  it.each(['', 'true', 'false', '0', '-1', '007', '1.50', '2e3'])(
    'refuses the text %j, which would come back as something else',
    (x) => {
      expect(() => tableToCsv([{ id: x }], 'table draws of trial')).toThrow(
        expect.objectContaining({
          code: 'LB_SCHEMA',
          message: expect.stringMatching(
            /^table draws of trial, row 0, column id is the text ".*", which a CSV file would /,
          ),
        }),
      )
    },
  )

  it('refuses rows of other columns, whichever way, and takes any order of them', () => {
    expect(
      tableToCsv(
        [
          { a: 1, b: 2 },
          { b: 4, a: 3 },
        ],
        't',
      ),
    ).toBe('a,b\n1,2\n3,4\n')
    for (const odd of [{ a: 1 }, { a: 1, b: 2, c: 3 }, { a: 1, c: 2 }] as Row[])
      expect(() => tableToCsv([{ a: 1, b: 2 }, odd], 'table t')).toThrow(
        /^row 1 of table t has the columns .*; the first row has a, b/,
      )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s and says where', (x) => {
    expect(() => tableToCsv([{ a: 1 }, { a: x }], 'table t')).toThrow(
      expect.objectContaining({
        code: 'LB_NOT_FINITE',
        message: expect.stringContaining(`table t, row 1, column a is ${x}`),
      }),
    )
  })
})

describe('csvToTable', () => {
  it.each([
    ['a,b\n1\n', 'row 0 of figures/x.csv has 1 cells; its header has 2'],
    ['a,b\n1,2\n1,2,3\n', 'row 1 of figures/x.csv has 3 cells; its header has 2'],
  ])('refuses %j', (csv, message) => {
    expect(() => csvToTable(csv, 'figures/x.csv')).toThrow(expect.objectContaining({ code: 'LB_SCHEMA', message }))
  })
})

describe('csvShape', () => {
  it('counts rows and not lines, and takes text that is no tidy table', () => {
    expect(csvShape('a,"b, c"\r\n"two\nlines",007\r\n1\r\n')).toEqual({ columns: ['a', 'b, c'], rows: 2 })
  })

  it('of a header alone has no rows, of nothing no columns', () => {
    expect(csvShape('a,b\n')).toEqual({ columns: ['a', 'b'], rows: 0 })
    expect(csvShape('')).toEqual({ columns: [], rows: 0 })
  })
})
