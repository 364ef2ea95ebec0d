import { clusterMean, effectiveClusters, studentInterval } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import { lineShares, requestCurves } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Observed } from './evidence.ts'

/**
 * The slope b by stratum of the right skill, averaged over the judged routers (one a kin): by length of the description,
 * by the writer's domain, by package. These are confounded with each other and with the skill, so a difference between
 * strata names no cause. 90 % intervals by package (CR2); inside one package by similarity family; none where the
 * clusters are worth fewer than `fewestClusters` equal ones. A stratum of fewer than `fewestRequests` is left out.
 */
export function strataRows(observed: Observed, judged: readonly string[], choices: RoutingChoices): Row[] {
  if (judged.length === 0) return []
  return wordings.flatMap((wording) => {
    const rows = observed.rows('test', wording)
    const slopes = meanSlopes(observed, judged, rows, choices)
    const skill = (i: number) => observed.about(observed.target(rows[i]!))
    const everyone = [...rows.keys()]
    const packageOf = (i: number): string => skill(i).package
    const familyOf = (i: number): string => observed.family(observed.target(rows[i]!))
    return [
      ...thirds(everyone, (i) => skill(i).characters).map(({ name, members }) =>
        rowOf('length of the description', name, members, packageOf),
      ),
      ...grouped(everyone, (i) => skill(i).domain).map(({ name, members }) =>
        rowOf('domain', name, members, packageOf),
      ),
      ...grouped(everyone, packageOf).map(({ name, members }) => rowOf('package', name, members, familyOf)),
    ].filter((row) => row !== null)

    function rowOf(
      kind: string,
      stratum: string,
      members: readonly number[],
      cluster: (i: number) => string,
    ): Row | null {
      if (members.length < choices.fewestRequests) return null
      const names = [...new Set(members.map(cluster))]
      const clusters = Int32Array.from(members, (i) => names.indexOf(cluster(i)))
      const counts = names.map((_, g) => clusters.filter((other) => other === g).length)
      const effective = effectiveClusters(counts)
      const values = Float64Array.from(members, (i) => slopes[i]!)
      const known = effective >= choices.fewestClusters
      const b = known ? clusterMean({ values, clusters }) : null
      const limits = b === null ? null : studentInterval({ ...b, tail: 0.05 })
      return {
        wording,
        kind,
        stratum,
        n: members.length,
        clusters: names.length,
        effective,
        b: values.reduce((sum, value) => sum + value, 0) / values.length,
        low: limits?.[0] ?? null,
        high: limits?.[1] ?? null,
      }
    }
  })
}

/** Each request's share in the slope, averaged over routers. */
function meanSlopes(
  observed: Observed,
  routers: readonly string[],
  rows: readonly number[],
  choices: RoutingChoices,
): Float64Array {
  const sum = new Float64Array(rows.length)
  for (const router of routers) {
    const standings = rows.map((row) => observed.standing(router, row))
    const { b } = lineShares(requestCurves(standings, choices.ladder, observed.skills))
    b.forEach((value, i) => {
      sum[i]! += value / routers.length
    })
  }
  return sum
}

type Group = { readonly name: string; readonly members: readonly number[] }

function grouped(members: readonly number[], key: (i: number) => string): Group[] {
  const names = [...new Set(members.map(key))].sort()
  return names.map((name) => ({ name, members: members.filter((i) => key(i) === name) }))
}

/** Three groups of about equal size by a number, named by their range. */
function thirds(members: readonly number[], value: (i: number) => number): Group[] {
  const sorted = members.map(value).sort((a, b) => a - b)
  const cuts = [1, 2].map((k) => sorted[Math.floor((k * sorted.length) / 3)]!)
  const groupOf = (i: number): number => cuts.filter((cut) => value(i) >= cut).length
  return [0, 1, 2].map((g) => {
    const own = members.filter((i) => groupOf(i) === g)
    const values = own.map(value)
    return { name: `${Math.min(...values)} to ${Math.max(...values)} characters`, members: own }
  })
}
