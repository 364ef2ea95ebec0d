import type { AgentSource } from '@lawbook/agent-runs'
import type { Findings, RunContext } from '@lawbook/experiment'
import { acrossRows, withinRows } from './across.ts'
import type { Choices } from './choices.ts'
import { controlRows } from './control.ts'
import { exponentRows } from './exponents.ts'
import { fitRecords } from './fits.ts'
import { trySweep } from './judge.ts'
import { judgedPlaces, sweepPlaces } from './ladders.ts'
import { judgedMeasures, shownMeasures } from './measures.ts'
import { notesOf } from './notes.ts'
import type { SweepTables } from './observe.ts'
import { worldTable } from './plantedTable.ts'
import { searchWithZeros, sweepsOf } from './sweeps.ts'
import { errorRows, forecastRows, lossRows, sweepRows, truncationTable } from './tables.ts'
import { unlessBlind } from './tellable.ts'

/** From evidence rows to measures, fits and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<Choices>): Promise<Findings> {
  const rows = evidence as unknown as SweepTables &
    Record<'truncations' | 'agents' | 'sources', Findings['tables'][string]>
  const judged = sweepsOf(judgedPlaces, rows, choices)
  const others = [
    ...sweepsOf(
      sweepPlaces.filter(({ replaces }) => replaces !== null),
      rows,
      choices,
    ),
    searchWithZeros(rows, choices),
  ]
  const tried = judged.map((sweep) => trySweep(sweep, choices, stream))
  progress(1, 3, 'sweeps')
  const otherTried = others.map((sweep) => trySweep(sweep, choices, stream))
  const { points, forecasts } = forecastRows(tried, choices)
  const truncations = truncationTable(rows.truncations)
  const across = acrossRows(rows.agents)
  const control = controlRows(choices, stream)
  const logLines = [...across.lines, ...withinRows(judged)]
  progress(2, 3, 'planted worlds')
  const worlds = worldTable(choices, stream)
  return {
    measures: [
      ...unlessBlind(judgedMeasures(tried, otherTried, choices), worlds, choices),
      ...shownMeasures(tried, choices),
    ],
    fits: fitRecords(judged, choices),
    tables: {
      sweeps: sweepRows(tried, choices),
      errors: errorRows(tried),
      points,
      forecasts,
      exponents: exponentRows(judged),
      losses: lossRows(tried, choices),
      truncations: truncations.curves,
      'truncation-fits': truncations.fits,
      agents: across.points,
      'log-lines': logLines,
      control: control.curves,
      'control-errors': control.errors,
      worlds,
    },
    notes: notesOf(tried, logLines, truncations.fits, rows.sources as unknown as readonly AgentSource[]),
  }
}
