import type { Stream, StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { missTable, type Sample, stratum } from '@lawbook/sweeps'
import { drawRouters, logLaw, worldRow } from '@lawbook/worlds'
import type { RoutingChoices } from './choices.ts'
import { judgeStructure, structureNames } from './structure.ts'

/** Outcomes of one request that r of M competitors beat, in the three libraries of `structureColumns`. */
type Arrange = (r: number, stream: Stream) => readonly [near: number, far: number, farLarge: number]

/**
 * Worlds in which what beats the right skill is arranged by similarity, or is not. `look-alikes`: the r skills that beat
 * it are its r nearest. `structureless`: they are any r. `strangers`: they are its r farthest. Ranks follow the log law
 * with the paper's mean constants.
 */
export function structureWorlds(competitors: number, { similar, separated }: RoutingChoices): Record<string, Arrange> {
  const [small, large] = [similar - 1, separated - 1]
  return {
    'look-alikes': (r) => [Number(r === 0), Number(r <= competitors - small), Number(r <= competitors - large)],
    strangers: (r) => [Number(r <= competitors - small), Number(r === 0), Number(r === 0)],
    structureless: anywhere(competitors, small, large),
  }
}

/**
 * r beaters anywhere: the nearest `small`, the farthest `small` and the farthest `large` competitors miss all of them
 * with hypergeometric chances, drawn one after the other given what came before (the second lies inside the third).
 */
function anywhere(competitors: number, small: number, large: number): Arrange {
  const misses = [small, 2 * small, large, small + large].map((k) => missTable(competitors, k))
  return (r, stream) => {
    const [one, two, big, bigAndOne] = misses.map((table) => table[r]!) as [number, number, number, number]
    const given = (chance: number, whole: number): number => (whole <= 0 ? 0 : chance / whole)
    const near = stream.uniform() < one
    const inState = near ? one : 1 - one
    const bigHere = near ? bigAndOne : big - bigAndOne
    const farLarge = stream.uniform() < given(bigHere, inState)
    const farHere = near ? two : one - two
    const far = farLarge || stream.uniform() < given(farHere - bigHere, inState - bigHere)
    return [Number(near), Number(far), Number(farLarge)]
  }
}

/** Put the worlds of structure through its measures: rows as in `plantedRows`. */
export function plantedStructureRows(options: {
  readonly clusterOf: Int32Array
  readonly clusters: number
  readonly skills: number
  readonly routers: number
  readonly choices: RoutingChoices
  readonly stream: StreamFactory
}): Row[] {
  const { clusterOf, clusters, skills, routers, choices, stream } = options
  const law = logLaw({ a: 0.834, b: 0.042, competitors: skills - 1 })
  return Object.entries(structureWorlds(skills - 1, choices)).flatMap(([world, arrange]) =>
    Array.from({ length: choices.replicates }, (_, replicate) => {
      const drawn = drawRouters(law, {
        clusters: clusterOf,
        routers,
        withinCluster: choices.packageCorrelation,
        withinRequest: choices.requestCorrelation,
        stream: stream('structure', world, replicate),
      })
      const places = stream('places', world, replicate)
      const samples = drawn.map((ranks, k) => ({
        label: `router ${k + 1}`,
        sample: sampleOf(
          ranks.map(({ beaten, targetMatched }) => (targetMatched ? arrange(beaten, places) : [0, 0, 0])),
          clusterOf,
          clusters,
        ),
      }))
      const measures = judgeStructure(samples)
      return structureNames.map((measure) => worldRow(world, replicate, measure, measures[measure]))
    }).flat(),
  )
}

function sampleOf(outcomes: readonly (readonly number[])[], clusterOf: Int32Array, clusters: number): Sample {
  const sizes = [0, 1, 2]
  const curves = { sizes, right: Float64Array.from(outcomes.flat()), abstain: new Float64Array(3 * outcomes.length) }
  return { sizes, clusters, strata: [stratum(curves, clusterOf, clusters)] }
}
