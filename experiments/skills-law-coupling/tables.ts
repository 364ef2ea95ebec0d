import type { StreamFactory } from '@lawbook/base'
import { pairsOf, twoWayInterval } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import type { CouplingChoices } from './choices.ts'
import {
  beyondArithmetic,
  correlation,
  familyPoints,
  leaveOneOut,
  methodIds,
  type OutcomeId,
  outcomeIds,
  outcomes,
} from './correlations.ts'
import { couplingOf } from './coupling.ts'
import { departureFrom } from './departures.ts'
import { estimateOf } from './estimate.ts'
import { groundIds } from './grounds.ts'
import { heldOutError } from './held.ts'
import { levelsOf } from './levels.ts'
import { models } from './models.ts'
import { meanChance, type Observed, type Scene, sceneOf } from './scene.ts'

/**
 * Every router, floors too: its slope, its chances of second steps, and its rescue as a ratio, a difference and a normalised
 * gain, with 90 % intervals. `bOther`: its slope from the other wording. `asIfSize`: the largest library in which the placebo serves as well as the state does at N; null
 * where it does not even in the smallest.
 */
export function routerRows(observed: Observed, { size, wording }: CouplingChoices): Row[] {
  const scene = sceneOf(observed, { size, wording, floors: true })
  const pairs = [...scene.clusters.keys()]
  const asIf = equivalentSize(observed)
  return scene.routers.map(({ id, title, short, kin, b }, r) => {
    const chances = { b, before: meanChance(scene.before[r]!, pairs), after: meanChance(scene.after[r]!, pairs) }
    const slopes = observed.slopes.filter((row) => row.router === id)
    const slope = slopes.find((row) => row.wording === wording)!
    return {
      router: id,
      title,
      short,
      kin,
      floor: kin === 'floor',
      b,
      bLow: slope.bLow ?? null,
      bHigh: slope.bHigh ?? null,
      bOther: slopes.find((row) => row.wording !== wording)?.b ?? null,
      alone: finite(meanChance(scene.alone[r]!, pairs)),
      placebo: finite(chances.before),
      state: finite(chances.after),
      ...Object.fromEntries(outcomeIds.flatMap((outcome) => outcomeCells(scene, r, outcome))),
      asIfSize: asIf(id, chances.after),
    }
  })
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** One outcome of one router with the interval of the jackknife over second-step skills. */
function outcomeCells(scene: Scene, r: number, outcome: OutcomeId): [string, number | null][] {
  const found = twoWayInterval({
    statistic: (_, pairs) =>
      outcomes[outcome]({
        b: 0,
        before: meanChance(scene.before[r]!, pairs),
        after: meanChance(scene.after[r]!, pairs),
      }),
    kins: ['one router'],
    clusterOf: scene.clusters,
    clusterName: 'second-step skills',
    sided: 'two',
  })
  const { value, i90 } = estimateOf(found.nested)
  return [
    [outcome, value],
    [`${outcome}Low`, i90?.[0] ?? null],
    [`${outcome}High`, i90?.[1] ?? null],
  ]
}

/** The largest N at which a router's mean chance with the placebo is at least `level`. */
function equivalentSize({ evidence }: Observed): (router: string, level: number) => number | null {
  const pairs = pairsOf(evidence)
  const most = Math.min(...pairs.map((p) => evidence.pipelines[p]!.competitors))
  return (router, level) => {
    const reaches = (size: number): boolean =>
      pairs.reduce((sum, p) => sum + evidence.step(router, 'placebo-present', p, 1, size)!, 0) / pairs.length >=
      level - 1e-12
    let [low, high] = [3, most]
    if (!reaches(low)) return null
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (reaches(middle)) low = middle
      else high = middle - 1
    }
    return low
  }
}

/**
 * Each model at each size: its parameter over all families, its error on families left out in points, and how far routers
 * depart from it on the normal scale.
 */
export function errorRows(observed: Observed, { ladder, wording }: CouplingChoices): Row[] {
  return ladder.flatMap((size) => {
    const scene = sceneOf(observed, { size, wording })
    const points = levelsOf(scene).points()
    return models.map((model) => ({
      size,
      model: model.id,
      title: model.title,
      parameter: finite(model.fit(points, null)),
      squared: finite(heldOutError(points, model)),
      absolute: finite(heldOutError(points, model, 'absolute')),
      departure: finite(departureFrom(points, model)),
      routers: scene.routers.length,
      families: scene.families.length,
    }))
  })
}

/** On each ground the three contrasts; coupling is the smallest of those with both sources in every library. */
export function contrastRows(observed: Observed, { size, wording }: CouplingChoices): Row[] {
  return groundIds.flatMap((ground) =>
    (couplingOf(sceneOf(observed, { size, wording, ground }))?.contrasts ?? []).map(({ rival, nested }) => {
      const { value, i90, i995 } = estimateOf(nested)
      return {
        ground,
        rival: rival.id,
        value,
        lo90: i90?.[0] ?? null,
        hi90: i90?.[1] ?? null,
        lo995: i995?.[0] ?? null,
        hi995: i995?.[1] ?? null,
      }
    }),
  )
}

/** Correlations of b with each outcome over families; `p` from shifts of log odds that move among families. */
export function correlationRows(scene: Scene, choices: CouplingChoices, stream: StreamFactory): Row[] {
  const points = familyPoints(scene)
  return outcomeIds.flatMap((outcome) =>
    methodIds.map((method) => {
      const range = leaveOneOut(points, outcome, method)
      const key = { method, draws: choices.permutations, stream: stream('permutation', outcome, method) }
      return {
        outcome,
        method,
        families: points.length,
        value: correlation(points, outcome, method),
        leastLeftOut: range?.[0] ?? null,
        mostLeftOut: range?.[1] ?? null,
        p: beyondArithmetic(points, outcome, key),
      }
    }),
  )
}
