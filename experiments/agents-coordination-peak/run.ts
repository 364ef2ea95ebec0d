import type { Findings, RunContext } from '@lawbook/experiment'
import { baselineMeasures } from './baseline.ts'
import { benefitLineRows, benefitRows, cellRows } from './benefit.ts'
import { bestSizeRows, locate } from './bestSizes.ts'
import type { PeakChoices } from './choices.ts'
import { controlMeasure, controlRows, gapMeasure, pairMeasure, pairRows, pairsOf } from './control.ts'
import { designRows } from './design.ts'
import { fitRecords } from './fits.ts'
import { gainMeasure } from './gains.ts'
import { notesOf } from './notes.ts'
import { figuresOf } from './observe.ts'
import { decisiveMeasure, groundOf, peakMeasure } from './peak.ts'
import { returnsMeasure } from './returns.ts'
import { sequentialMeasure } from './sequential.ts'
import { sweepsOf } from './sweeps.ts'
import { sweepRows, toldRows } from './tables.ts'
import { scoresOf } from './teamBench.ts'
import { plantedWorlds } from './worlds.ts'

/** From figures over team size to where success peaks, what teams lose on one agent, and who benefits. */
export async function run({ evidence, choices, stream, progress }: RunContext<PeakChoices>): Promise<Findings> {
  const figures = figuresOf(evidence, 'sweeps')
  const teams = figuresOf(evidence, 'teams')
  const sweeps = sweepsOf(figures, evidence.sources ?? [], choices.studies)
  const located = locate(sweeps, choices.draws, stream)
  const ground = groundOf(located, choices)
  const measures = [
    peakMeasure(ground, choices),
    returnsMeasure(ground, choices),
    decisiveMeasure(ground),
    sequentialMeasure(figures, choices),
    gainMeasure(figures, 'self-organised', 'doubling-self-organised'),
    gainMeasure(figures, 'pre-assigned', 'doubling-pre-assigned'),
    controlMeasure(figures, choices),
    gapMeasure(figures, choices),
    pairMeasure(figures),
    ...baselineMeasures(teams, choices),
  ]
  const { worlds, coverage, curves, runsNeeded, naiveByChecks } = plantedWorlds({ choices, stream, progress })
  return {
    measures,
    fits: fitRecords(sweeps, choices),
    tables: {
      designs: designRows(sweeps, choices.band),
      'best-sizes': bestSizeRows(located, ground.judged),
      sweeps: sweepRows(located),
      told: toldRows(figures),
      control: controlRows(pairsOf(figures)),
      pairs: pairRows(figures),
      benefit: benefitRows(teams, choices),
      'benefit-lines': benefitLineRows(teams),
      cells: cellRows(teams),
      worlds,
      coverage,
      'world-curves': curves,
      'runs-needed': runsNeeded,
      'naive-by-checks': naiveByChecks,
    },
    notes: notesOf({ figures, located, ground, worlds, naiveByChecks, scores: scoresOf(teams), choices }),
  }
}
