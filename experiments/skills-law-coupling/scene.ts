import { fail } from '@lawbook/base'
import {
  type ArmId,
  type DependencyClass,
  difficultPairs,
  type PipelineEvidence,
  pairsOf,
  readCounts,
  readEvidence,
} from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import { type GroundId, grounds } from './grounds.ts'

/** A router with the family that it belongs to, by its place among the families, and its slope in shares per unit of ln N. */
export type SceneRouter = {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly kin: string
  readonly family: number
  readonly b: number
}

/** Chances that the second step of a pair is picked rightly: one list a router, NaN for a pair that is left out for it. */
export type Chances = readonly Float64Array[]

/** What the models of the rescue are compared on. */
export type Scene = {
  readonly families: readonly string[]
  readonly routers: readonly SceneRouter[]
  /** The second-step skill of each pair. */
  readonly clusters: readonly string[]
  /** From the step's own text; with the state that is compared against; with the executed state of its own first step. */
  readonly alone: Chances
  readonly before: Chances
  readonly after: Chances
  /** N, and how many skills a second step can lose to. */
  readonly size: number
  readonly competitors: number
}

/** Which part of the evidence makes a scene. */
export type View = {
  readonly size: number
  readonly wording: string
  /** Where the skills are that left the states; both in every library unless said. */
  readonly ground?: GroundId
  /** Compare the own state with the step's text alone instead of another pair's state. */
  readonly againstNone?: boolean
  readonly floors?: boolean
  readonly class?: DependencyClass
  /** Of each router its difficult third of pairs alone. */
  readonly difficult?: boolean
}

/** The committed evidence, read once. */
export type Observed = {
  readonly evidence: PipelineEvidence
  readonly routers: readonly Row[]
  readonly slopes: readonly Row[]
  /** Of each second step the share of tie orders in which a skill that is in every library stands before the right one. */
  never(router: string, arm: ArmId): Float64Array
}

export function readObserved(tables: Readonly<Record<string, readonly Row[]>>): Observed {
  const steps = new Map((tables.counts ?? []).map((row) => [`${row.router} ${row.arm}`, String(row.steps)]))
  const shareNever = (text: string): number => {
    const counts = readCounts(text)
    return counts.filter((count) => count < 0).length / counts.length
  }
  return {
    evidence: readEvidence(tables),
    routers: tables.routers ?? [],
    slopes: tables.slopes ?? [],
    never: (router, arm) =>
      Float64Array.from(steps.get(`${router} ${arm}`)!.split(';'), (text) => shareNever(text.split(' ')[1]!)),
  }
}

/** A part of the evidence as a scene. LB_DANGLING where a router has no slope. */
export function sceneOf({ evidence, routers: asked, slopes }: Observed, view: View): Scene {
  const { size, wording, ground = 'present', againstNone = false, floors = false } = view
  const shown = grounds[ground]
  const pairs = pairsOf(evidence).filter((p) => view.class === undefined || evidence.pipelines[p]!.class === view.class)
  const listed = asked.filter(({ kin }) => floors || kin !== 'floor')
  const families = [...new Set(listed.map(({ kin }) => String(kin)))]
  const routers = listed.map((row): SceneRouter => {
    const [id, kin] = [String(row.id), String(row.kin)]
    const found = slopes.find((slope) => slope.router === id && slope.wording === wording)?.b
    const b =
      typeof found === 'number' ? found : fail('LB_DANGLING', `the router ${id} has no slope for ${wording} requests`)
    return { id, title: String(row.title), short: String(row.short), kin, family: families.indexOf(kin), b }
  })
  const chances = (arm: ArmId): Float64Array[] =>
    routers.map(({ id }) => {
      const kept = view.difficult ? difficultPairs(evidence, id, size) : null
      return Float64Array.from(pairs, (p) =>
        kept === null || kept.has(p) ? evidence.step(id, arm, p, 1, size)! : Number.NaN,
      )
    })
  return {
    families,
    routers,
    clusters: pairs.map((p) => evidence.pipelines[p]!.skills[1]!),
    alone: chances(shown.alone),
    before: chances(againstNone ? shown.alone : shown.placebo),
    after: chances(shown.state),
    size,
    competitors: Math.max(0, ...pairs.map((p) => evidence.pipelines[p]!.competitors)),
  }
}

/** The mean chance of some pairs, those left out aside. NaN where none is left. */
export function meanChance(chances: Float64Array, pairs: readonly number[]): number {
  let [sum, n] = [0, 0]
  for (const p of pairs) {
    const chance = chances[p]!
    if (Number.isNaN(chance)) continue
    sum += chance
    n++
  }
  return sum / n
}
