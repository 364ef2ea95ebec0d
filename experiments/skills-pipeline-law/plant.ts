import type { Stream } from '@lawbook/base'
import { normalCdf } from '@lawbook/estimators'
import type { Difficulty } from './difficulty.ts'
import type { Plan, Study } from './study.ts'

/** A world: to which power of a single step's accuracy step k of K is right in a plan, for a router of slope b. */
export type World = (step: number, length: number, b: number) => number

const grid = { from: -5, steps: 200, width: 0.05 }
const zAt = (i: number): number => grid.from + i * grid.width

/** The weight of each difficulty of the grid: standard normal. */
const weights = Float64Array.from(
  { length: grid.steps + 1 },
  (_, i) => normalCdf(zAt(i) + grid.width / 2) - normalCdf(zAt(i) - grid.width / 2),
)

/**
 * The chances of a step right with mean `target` as a function of its difficulty z, which is standard normal over steps:
 * the chances that are shown at a size, read at Phi(z + shift), the shift such that the mean is the target. As many of them
 * are 0 as that takes.
 */
function curve(shown: Float64Array, target: number): Float64Array {
  const last = shown.length - 1
  const shifted = (shift: number): Float64Array =>
    Float64Array.from(weights, (_, i) => {
      const at = last * normalCdf(zAt(i) + shift)
      const low = Math.min(Math.floor(at), last - 1)
      return shown[low]! + (at - low) * (shown[low + 1]! - shown[low]!)
    })
  const mean = (values: Float64Array): number => values.reduce((sum, x, i) => sum + weights[i]! * x, 0)
  let [low, high] = [-6, 6]
  for (let halved = 0; halved < 40; halved++) {
    const middle = (low + high) / 2
    if (mean(shifted(middle)) > target) low = middle
    else high = middle
  }
  return shifted((low + high) / 2)
}

/** Draws studies of a world with the plans, and the sizes, routers and difficulty, given. */
export function planter(world: World, plans: readonly Plan[], given: Difficulty) {
  const { sizes, lines, chances: shown, alike } = given
  const known = new Map<string, Float64Array[]>()
  const curves = (r: number, power: number): Float64Array[] => {
    const key = `${r} ${power}`
    let found = known.get(key)
    if (found === undefined) {
      found = sizes.map((size, s) => curve(shown[s]!, Math.exp(power * Math.log(singleAt(lines[r]!, size)))))
      known.set(key, found)
    }
    return found
  }
  return (stream: Stream): Study => {
    const draw = () => drawDifficulties(plans, lines.length, alike, stream)
    const [own, fresh] = [draw(), draw()]
    const share = alike.aloneAndAsked * alike.aloneAndAsked
    const elsewhere = own.map((of, r) => of.map((z, p) => z.map((x, k) => mix(share, x, fresh[r]![p]![k]!))))
    const chances = (of: Float64Array[][], powerOf: (k: number, length: number, r: number) => number) =>
      lines.map((_, r) =>
        plans.map(({ length }, p) => {
          const out = new Float64Array(length * sizes.length)
          for (let k = 0; k < length; k++) {
            const read = curves(r, powerOf(k, length, r))
            for (let s = 0; s < sizes.length; s++) out[k * sizes.length + s] = readCurve(read[s]!, of[r]![p]![k]!)
          }
          return out
        }),
      )
    const steps = chances(elsewhere, (k, length, r) => (length === 1 ? 1 : world(k, length, lines[r]!.b)))
    return plantedStudy(
      plans,
      sizes,
      chances(own, () => 1),
      steps,
    )
  }
}

/** A router's line at a size, kept where it is a chance. */
function singleAt({ a, b }: Difficulty['lines'][number], size: number): number {
  return Math.min(Math.max(a - b * Math.log(size), 1e-3), 1 - 1e-3)
}

/** A study in which the steps of a plan are right or wrong each by itself. */
function plantedStudy(
  plans: readonly Plan[],
  sizes: readonly number[],
  alone: Study['alone'],
  steps: Study['steps'],
): Study {
  return {
    routers: alone.map((_, r) => ({ id: `planted-${r}`, short: `planted ${r}`, kin: `kin ${r}` })),
    plans,
    sizes,
    alone,
    steps,
    whole: steps.map((own) => own.map((step) => products(step, sizes.length))),
  }
}

function mix(share: number, common: number, own: number): number {
  return Math.sqrt(share) * common + Math.sqrt(1 - share) * own
}

/** [router][plan][step]: standard normal, alike between routers, and in second steps of the same skill. */
function drawDifficulties(
  plans: readonly Plan[],
  routers: number,
  alike: Difficulty['alike'],
  stream: Stream,
): Float64Array[][] {
  const ofCluster = new Map<string, number>()
  const shared = plans.map(({ length, cluster }) => {
    if (!ofCluster.has(cluster)) ofCluster.set(cluster, stream.normal())
    return Float64Array.from({ length }, (_, k) => {
      const own = stream.normal()
      return length === 2 && k === 1 ? mix(alike.withinCluster, ofCluster.get(cluster)!, own) : own
    })
  })
  return Array.from({ length: routers }, () =>
    shared.map((steps) => steps.map((z) => mix(alike.acrossRouters, z, stream.normal()))),
  )
}

function readCurve(values: Float64Array, z: number): number {
  const at = Math.min(Math.max((z - grid.from) / grid.width, 0), grid.steps - 1e-9)
  const i = Math.floor(at)
  return values[i]! + (at - i) * (values[i + 1]! - values[i]!)
}

/** The product over steps at each size. */
function products(steps: Float64Array, width: number): Float64Array {
  const out = new Float64Array(width).fill(1)
  for (let i = 0; i < steps.length; i++) out[i % width]! *= steps[i]!
  return out
}

/** A study of a world as it is without chance: every step has its mean. */
export function truthOf(world: World, plans: readonly Plan[], { sizes, lines }: Difficulty): Study {
  const chances = (powerOf: (k: number, length: number, b: number) => number) =>
    lines.map((line) =>
      plans.map(({ length }) =>
        Float64Array.from({ length: length * sizes.length }, (_, i) => {
          const p = singleAt(line, sizes[i % sizes.length]!)
          return Math.exp(powerOf(Math.floor(i / sizes.length), length, line.b) * Math.log(p))
        }),
      ),
    )
  return plantedStudy(
    plans,
    sizes,
    chances(() => 1),
    chances((k, length, b) => (length === 1 ? 1 : world(k, length, b))),
  )
}
