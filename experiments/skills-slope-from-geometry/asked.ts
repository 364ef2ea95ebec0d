import { roundScore } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import type { Request } from '@lawbook/skills'
import { tally } from './bins.ts'
import type { GeometryChoices } from './choices.ts'
import type { Geometry } from './geometry.ts'
import { named, poolIds } from './pools.ts'
import { type Decided, exactOver, slopeOver } from './routed.ts'

/** Mean accuracy among the skills alone, on the calibration half: what makes a router eligible. */
export function routerRow(
  router: PointwiseRouter,
  geometry: Geometry,
  decisions: readonly Decided[],
  choices: GeometryChoices,
): Row {
  const { id, title, short, kin } = router
  const sizes = choices.eligible.map(({ size }) => size)
  const exact = exactOver(sizes)
  const sum = new Float64Array(sizes.length)
  let n = 0
  geometry.asked.forEach(({ wording }, row) => {
    const place = geometry.placeOf(row)
    if (wording !== choices.wording || place.half !== 'calibration') return
    n++
    const others = geometry.skills.filter((j) => j !== place.target)
    exact(decisions[row]!, others).forEach((value, k) => {
      sum[k]! += value
    })
  })
  const accuracy = [...sum].map((value) => value / n)
  return {
    id,
    title,
    short,
    kin,
    ...Object.fromEntries(sizes.map((size, k) => [`at.${size}`, Number.isFinite(accuracy[k]) ? accuracy[k]! : null])),
  }
}

/** Beats by similarity bin of every calibration request, by right skill; null where it shares nothing with the request. */
export function keepBeats(
  rows: Map<string, Row>,
  router: string,
  geometry: Geometry,
  decisions: readonly Decided[],
): void {
  geometry.asked.forEach(({ skill, wording }, row) => {
    const { half, pools, similarity } = geometry.placeOf(row)
    if (half !== 'calibration') return
    const beats = decisions[row]!.matched
      ? tally(geometry.edges, pools[0]!, similarity, (j) => decisions[row]!.beats(j))
      : null
    const cells = Array.from({ length: geometry.edges.count }, (_, k) => [
      `${router}.${wording}.${k}`,
      beats === null ? null : beats[k]!,
    ])
    rows.set(skill, { ...rows.get(skill), ...Object.fromEntries(cells) })
  })
}

/**
 * Sums of b by package: one row a package, half and wording, one column a pool. Calibration requests that are not of
 * the judged wording are left out: only baselines read the calibration half.
 */
export function outcomeRows(
  router: string,
  geometry: Geometry,
  requests: readonly Request[],
  decisions: readonly Decided[],
  choices: GeometryChoices,
  kind: 'pseudo' | null = null,
): Row[] {
  const slope = slopeOver(choices.ladder)
  const rows = new Map<string, { row: Row; n: number; sums: Float64Array }>()
  requests.forEach(({ skill, wording }, at) => {
    const { half, pools, owner } = geometry.placeFor(skill)
    if (kind === null && half === 'calibration' && wording !== choices.wording) return
    const key = [half, kind ?? wording, owner].join(' ')
    const kept = rows.get(key) ?? {
      row: { router, half, wording: kind ?? wording, package: owner },
      n: 0,
      sums: new Float64Array(poolIds.length),
    }
    pools.forEach((pool, p) => {
      kept.sums[p]! += slope(decisions[at]!, pool)[0]!
    })
    rows.set(key, { ...kept, n: kept.n + 1 })
  })
  return [...rows.values()].map(({ row, n, sums }) => ({ ...row, n, ...named(sums, roundScore) }))
}

/** The first sentence of each judged skill's description, as if it were a request. */
export function pseudoRequests(geometry: Geometry): Request[] {
  return geometry.places
    .filter(({ half }) => half === 'test')
    .map(({ target }) => {
      const { id, description } = geometry.union.skills[target]!
      const text = description.split(/(?<=[.!?])\s/)[0]!
      return { id: `${id} pseudo`, skill: id, wording: 'direct', domain: 'none', abstract: false, text }
    })
}
