import type { StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import type { Choices } from './choices.ts'
import { contribution, judgedNames, overSweeps, type Shown, show, spread } from './judge.ts'
import { judgedPlaces } from './ladders.ts'
import { sweepTables } from './observe.ts'
import { plantedCurveOf, plantedSweep } from './planted.ts'
import { plantedWorlds } from './plantedLaws.ts'
import { sweepsOf } from './sweeps.ts'

/** All planted worlds but the flat one, in which there is neither a form nor an exponent. */
export const testedWorlds: readonly string[] = Object.keys(plantedWorlds).filter((world) => world !== 'flat')

/**
 * The table `worlds`: every judged measure in every replicate of every tested world, from rows like the published ones
 * to the median over sweeps. Where the real sweeps redraw their tasks, bias and standard error are those of the
 * replicates about the curve without noise, which the redrawing estimates.
 */
export function worldTable(choices: Choices, stream: StreamFactory): Row[] {
  return testedWorlds.flatMap((world) => {
    const truth = plantedTruth(world, choices)
    const replicates = Array.from({ length: choices.replicates }, (_, replicate) => {
      const from = stream('world', world, replicate)
      return judgedPlaces.map((place, s) => {
        const tables = sweepTables(plantedSweep(world, place, from), [place])
        const [sweep] = sweepsOf([place], tables, choices)
        return { sweep: sweep!, shown: show(sweep!.curves, choices, truth[s]) }
      })
    })
    const noise = judgedPlaces.map((_, s) =>
      spread(
        replicates.map((sweeps) => sweeps[s]!.shown.statistics),
        truth[s]!.statistics,
      ),
    )
    return replicates.flatMap((sweeps, replicate) =>
      judgedNames.map((name) => {
        const values = sweeps.map(({ sweep, shown }, s) => contribution(shown, noise[s]!, sweep.place, name, choices))
        const { value, i90, i995 } = overSweeps(values, name, choices)
        return worldRow(world, replicate, name, value === null ? null : { value, i90, i995 })
      }),
    )
  })
}

/** The statistics of the sweeps of a world on its curves without noise: what decides where a claim is true. */
export function plantedTruth(world: string, choices: Choices): Shown[] {
  return judgedPlaces.map((place) => show([plantedCurveOf(world, place)], choices))
}
