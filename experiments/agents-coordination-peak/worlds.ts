import type { StreamFactory } from '@lawbook/base'
import type { Progress } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import { type Located, locate } from './bestSizes.ts'
import type { PeakChoices } from './choices.ts'
import { coverageRow, curveRows, runsNeededRows } from './coverage.ts'
import { nested } from './measures.ts'
import { groundOf, peakMeasure } from './peak.ts'
import { type CellWorld, cellWorlds, plantedCells } from './plantedCells.ts'
import { plantedScores, type ScoreWorld, scoreWorlds } from './plantedScores.ts'
import { ladderOf, plantedSweeps, type SizeWorld, sizeTruth, sizeWorlds } from './plantedSweeps.ts'
import { returnsMeasure } from './returns.ts'
import { anyTeam, lossOf, lossWithin } from './sequential.ts'
import { byRestricted, bySolo, lossAbove, slopeLoss } from './teamBench.ts'

type Context = { readonly choices: PeakChoices; readonly stream: StreamFactory; readonly progress: Progress }

/** The rows of `worlds`, and how the confidence sets of planted sweeps did. */
type Planted = { readonly worlds: Row[]; readonly coverage: Row[]; readonly curves: Row[] }

/** The fall of the gain by the single agent's own run: shown in `worlds` beside the judged reading, never judged. */
export const naiveSlope = 'gain-lost-naive'
/** The loss on sequential jobs with limits by pairs of model and suite alone: beside the judged one, never judged. */
export const lossByPairs = 'sequential-loss-by-pairs'

/** Every planted world through the measures that real figures go through. */
export function plantedWorlds(
  context: Context,
): Planted & { readonly runsNeeded: Row[]; readonly naiveByChecks: Row[] } {
  const { choices, stream, progress } = context
  const names = Object.keys(sizeWorlds) as SizeWorld[]
  const sized = names.map((world, w) => {
    progress(w, names.length, world)
    return sizeWorld(world, context)
  })
  const cells = Object.keys(cellWorlds).flatMap((world) =>
    replicates(choices.cellReplicates, (r) => {
      const planted = plantedCells(world as CellWorld, stream('planted-cells', world, r))
      return [
        worldRow(world, r, 'sequential-loss', lossOf(planted, anyTeam)),
        worldRow(world, r, lossByPairs, lossWithin(planted, anyTeam, 'pairs of model and suite')),
      ]
    }),
  )
  const scores = Object.keys(scoreWorlds).flatMap((world) =>
    replicates(choices.cellReplicates, (r) => {
      const planted = plantedScores(world as ScoreWorld, stream('planted-scores', world, r))
      return [
        worldRow(world, r, 'gain-lost-a-point', nested(slopeLoss(planted, byRestricted))),
        worldRow(world, r, naiveSlope, nested(slopeLoss(planted, bySolo))),
        worldRow(world, r, 'loss-above-45', nested(lossAbove(planted, byRestricted, choices.baseline))),
      ]
    }),
  )
  return {
    worlds: [...sized.flatMap(({ worlds }) => worlds), ...cells, ...scores],
    coverage: sized.flatMap(({ coverage }) => coverage),
    curves: sized.flatMap(({ curves }) => curves),
    runsNeeded: (['peak-inside', 'peak-flat'] as const).flatMap((world) => runsNeededRows(world, choices, stream)),
    naiveByChecks: naiveRows(context),
  }
}

/** The table `naive-by-checks`: what the naive reading finds where teams gain nothing, by the noise of a score. */
function naiveRows({ choices, stream }: Context): Row[] {
  return choices.checks.map((checks) => {
    const slopes = Array.from({ length: choices.replicates }, (_, r) => {
      const planted = plantedScores('no-gain', stream('planted-checks', checks, r), checks)
      return slopeLoss(planted, bySolo)?.value ?? Number.NaN
    })
    return { checks, naive: slopes.reduce((sum, slope) => sum + slope / slopes.length, 0), replicates: slopes.length }
  })
}

function replicates(count: number, rows: (replicate: number) => Row[]): Row[] {
  return Array.from({ length: count }, (_, r) => rows(r)).flat()
}

function sizeWorld(world: SizeWorld, { choices, stream }: Context): Planted {
  const truth = sizeTruth(world, choices.planted.truthDraws, stream)
  const found: Located[] = []
  const worlds = replicates(choices.replicates, (r) => {
    const sweeps = plantedSweeps(world, truth, choices, (s) => stream('planted-sweeps', world, r, s))
    const located = locate(sweeps, choices.plantedDraws, (purpose, id) => stream(purpose, world, r, id!))
    found.push(...located)
    const ground = groundOf(located, choices)
    return [peakMeasure(ground, choices), returnsMeasure(ground, choices)].map((measure) =>
      worldRow(world, r, measure.id, measure),
    )
  })
  return {
    worlds,
    coverage: [coverageRow(world, truth, found)],
    curves: curveRows(world, truth, ladderOf(world, choices)),
  }
}
