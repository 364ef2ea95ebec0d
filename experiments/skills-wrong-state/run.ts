import type { Findings, RunContext } from '@lawbook/experiment'
import type { WrongStateChoices } from './choices.ts'
import { measuresOf } from './measures.ts'
import { notesOf } from './notes.ts'
import { readObserved } from './panel.ts'
import { effectRows, lawRows, productRows, routerRows, routingRows } from './tables.ts'
import { plantedRows } from './worlds.ts'

/** From counts of competitors and what checks said to measures and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<WrongStateChoices>): Promise<Findings> {
  const observed = readObserved(evidence, choices)
  progress(0, 2, 'planted worlds')
  const worlds = plantedRows({ panel: observed.panel(observed.judged, choices.size), choices, stream })
  progress(1, 2, 'measures')
  const effects = effectRows(observed, choices)
  const products = productRows(observed)
  const law = lawRows(effects, choices)
  return {
    measures: measuresOf(observed, choices),
    fits: [],
    tables: {
      effects,
      routing: routingRows(observed, choices),
      products,
      law,
      routers: routerRows(observed, choices),
      worlds,
    },
    notes: notesOf(observed, { products, law }, choices),
  }
}
