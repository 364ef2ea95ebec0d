import { fail, nearMisses } from '@lawbook/base'
import { readCell } from './cell.ts'
import type { Table } from './delimited.ts'

/** Which columns a curve is made of, as the user named them. */
export type NamedColumns = {
  readonly x?: string | undefined
  readonly y?: string | undefined
  readonly n?: string | undefined
  readonly se?: string | undefined
}
/** Places of the columns in the table. */
export type ColumnPlaces = {
  readonly x: number
  readonly y: number
  readonly n: number | null
  readonly se: number | null
}

/**
 * The columns of a curve. Without --x or --y they are guessed where there is one way to: two columns with numbers are
 * x, then y; one that is left over is the one that was not named. LB_INPUT for a column that does not exist (near
 * misses are named), LB_USAGE for a column with two parts or for trials beside standard errors.
 */
export function placesOf(table: Table, named: NamedColumns, file: string): ColumnPlaces {
  if (named.n !== undefined && named.se !== undefined)
    fail('LB_USAGE', '--n and --se both say how much a point counts; give one of them')
  checkOnce(named)
  const [n, se] = [placeOf(table, named.n, file), placeOf(table, named.se, file)]
  const given = { x: placeOf(table, named.x, file), y: placeOf(table, named.y, file) }
  const taken = [n, se, given.x, given.y]
  const free = table.columns.flatMap((_, i) => (taken.includes(i) || !holdsNumbers(table, i) ? [] : [i]))
  const open = (['x', 'y'] as const).filter((part) => given[part] === null)
  if (open.length > 0 && free.length !== open.length) unclear(table, open, free, file)
  return { x: given.x ?? free[0]!, y: given.y ?? free.at(-1)!, n, se }
}

function checkOnce(named: NamedColumns): void {
  const parts = (['x', 'y', 'n', 'se'] as const).filter((part) => named[part] !== undefined)
  for (const [i, part] of parts.entries()) {
    const other = parts.slice(0, i).find((before) => named[before] === named[part])
    if (other !== undefined) fail('LB_USAGE', `--${other} and --${part} are both "${named[part]}"; give two columns`)
  }
}

function placeOf({ columns }: Table, name: string | undefined, file: string): number | null {
  if (name === undefined) return null
  const at = columns.indexOf(name)
  if (at >= 0) return at
  const letters = columns.filter((column) => column.toLowerCase() === name.toLowerCase())
  const near = letters.length > 0 ? letters : nearMisses(name, columns)
  const hint = near.length > 0 ? `did you mean ${near.join(', ')}?` : `there are ${columns.join(', ')}`
  return fail('LB_INPUT', `${file}:1 has no column "${name}"; ${hint}`)
}

const holdsNumbers = ({ rows }: Table, place: number): boolean =>
  rows.some(({ cells }) => readCell(cells[place]!).kind === 'number')

function unclear({ columns }: Table, open: readonly ('x' | 'y')[], free: readonly number[], file: string): never {
  const found = free.length === 0 ? 'no other column' : free.map((i) => columns[i]).join(', ')
  return fail(
    'LB_INPUT',
    `which columns of ${file} are meant is not clear: ${found} ${free.length < 2 ? 'holds' : 'hold'} numbers; give ${open.map((part) => `--${part} <column>`).join(' and ')} (the header: ${columns.join(', ')})`,
  )
}
