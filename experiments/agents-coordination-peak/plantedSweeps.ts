import type { Stream, StreamFactory } from '@lawbook/base'
import { sweepOfShares } from '@lawbook/estimators'
import { type TeamWork, teamTruth } from '@lawbook/worlds'
import type { PeakChoices } from './choices.ts'
import type { Study } from './studies.ts'
import type { SizeSweep } from './sweeps.ts'

const uneven: TeamWork = {
  units: 96,
  serial: 2,
  spread: 1,
  talk: 0.01,
  slip: 0,
  right: 0.98,
  deadline: Number.POSITIVE_INFINITY,
  needed: 88,
}

/**
 * Jobs of 96 uneven units of which 88 must be right by the deadline. With a deadline small teams come too late, with
 * slips large ones spoil units: the two set the best size, and the top is sharp. In `peak-flat` 8 to 32
 * agents are within about five points of the best. In `flat` nothing depends on size.
 */
export const sizeWorlds = {
  'peak-below': { ...uneven, slip: 0.02, deadline: 38 },
  falling: { ...uneven, slip: 0.015 },
  'peak-inside': { ...uneven, slip: 0.0035, deadline: 13 },
  'peak-flat': { ...uneven, slip: 0.0009, deadline: 18.5 },
  'peak-beyond': { ...uneven, slip: 0.0005, deadline: 7.5 },
  'stops-at-8': { ...uneven, slip: 0.0035, deadline: 13 },
  flat: { ...uneven, right: 0.93 },
} as const satisfies Record<string, TeamWork>

export type SizeWorld = keyof typeof sizeWorlds

/** The true success of teams of some sizes, and the best of these. */
export type SizeTruth = { readonly sizes: Float64Array; readonly success: Float64Array; readonly best: number }

/** Every size up to 16, and fewer and fewer up to 64. */
export const grid = Float64Array.from([
  ...Array.from({ length: 16 }, (_, i) => i + 1),
  18,
  20,
  24,
  28,
  32,
  40,
  48,
  56,
  64,
])

/** What a world truly does: a mean over drawn jobs, the same at all sizes. */
export function sizeTruth(world: SizeWorld, draws: number, stream: StreamFactory): SizeTruth {
  const { success, best } = teamTruth(sizeWorlds[world], { sizes: grid, draws, stream: stream('size-truth', world) })
  return { sizes: grid, success, best }
}

/** The true success of a size of the grid. */
export function successAt({ sizes, success }: SizeTruth, size: number): number {
  return success[sizes.indexOf(size)]!
}

/** The sizes at which a world is observed. */
export function ladderOf(world: SizeWorld, { planted }: PeakChoices): Float64Array {
  return Float64Array.from(world === 'stops-at-8' ? planted.short : planted.sizes)
}

/** A planted study that fixes input and compute: what no published one does over these sizes. */
export const plantedStudy: Study = {
  id: 'planted',
  name: 'planted',
  source: 'planted',
  metric: 'success',
  where: {},
  per: ['model'],
  shared: null,
  unit: null,
  tasks: null,
  inputFixed: true,
  computeFixed: true,
  control: true,
  known: 'planted',
}

/**
 * Shares of runs that succeed. Runs are on jobs of their own, so that a size's successes are binomial with the true
 * success of that size; a test holds this against the simulator itself.
 */
function plantedShares(truth: SizeTruth, sizes: Float64Array, runs: number, stream: Stream): Float64Array {
  return sizes.map((size) => {
    const chance = successAt(truth, size)
    let right = 0
    for (let run = 0; run < runs; run++) if (stream.uniform() < chance) right++
    return right / runs
  })
}

/** The sweeps of one replicate. */
export function plantedSweeps(
  world: SizeWorld,
  truth: SizeTruth,
  choices: PeakChoices,
  stream: (sweep: number) => Stream,
): SizeSweep[] {
  const sizes = ladderOf(world, choices)
  const { runs, sweeps } = choices.planted
  return Array.from({ length: sweeps }, (_, s) => {
    const means = plantedShares(truth, sizes, runs, stream(s))
    const spread = sweepOfShares(
      means,
      sizes.map(() => runs),
    )
    const id = `planted ${s + 1}`
    return {
      id,
      label: id,
      study: plantedStudy,
      secondary: false,
      sizes,
      means,
      spread,
      resampled: 'runs',
      units: null,
      incomplete: 0,
      leftOut: 0,
    }
  })
}
