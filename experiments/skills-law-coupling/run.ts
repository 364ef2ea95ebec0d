import type { Findings, RunContext } from '@lawbook/experiment'
import type { CouplingChoices } from './choices.ts'
import { judgeCoupling } from './estimate.ts'
import { levelRows, neverRows } from './groundTables.ts'
import { measuresOf } from './measures.ts'
import { notesOf } from './notes.ts'
import { nullRows, worldTables } from './plantedTables.ts'
import { readObserved, sceneOf } from './scene.ts'
import { contrastRows, correlationRows, errorRows, routerRows } from './tables.ts'

/** From evidence rows to measures and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<CouplingChoices>): Promise<Findings> {
  const observed = readObserved(evidence)
  const scene = sceneOf(observed, { size: choices.size, wording: choices.wording })
  const judged = judgeCoupling(scene, choices)
  const planting = { scene, choices, stream, progress }
  const { worlds, recognition } = worldTables(planting)
  const tables = {
    routers: routerRows(observed, choices),
    levels: levelRows(observed, choices),
    never: neverRows(observed, choices),
    errors: errorRows(observed, choices),
    contrasts: contrastRows(observed, choices),
    correlations: correlationRows(scene, choices, stream),
    nulls: nullRows(planting),
    recognition,
    worlds,
  }
  const measures = measuresOf(observed, scene, judged, choices)
  return { measures, fits: [], tables, notes: notesOf({ measures, tables, judged, choices }) }
}
