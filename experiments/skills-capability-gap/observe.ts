import type { DataHandle, Evidence, ObserveContext } from '@lawbook/experiment'
import { type ArmId, observePipelines, type Pipelines, pipelineRows } from '@lawbook/pipelines'
import { chosenPointwise } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import type { Library, Resources } from '@lawbook/skills'
import type { GapChoices } from './choices.ts'
import { onlyPairs } from './onlyPairs.ts'

type Data = {
  readonly library: DataHandle<Library>
  readonly pipelines: DataHandle<Pipelines>
  readonly vectors: DataHandle<Required<Resources>>
}

type Column = 'steps' | 'together'

/** The arms that are asked, each with what is read of it: the steps' own counts, those of both steps together, or both. */
const read: Readonly<Partial<Record<ArmId, readonly Column[]>>> = {
  alone: ['steps', 'together'],
  'alone-removed': ['steps'],
  other: ['steps'],
  plan: ['together'],
  'plan-removed': ['together'],
  state: ['steps', 'together'],
  'state-removed': ['together'],
  'placebo-present': ['steps', 'together'],
  'placebo-removed': ['steps', 'together'],
}

/** A row of counts with nothing at any pair in the columns that nothing reads: unknown, never zero. */
function onlyRead(row: Row): Row {
  const columns = read[row.arm as ArmId]!
  const cell = (column: Column): string =>
    columns.includes(column) ? String(row[column]) : String(row[column]).replace(/[^;]/g, '')
  return { ...row, steps: cell('steps'), together: cell('together') }
}

/**
 * Ask every router both steps of every pair in both wordings, with the whole plan, with the executed state and with a
 * placebo, with the first skill in the library and gone from it, and follow the closed loop: choose, execute, choose,
 * execute, check. Only pairs are kept.
 */
export async function observe({ data, choices, progress }: ObserveContext<Data, GapChoices>): Promise<Evidence> {
  const { library, pipelines, vectors } = data
  const routers = chosenPointwise(choices.routers)
  const { counts, ways } = await observePipelines(
    { data: pipelines, library, routers, resources: vectors, progress },
    Object.keys(read) as ArmId[],
    { closedLoop: true },
  )
  const kept = pipelines.pipelines.map((pipeline) => pipeline.class !== null)
  const pairs = kept.filter((pair) => pair).length
  return {
    tables: {
      pipelines: pipelineRows(pipelines, library).filter((_, p) => kept[p]),
      routers: routers.map(({ id, title, short, kin, source }) => ({ id, title, short, kin, source })),
      counts: onlyPairs(counts, ['steps', 'together'], kept).map(onlyRead),
      ways: onlyPairs(ways, ['ways'], kept),
    },
    attrition: [
      ...pipelines.attrition,
      {
        stage: 'pipelines that are pairs',
        planned: kept.length,
        used: pairs,
        excluded: [{ reason: 'a chain or a single step: it has no gap', n: kept.length - pairs }],
        failed: 0,
        missing: 0,
      },
    ],
    decisions: 0,
  }
}
