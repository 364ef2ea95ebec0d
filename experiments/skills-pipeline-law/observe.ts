import type { Evidence, ObserveContext } from '@lawbook/experiment'
import type { pipelineVectors } from '@lawbook/pipeline-vectors'
import { type ArmId, observePipelines, pipelineRows } from '@lawbook/pipelines'
import { chosenPointwise } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import type { skillLibrary } from '@lawbook/skill-library'
import type { skillPipelines } from '@lawbook/skill-pipelines'
import { alikeShares } from './alike.ts'
import type { PipelineChoices } from './choices.ts'

type Data = {
  readonly library: typeof skillLibrary
  readonly pipelines: typeof skillPipelines
  readonly vectors: typeof pipelineVectors
}

/** What is kept of an arm: chances of each step, and of all steps up to each. */
type Kept = { readonly steps: boolean; readonly together: boolean }
const [both, steps, together]: readonly Kept[] = [
  { steps: true, together: true },
  { steps: true, together: false },
  { steps: false, together: true },
] as const

/** The ways in which every router is asked. */
const ofAll: Readonly<Partial<Record<ArmId, Kept>>> = {
  alone: both,
  other: steps,
  plan: both,
  state: both,
}
/** The ways in which routers that are not deaf are asked: the plan, and its baseline, without the plan's own skills. */
const ofHearing: Readonly<Partial<Record<ArmId, Kept>>> = {
  permuted: steps,
  'plan-removed': together,
  'alone-removed': steps,
  'plan-apart': together,
  'alone-apart': steps,
}

/** Ask every router every step in every way, and keep how many competitors stand in the way of each. */
export async function observe({
  data: { library, pipelines, vectors },
  choices,
  progress,
}: ObserveContext<Data, PipelineChoices>): Promise<Evidence> {
  const routers = chosenPointwise(choices.routers)
  const asking = { data: pipelines, library, routers, resources: vectors, progress }
  const alike = await alikeShares(asking)
  const hearing = routers.filter(({ id, kin }) => !(alike.get(id)! > choices.deafAbove) && kin !== 'floor')
  const counted = async (some: typeof routers, kept: typeof ofAll): Promise<Row[]> => {
    const { counts } = await observePipelines({ ...asking, routers: some }, Object.keys(kept) as ArmId[])
    return counts.map((row) => only(row, kept[row.arm as ArmId]!))
  }
  return {
    tables: {
      pipelines: pipelineRows(pipelines, library),
      routers: routers.map(
        ({ id, title, short, kin, source }): Row => ({ id, title, short, kin, source, alike: alike.get(id)! }),
      ),
      counts: [...(await counted(routers, ofAll)), ...(await counted(hearing, ofHearing))],
    },
    attrition: pipelines.attrition,
    // Exact expectations: no library is drawn.
    decisions: 0,
  }
}

/** A text of no cells. */
const nothing = ';'

/** A row without what nothing reads; no arm here holds a skill beside a plan's own. */
function only(row: Row, kept: Kept): Row {
  return {
    ...row,
    steps: kept.steps ? row.steps! : nothing,
    together: kept.together ? row.together! : nothing,
    beside: null,
  }
}
