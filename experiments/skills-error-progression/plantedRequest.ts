import type { Stream } from '@lawbook/base'
import { missTable } from '@lawbook/sweeps'
import { codes, type ErrorClass, errorClasses } from './classes.ts'
import type { PickFact } from './pickSums.ts'
import type { Design } from './tally.ts'

/** What planted requests are asked of. */
export type PlantedLibrary = {
  readonly skills: number
  readonly sizes: readonly number[]
  /** So many neighbours of the right skill are near: with hard negatives they are always in the library. */
  readonly nearest: number
  /** How many times as often as another competitor of its class a near one beats the right skill to any small depth. */
  readonly nearness: number
}

/**
 * What the planted library is made of, set by hand to what the real one looks like: shares of competitors, of all and of
 * the near ones. Black holes are no nearer than other skills.
 */
const makeup = { local: 0.12, capture: 0.01, localNear: 0.4, captureNear: 0.01 }

/** `near` is the place among the neighbours of the right skill from 0, -1 for the others; `c` the class. */
type Beater = { readonly depth: number; readonly c: number; readonly near: number }

export type PlantedRequest = {
  /** Best first. */
  readonly beaters: readonly Beater[]
  /** Competitors of each class among the first k neighbours: (nearest + 1) x classes. */
  readonly nearMembers: Int32Array
  /** Competitors of each class. */
  readonly members: Int32Array
}

const width = errorClasses.length

/**
 * A request and who beats its right skill. A competitor of class c beats it to a depth u (its place divided by the
 * number of competitors) with P(depth <= u) = m u^power_c, at most 1; m = nearness for near ones, 1 for the others.
 * Those up to depth p do.
 */
export function plantRequest(
  p: number,
  power: readonly number[],
  { skills, nearest, nearness }: PlantedLibrary,
  stream: Stream,
): PlantedRequest {
  const others = skills - 1
  const members = Int32Array.of(Math.round(makeup.local * others), 0, Math.max(1, Math.round(makeup.capture * others)))
  members[1] = others - members[0]! - members[2]!
  const beaters: Beater[] = []
  const nearMembers = new Int32Array((nearest + 1) * width)
  const depth = (chance: number, c: number): number => Math.exp(Math.log(chance) / power[c]!)
  for (let near = 0; near < nearest; near++) {
    const u = stream.uniform()
    const c = u < makeup.captureNear ? 2 : u < makeup.captureNear + makeup.localNear ? 0 : 1
    nearMembers.copyWithin((near + 1) * width, near * width, (near + 1) * width)
    nearMembers[(near + 1) * width + c]!++
    const at = depth((1 - stream.uniform()) / nearness, c)
    if (at < p) beaters.push({ depth: at, c, near })
  }
  // Places of the others in rising order: arrivals of a Poisson process in u^power, at the class's rate.
  for (let c = 0; c < width; c++) {
    const far = members[c]! - nearMembers[nearest * width + c]!
    let arrival = 0
    for (let k = 0; k < far; k++) {
      arrival -= Math.log(1 - stream.uniform())
      const at = depth(Math.min(1, arrival / far), c)
      if (at >= p) break
      beaters.push({ depth: at, c, near: -1 })
    }
  }
  beaters.sort((a, b) => a.depth - b.depth)
  return { beaters, nearMembers, members }
}

/** The pick in the full library: the best of those that beat the right skill. */
export function factOf({ beaters, members }: PlantedRequest, group: number, { skills }: PlantedLibrary): PickFact {
  const [winner] = beaters
  const is = (name: ErrorClass): boolean => winner !== undefined && errorClasses[winner.c] === name
  return {
    group,
    wrong: winner !== undefined,
    inFamily: is('local'),
    captured: is('capture'),
    chanceFamily: members[0]! / (skills - 1),
    chanceCaptured: members[2]! / (skills - 1),
  }
}

/** The neighbours that are certainly in a library of a size. */
const certainOf = (size: number, { nearest }: PlantedLibrary, design: Design): number =>
  design === 'hard' ? Math.min(nearest, size - 1) : 0

/** The code of a class under every kind of family at once (`wrongPickCodes`). */
const codeOf = [codes - 1, 1, 0] as const

/**
 * The exact chance of each class: the k-th random beater wins if no better one is drawn; the best certain one wins if
 * no random one before it is drawn, and ends the walk.
 */
export function outcomesOf({ beaters }: PlantedRequest, library: PlantedLibrary, design: Design) {
  const { sizes, skills } = library
  const wrong = new Float64Array(sizes.length * codes)
  for (let k = 0; k < sizes.length; k++) {
    const certain = certainOf(sizes[k]!, library, design)
    const miss = missOf(skills - 1 - certain, sizes[k]! - 1 - certain)
    let random = 0
    for (const { c, near } of beaters) {
      const at = k * codes + codeOf[c]!
      if (near >= 0 && near < certain) {
        wrong[at]! += miss[random]!
        break
      }
      wrong[at]! += miss[random]! - miss[random + 1]!
      random++
      if (miss[random] === 0) break
    }
  }
  return { wrong, abstain: new Float64Array(sizes.length) }
}

/** The share of each code among the competitors of a library, as `uniformShares` gives it for real skills. */
export function uniformOf(
  { nearMembers, members }: PlantedRequest,
  library: PlantedLibrary,
  design: Design,
): Float64Array {
  const { sizes, skills } = library
  const shares = new Float64Array(sizes.length * codes)
  for (let k = 0; k < sizes.length; k++) {
    const certain = certainOf(sizes[k]!, library, design)
    const drawn = sizes[k]! - 1 - certain
    for (let c = 0; c < width; c++) {
      const own = nearMembers[certain * width + c]!
      const random = ((members[c]! - own) * drawn) / (skills - 1 - certain)
      shares[k * codes + codeOf[c]!] = (own + random) / (sizes[k]! - 1)
    }
  }
  return shares
}

const tables = new Map<number, Float64Array>()
function missOf(pool: number, drawn: number): Float64Array {
  const key = pool * 65536 + drawn
  const known = tables.get(key) ?? missTable(pool, drawn)
  tables.set(key, known)
  return known
}
