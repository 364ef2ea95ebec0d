import type { StreamFactory } from '@lawbook/base'
import type { Findings, Progress } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import type { TransferChoices } from './choices.ts'
import { readEvidence } from './evidence.ts'
import { type Counting, judgedMeasures, shownMeasures } from './measures.ts'
import { powerRows } from './power.ts'
import { armRows, domainRows, effectRows, shareRows } from './tables.ts'
import { plantedRows } from './worlds.ts'

type Running = {
  readonly evidence: Readonly<Record<string, readonly Row[]>>
  readonly choices: TransferChoices
  readonly stream: StreamFactory
  readonly progress: Progress
}

/** From outcomes by router and task to measures and tables. `published`: the gain that the paper prints, in points. */
export function runTransfer(
  { evidence, choices, stream, progress }: Running,
  counting: Counting & { readonly published: number; readonly notes: readonly string[] },
): Findings {
  const observed = readEvidence(evidence)
  const { metric, published, notes } = counting
  progress(0, 2, 'planted worlds')
  const worlds = plantedRows({ observed, metric, published, replicates: choices.replicates, stream })
  progress(1, 2, 'measures')
  const copy = (table: readonly Row[]): Row[] => table.map((row) => ({ ...row }))
  return {
    measures: [...judgedMeasures(observed, counting), ...shownMeasures(observed, counting)],
    fits: [],
    tables: {
      arms: armRows(observed, counting),
      effects: effectRows(observed, counting),
      shares: shareRows(observed, counting),
      domains: domainRows(observed, counting),
      bounds: copy(observed.bounds),
      libraries: copy(observed.libraries),
      power: powerRows(observed.tasks.length, published),
      worlds,
    },
    notes: [
      'Recipes are executed and the tasks’ own checkers judge. No language model was asked: this tests how routing carries over to outcomes, not what agents can do.',
      'The published levels belong to agents, tasks and runs that are not known: they are not testable here.',
      ...notes,
    ],
  }
}
