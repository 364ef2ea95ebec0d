import type { GeometryChoices } from './choices.ts'
import { fitKernel, type Kernel } from './kernel.ts'
import { type Profiles, profilesOf, slopePredictor } from './predict.ts'
import type { Routed, Study } from './study.ts'

/**
 * Observed b, the level that a kernel predicts for it, and the prediction that is judged: the known b of the reference
 * pool, shifted by as much as the level shifts. Routers x pools, the reference pool first.
 */
export type Slopes = {
  readonly observed: Float64Array
  readonly level: Float64Array
  readonly predicted: Float64Array
}

/** The slopes as they are, or with everything that depends on one package done without it. */
export type SlopesWithout = (leftOut: number | null) => Slopes

/**
 * Observed and predicted slopes; without a package the kernel of its fold is fitted again and predicts the other fold
 * again, and its own judged requests are left out. Kernels go on from their common fit by the same number of steps
 * whether a package is left out or not, so that a fit that is not quite at rest moves no replicate. Each is computed
 * once.
 */
export function slopesOf(study: Study, choices: GeometryChoices): SlopesWithout {
  const profiles = profilesOf(study.counts, study.bins)
  const each = study.routers.map((router) => routerSlopes(study, profiles, router, choices))
  const known = new Map<number | null, Slopes>()
  return (leftOut) => {
    let slopes = known.get(leftOut)
    if (slopes === undefined) known.set(leftOut, (slopes = joined(each.map((without) => without(leftOut)))))
    return slopes
  }
}

type RouterSlopes = Omit<Slopes, 'predicted'>

function joined(parts: readonly RouterSlopes[]): Slopes {
  const all = (pick: (part: RouterSlopes) => Float64Array): Float64Array =>
    Float64Array.from(parts.flatMap((part) => [...pick(part)]))
  return {
    observed: all(({ observed }) => observed),
    level: all(({ level }) => level),
    predicted: all(({ observed, level }) => level.map((b) => observed[0]! + b - level[0]!)),
  }
}

function routerSlopes(
  study: Study,
  profiles: Profiles,
  router: Routed,
  choices: GeometryChoices,
): (leftOut: number | null) => RouterSlopes {
  const { pools, foldOf, learned, judged } = study
  const predict = slopePredictor(choices.ladder)
  const own = [0, 1].map((fold) => [...judged.keys()].filter((i) => foldOf[judged[i]!] === fold))
  const started = [0, 1].map((fold) => fitKernel(router.training, learnedIn(study, fold, null), choices, choices.steps))
  const more = (fold: number, leftOut: number | null): Kernel =>
    fitKernel(router.training, learnedIn(study, fold, leftOut), choices, choices.moreSteps, started[fold]!)
  /** Predicted b of judged requests in each pool, added to the row of `into` that `rowOf` names. */
  const addPredictions = (
    kernel: Kernel,
    rows: readonly number[],
    rowOf: (i: number) => number,
    into: Float64Array,
  ) => {
    for (const i of rows)
      for (let p = 0; p < pools; p++) into[rowOf(i) * pools + p]! += predict(kernel, profiles, i * pools + p)
    return into
  }
  // Row g: predicted b of the judged requests of package g, summed.
  const sums = new Float64Array(foldOf.length * pools)
  for (const fold of [0, 1]) addPredictions(more(1 - fold, null), own[fold]!, (i) => judged[i]!, sums)
  const learns = new Set(learned)

  return (leftOut) => {
    const n = judged.reduce((count, g) => count + (g === leftOut ? 0 : 1), 0)
    const total = (of: Float64Array, fold: number | null): Float64Array =>
      totalOver(of, pools, (g) => g !== leftOut && (fold === null || foldOf[g] === fold))
    const level =
      leftOut === null || !learns.has(leftOut)
        ? total(sums, null)
        : addPredictions(
            more(foldOf[leftOut]!, leftOut),
            own[1 - foldOf[leftOut]!]!,
            () => 0,
            total(sums, foldOf[leftOut]!),
          )
    return { observed: total(router.observed, null).map((sum) => sum / n), level: level.map((sum) => sum / n) }
  }
}

/** Rows by package, G x P, summed over the packages that are kept. */
function totalOver(of: Float64Array, pools: number, kept: (g: number) => boolean): Float64Array {
  const out = new Float64Array(pools)
  for (let g = 0; g * pools < of.length; g++) if (kept(g)) for (let p = 0; p < pools; p++) out[p]! += of[g * pools + p]!
  return out
}

/** The training requests of one fold, without one package's. */
export function learnedIn({ learned, foldOf }: Study, fold: number, leftOut: number | null): number[] {
  return [...learned.keys()].filter((i) => foldOf[learned[i]!] === fold && learned[i] !== leftOut)
}
