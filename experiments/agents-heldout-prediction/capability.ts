import { cellMeans, type Sample } from './sample.ts'

/**
 * How capable the group (model or system) of each row is, seen from elsewhere: the mean, over rows of the group on
 * other units than the row's own and than those left out, of y less the mean of y on that unit. NaN for a group that is
 * nowhere else. Neither the held-out unit nor the row itself is in it, so that nothing of what is predicted leaks.
 */
export function capabilityElsewhere({ y, unit, group, units, groups }: Sample, leftOut: readonly number[]) {
  const means = cellMeans(y, unit)
  const surplus = new Float64Array(units * groups)
  const rows = new Float64Array(units * groups)
  const [sums, counts] = [new Float64Array(groups), new Float64Array(groups)]
  for (let i = 0; i < y.length; i++) {
    if (leftOut.includes(unit[i]!)) continue
    const cell = unit[i]! * groups + group[i]!
    const above = y[i]! - means[unit[i]!]!
    surplus[cell]! += above
    rows[cell]! += 1
    sums[group[i]!]! += above
    counts[group[i]!]! += 1
  }
  return y.map((_, i) => {
    const cell = unit[i]! * groups + group[i]!
    const others = counts[group[i]!]! - rows[cell]!
    return others === 0 ? Number.NaN : (sums[group[i]!]! - surplus[cell]!) / others
  })
}
