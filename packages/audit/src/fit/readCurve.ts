import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fail } from '@lawbook/base'
import { decoded } from '../input/decode.ts'
import { readCell } from './cell.ts'
import { type ColumnPlaces, type NamedColumns, placesOf } from './columns.ts'
import { type Curve, type CurvePoint, inOrder, type LeftOutRow, sizesOf } from './curve.ts'
import { type Table, type TableRow, tableOf } from './delimited.ts'

/** How a curve is read: its columns, and whether y (and its standard error) is in percent. */
export type CurveColumns = NamedColumns & { readonly percent?: boolean }

/**
 * Read a curve from a CSV file. A row with an empty cell, NaN or an infinity is left out and named; rows that share
 * their x stay, as repeated measurements. LB_INPUT, with file, line, column and value, for everything that makes it no
 * curve: a missing column, text among numbers, trials that are not whole, errors not above 0, accuracies outside
 * [0, 1], one row, an x or a y that never changes.
 */
export async function readCurve(path: string, named: CurveColumns, cwd = '.'): Promise<Curve> {
  return curveOf(await textOf(path, cwd), path, named)
}

/** See `readCurve`; `file` is what messages call it. */
export function curveOf(text: string, file: string, { percent = false, ...named }: CurveColumns): Curve {
  const table = tableOf(text, file)
  const places = placesOf(table, named, file)
  const leftOut: LeftOutRow[] = []
  const points: CurvePoint[] = []
  for (const row of table.rows) {
    const point = pointOf(row, { table, places, file, percent })
    if ('column' in point) leftOut.push(point)
    else points.push(point)
  }
  const [x, y] = [table.columns[places.x]!, table.columns[places.y]!]
  const curve: Curve = {
    ...{ file, x, y, points: inOrder(points), leftOut },
    weighed: places.n !== null ? 'trials' : places.se !== null ? 'se' : 'equal',
    share: points.every((point) => inUnit(point.y)),
  }
  checkVaries(curve)
  return curve
}

async function textOf(path: string, cwd: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(resolve(cwd, path))
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    const why = { ENOENT: 'there is no file', EISDIR: 'this is a folder, not a file:' }[code ?? '']
    return fail('LB_INPUT', `${why ?? `cannot read (${code})`} ${path}; give a CSV file with a header`)
  }
  const { text, problem } = decoded(bytes)
  return text ?? fail('LB_INPUT', `${path} cannot be read: ${problem}`)
}

type Reading = {
  readonly table: Table
  readonly places: ColumnPlaces
  readonly file: string
  readonly percent: boolean
}

/** A row as a point, or the first of its cells that holds no number. */
function pointOf(row: TableRow, { table, places, file, percent }: Reading): CurvePoint | LeftOutRow {
  const values: Partial<Record<'x' | 'y' | 'n' | 'se', number>> = {}
  for (const part of ['x', 'y', 'n', 'se'] as const) {
    const place = places[part]
    if (place === null) continue
    const [value, column] = [row.cells[place]!, table.columns[place]!]
    const cell = readCell(value)
    if (cell.kind === 'missing') return { line: row.line, column, value }
    if (cell.kind === 'text')
      fail('LB_INPUT', `${file}:${row.line}, column ${column}: "${value}" is no number; ${cell.hint}`)
    values[part] = cell.value
  }
  const scale = percent ? 100 : 1
  const point = {
    ...{ x: values.x!, y: values.y! / scale, trials: values.n ?? null },
    se: values.se === undefined ? null : values.se / scale,
  }
  checkPoint(point, row, { table, places, file, percent })
  return point
}

const inUnit = (y: number): boolean => y >= 0 && y <= 1
/** Names of columns whose values can only be shares. */
const shareName = /accura|^acc\b|success|coverage|pass@|recall|precision|^share/i

function checkPoint({ y, trials, se }: CurvePoint, row: TableRow, { table, places, file, percent }: Reading): void {
  const at = (place: number): string => `${file}:${row.line}, column ${table.columns[place]}: ${row.cells[place]}`
  if (trials !== null && !(Number.isInteger(trials) && trials >= 1))
    fail('LB_INPUT', `${at(places.n!)} is no number of trials; give whole numbers from 1 on`)
  if (se !== null && !(se > 0))
    fail('LB_INPUT', `${at(places.se!)} is no standard error; give numbers above 0, or leave --se out`)
  if (inUnit(y) || !(trials !== null || percent || shareName.test(table.columns[places.y]!))) return
  const hint = y > 1 && y <= 100 ? '; if it is in percent give --percent' : ''
  fail('LB_INPUT', `${at(places.y)} is no ${percent ? 'percentage in [0, 100]' : `share in [0, 1]${hint}`}`)
}

function checkVaries({ file, x, y, points, leftOut }: Curve): void {
  const but = leftOut.length === 0 ? '' : `; ${leftOut.length} more have a cell without a number`
  if (points.length < 2)
    fail(
      'LB_INPUT',
      `${file} has ${points.length === 1 ? 'one point' : 'no point'}${but}; a law needs three sizes or more`,
    )
  const sizes = sizesOf(points)
  if (sizes.length === 1)
    fail('LB_INPUT', `every ${x} in ${file} is ${sizes[0]}${but}; a law needs three sizes or more`)
  if (points.every((point) => point.y === points[0]!.y))
    fail('LB_INPUT', `every ${y} in ${file} is ${points[0]!.y}${but}; there is nothing that a law could explain`)
}
