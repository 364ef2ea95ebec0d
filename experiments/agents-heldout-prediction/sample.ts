/**
 * Rows to predict: `y`, with the resource `x` (its logarithm) that was spent. `unit` is what is held out at a time (the
 * task or the benchmark, 0 .. units - 1), `group` what runs across units (the model or system). All have n entries.
 */
export type Sample = {
  readonly y: Float64Array
  readonly x: Float64Array
  readonly unit: Int32Array
  readonly group: Int32Array
  readonly units: number
  readonly groups: number
}

/** The rows of a sample that satisfy `keep`, with the same numbers of units and groups. */
export function rowsWhere(sample: Sample, keep: (row: number) => boolean): Sample {
  const kept = <T extends Float64Array | Int32Array>(values: T): T => values.filter((_, i) => keep(i)) as T
  const { y, x, unit, group, units, groups } = sample
  return { y: kept(y), x: kept(x), unit: kept(unit), group: kept(group), units, groups }
}

/** Each value less the mean of its cell; `cell` numbers the cells of the rows from 0. A NaN stays one and is no part. */
export function centred(values: Float64Array, cell: Int32Array): Float64Array {
  const means = cellMeans(values, cell)
  return values.map((value, i) => value - means[cell[i]!]!)
}

/** The mean of every cell over the values that are no NaN; NaN for one without any. */
export function cellMeans(values: Float64Array, cell: Int32Array): Float64Array {
  const cells = cell.reduce((most, c) => Math.max(most, c + 1), 0)
  const [sums, counts] = [new Float64Array(cells), new Float64Array(cells)]
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue
    sums[cell[i]!]! += values[i]!
    counts[cell[i]!]! += 1
  }
  return sums.map((sum, c) => sum / counts[c]!)
}

/** The series of each row: its unit with its group. */
export function seriesOf({ unit, group, groups }: Sample): Int32Array {
  return unit.map((u, i) => u * groups + group[i]!)
}

/** A sample with score and resource less the mean of their cells: of their series, or of their unit. */
export function centredSample(sample: Sample, cell: Int32Array): Sample {
  return { ...sample, y: centred(sample.y, cell), x: centred(sample.x, cell) }
}
