import type { StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { type Located, locate } from './bestSizes.ts'
import type { PeakChoices } from './choices.ts'
import { plantedSweeps, type SizeTruth, type SizeWorld, sizeTruth, successAt } from './plantedSweeps.ts'

/** One row of `coverage`: what the confidence sets of a world's sweeps hold, and what they say. */
export function coverageRow(world: SizeWorld, truth: SizeTruth, found: readonly Located[]): Row {
  const share = (holds: (one: Located) => boolean): number => found.filter(holds).length / found.length
  const sizes = found[0]!.sweep.sizes
  const measured = Array.from(sizes, (size) => successAt(truth, size))
  const top = Math.max(...measured)
  // Of equally good sizes each is a best one; the set must hold it, and the smallest stands for all.
  const best = sizes[measured.indexOf(top)]!
  return {
    world,
    best: truth.best,
    bestMeasured: best,
    largest: sizes.at(-1)!,
    sweeps: found.length,
    setHolds90: share((one) => one.found!.set90.sizes.includes(best)),
    setHolds995: share((one) => one.found!.set995.sizes.includes(best)),
    limitsHold90: share(({ at90 }) => at90!.lower <= truth.best && truth.best <= at90!.upper),
    limitsHold995: share(({ at995 }) => at995!.lower <= truth.best && truth.best <= at995!.upper),
    inside: share((one) => one.found!.status === 'inside'),
    atLowerEnd: share((one) => one.found!.status === 'at-lower-end'),
    atUpperEnd: share((one) => one.found!.status === 'at-upper-end'),
    notIdentified: share((one) => one.found!.status === 'not-identified'),
  }
}

/** Rows of `world-curves`: the true success by size, and which sizes are observed. */
export function curveRows(world: SizeWorld, truth: SizeTruth, sizes: Float64Array): Row[] {
  return Array.from(truth.sizes, (size) => ({
    world,
    size,
    success: successAt(truth, size),
    observed: sizes.includes(size),
  }))
}

/** The table `runs-needed`: how many runs a size let one sweep say where a peak is. */
export function runsNeededRows(world: SizeWorld, choices: PeakChoices, stream: StreamFactory): Row[] {
  const { band, planted } = choices
  const truth = sizeTruth(world, planted.truthDraws, stream)
  return planted.fewerRuns.map((runs) => {
    const few = { ...choices, planted: { ...planted, runs, sweeps: planted.fewerSweeps } }
    const sweeps = plantedSweeps(world, truth, few, (s) => stream('fewer-runs', world, runs, s))
    const found = locate(sweeps, choices.plantedDraws, (purpose, id) => stream(purpose, 'fewer', world, runs, id!))
    const share = (holds: (one: Located) => boolean): number => found.filter(holds).length / found.length
    return {
      world,
      runs,
      sweeps: found.length,
      holds90: share(({ at90 }) => at90!.lower <= truth.best && truth.best <= at90!.upper),
      identified: share((one) => one.found!.status === 'inside'),
      insideBand: share(({ at90 }) => at90!.lower >= band.from && at90!.upper <= band.to),
    }
  })
}
