import { fail, LawbookError, readText } from '@lawbook/base'
import { domainOf, fitLaw, type Law } from '@lawbook/estimators'
import { csvToTable, type Row } from '@lawbook/schemas'

/** One row of a curve. */
export type Point = { readonly x: number; readonly y: number }

/**
 * Read the columns x and y of a CSV file and check that a law can be fitted to them with room for an interval: finite
 * numbers, x where the law is defined, two more distinct x than parameters, and scatter around the fit. Throws LB_USAGE
 * for a missing file, LB_SCHEMA naming the line for a bad cell, LB_FIT where the law cannot be determined.
 */
export async function readPoints(path: string, law: Law): Promise<Point[]> {
  const rows = csvToTable(await readText(path).catch((thrown) => missing(path, thrown)), path)
  const columns = Object.keys(rows[0] ?? {})
  for (const column of ['x', 'y'])
    if (!columns.includes(column))
      fail('LB_SCHEMA', `${path} has the columns ${columns.join(', ') || 'none'}; it needs a header with x and y`)
  const points = rows.map((row, i) => ({ x: cell(row, 'x', path, i), y: cell(row, 'y', path, i) }))
  const [input, ...others] = law.inputs
  if (input === undefined || others.length > 0)
    return fail(
      'LB_USAGE',
      `the ${law.id} law has ${law.inputs.length} inputs; --csv holds one x, so take a law of one, such as log`,
    )
  const outside = points.findIndex(({ x }) => !(x >= input.from && x <= input.to))
  if (outside >= 0)
    fail(
      'LB_SCHEMA',
      `x is ${points[outside]!.x} on line ${outside + 2} of ${path}; the ${law.id} law needs x ${domainOf(input)}`,
    )
  const needed = law.parameters.length + 2
  const distinct = new Set(points.map(({ x }) => x)).size
  if (distinct < needed)
    fail('LB_FIT', `${path} has ${distinct} distinct x; the ${law.id} law with intervals needs ${needed} or more`)
  checkFit(points, law, path)
  return points
}

function cell(row: Row, column: 'x' | 'y', path: string, index: number): number {
  const value = row[column] ?? null
  if (typeof value === 'number') return value
  return fail(
    'LB_SCHEMA',
    `${column} is ${value === null ? 'empty' : `"${value}"`} on line ${index + 2} of ${path}; it must be a number such as 0.83 (leave rows without a value out)`,
  )
}

function checkFit(points: readonly Point[], law: Law, path: string): void {
  const [x, y] = [Float64Array.from(points, (point) => point.x), Float64Array.from(points, (point) => point.y)]
  const fit = fitLaw(law, x, y)
  if (fit.status !== 'converged')
    fail('LB_FIT', `the ${law.id} law does not fit ${path}: ${fit.status}; look at the points, or try another law`)
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const spread = y.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  if (!(spread > 0)) fail('LB_FIT', `every y of ${path} is ${y[0]}; a law needs values that differ`)
  if (fit.sse < 1e-18 * spread)
    fail('LB_FIT', `the points of ${path} lie exactly on the ${law.id} law: without scatter there is no interval`)
}

function missing(path: string, thrown: unknown): never {
  if (thrown instanceof LawbookError && thrown.code === 'LB_DATA_MISSING')
    fail('LB_USAGE', `there is no file ${path}; --csv takes a CSV file with the columns x and y`)
  throw thrown
}
