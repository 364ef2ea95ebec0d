import type { Stream, StreamFactory } from '@lawbook/base'
import { normalCdf } from '@lawbook/estimators'
import type { Progress } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import type { ProgressionChoices } from './choices.ts'
import { type ErrorClass, errorClasses, familyKinds } from './classes.ts'
import type { ByDesign } from './enrichment.ts'
import type { Judged } from './estimate.ts'
import { type PickFact, pickSums, sharesOf } from './pickSums.ts'
import { factOf, outcomesOf, type PlantedLibrary, plantRequest, uniformOf } from './plantedRequest.ts'
import { progressionOf } from './progression.ts'
import { addRequest, designs, emptyTally } from './tally.ts'

/** The slopes that are planted; `plain`: without nearness, and alike in all packages. */
export type World = Readonly<Record<ErrorClass, number>> & { readonly plain: boolean }

/**
 * Worlds with a known progression: the slopes lambda_c of enrichment that are planted. A competitor of class c beats the
 * right skill to a depth u with a chance that goes as u^(1 - lambda_c) (`plantRequest`), so that the share of class c
 * among winners goes as N^lambda_c, up to what all classes share. `progression` is the claim; in `flat` only nearness
 * counts; in `uniform` wrong picks fall on any skill alike; `reversed` runs the other way; `near-wins` is what a router
 * does that prefers whatever is like the right skill: local wrong picks grow most. In all but `uniform` the nearest
 * neighbours beat the right skill as much oftener as the real routers' wrong picks say (`nearnessOf`).
 */
export const worlds: Readonly<Record<string, World>> = {
  progression: { local: -0.35, drift: 0, capture: 0.35, plain: false },
  flat: { local: 0, drift: 0, capture: 0, plain: false },
  uniform: { local: 0, drift: 0, capture: 0, plain: true },
  reversed: { local: 0.35, drift: 0, capture: -0.15, plain: false },
  'near-wins': { local: 0.35, drift: 0, capture: 0.2, plain: false },
}

/** Difficulty: a signal-detection law whose requests differ much, alike within a package; slopes vary by package. */
const difficulty = { mu: 3, tau: 1.5, withinPackage: 0.1, slopeSpread: 0.1 }

export type Planted = { readonly byDesign: ByDesign; readonly facts: readonly PickFact[] }

/**
 * One planted world: for each of several routers every request's beaters in order, and from them the exact outcome at
 * each size in both designs. Routers find the same requests hard and share the slopes of a package; who beats the right
 * skill is drawn for each.
 */
export function plantWorld(
  world: World,
  counts: Int32Array,
  given: PlantedLibrary,
  routers: number,
  stream: Stream,
): Planted[] {
  const library = world.plain ? { ...given, nearness: 1 } : given
  const spread = world.plain ? 0 : difficulty.slopeSpread
  const tallies = Array.from({ length: routers }, () => designs.map(() => emptyTally(library.sizes, counts.length)))
  const facts = tallies.map((): PickFact[] => [])
  counts.forEach((requests, group) => {
    const common = stream.normal()
    const power = errorClasses.map((name) => 1 - world[name] + spread * stream.normal())
    for (let i = 0; i < requests; i++) {
      const z = Math.sqrt(difficulty.withinPackage) * common + Math.sqrt(1 - difficulty.withinPackage) * stream.normal()
      const p = normalCdf(-(difficulty.mu + difficulty.tau * z))
      tallies.forEach((own, router) => {
        const request = plantRequest(p, power, library, stream)
        designs.forEach((design, d) => {
          addRequest(own[d]!, group, outcomesOf(request, library, design), uniformOf(request, library, design))
        })
        facts[router]!.push(factOf(request, group, library))
      })
    }
  })
  return tallies.map(([random, hard], router) => ({
    byDesign: { random: random!, hard: hard! },
    facts: facts[router]!,
  }))
}

/** What is judged in every world: the same measures by the same code as for the real routers; and what they are made of. */
export function judgedInWorld(
  planted: readonly Planted[],
  choices: ProgressionChoices,
): Readonly<Record<string, Judged>> {
  const shares = sharesOf(planted.map(({ facts, byDesign }) => pickSums(facts, byDesign.random.counts.length)))
  const found = progressionOf(
    planted.map(({ byDesign }) => byDesign),
    { kind: familyKinds[0], ladder: choices.ladder },
  )
  return {
    progression: found?.both ?? null,
    'in-family': shares?.inFamily.corrected ?? null,
    captured: shares?.captured.beyond ?? null,
    ...Object.fromEntries(
      designs.map((design, d) => [driftMinusLocal(design), found?.contrasts[2 * d]?.judged ?? null]),
    ),
  }
}

/** The name of a contrast in the table `worlds`, which no claim is judged by. */
export const driftMinusLocal = (design: string): string => `drift-minus-local-${design}`

/** Every world through the judged measures, with the packages of the real requests: rows of the table `worlds`. */
export function plantedRows(options: {
  readonly counts: Int32Array
  readonly skills: number
  /** See `nearnessOf`. */
  readonly nearness: number
  readonly choices: ProgressionChoices
  readonly stream: StreamFactory
  readonly progress: Progress
}): Row[] {
  const { counts, skills, nearness, choices, stream, progress } = options
  return Object.entries(worlds).flatMap(([world, planted], done) => {
    progress(done, Object.keys(worlds).length, `planted world ${world}`)
    const library = { skills, sizes: choices.ladder, nearest: choices.nearest, nearness }
    return Array.from({ length: choices.replicates }, (_, replicate) => {
      const routers = plantWorld(planted, counts, library, choices.plantedRouters, stream('world', world, replicate))
      return Object.entries(judgedInWorld(routers, choices)).map(
        ([measure, judged]): Row => ({
          world,
          replicate,
          measure,
          value: judged?.value ?? null,
          lo90: judged?.i90[0] ?? null,
          hi90: judged?.i90[1] ?? null,
          lo995: judged?.i995[0] ?? null,
          hi995: judged?.i995[1] ?? null,
        }),
      )
    }).flat()
  })
}
