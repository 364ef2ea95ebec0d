import type { Findings, RunContext } from '@lawbook/experiment'
import { readEvidence } from '@lawbook/pipelines'
import type { GapChoices } from './choices.ts'
import { measuresOf } from './measures.ts'
import { notesOf } from './notes.ts'
import { panelFrom } from './panel.ts'
import { askedRouters, chancesOf, primary } from './readings.ts'
import { binRows, curveRows, formRows, ladderRows, pairRows, pointRows, regimeRows, routerRows } from './tables.ts'
import { worldRows } from './worlds.ts'

/** From counts to measures and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<GapChoices>): Promise<Findings> {
  const read = readEvidence(evidence)
  const asked = askedRouters(read, evidence.routers ?? [], choices)
  const judged = asked.filter(({ eligible }) => eligible)
  const chances = chancesOf(read, judged, primary(choices))
  const panel = panelFrom(chances)
  progress(0, 2, 'measures')
  const measures = measuresOf(read, judged, choices)
  const forms = formRows(panel, chances, choices)
  const regimes = regimeRows(read, judged, choices)
  progress(1, 2, 'planted worlds')
  const worlds = worldRows(panel, choices, stream)
  return {
    measures,
    fits: [],
    tables: {
      routers: routerRows(asked),
      points: pointRows(read, judged, chances, panel),
      pairs: pairRows(read, chances, panel),
      bins: binRows(read, judged, choices),
      regimes,
      ladder: ladderRows(read, judged, choices),
      forms,
      curves: curveRows(panel, chances, choices),
      worlds,
    },
    notes: notesOf({ evidence: read, asked, chances, forms, regimes, worlds, choices }),
  }
}
