import type { Evidence, ObserveContext } from '@lawbook/experiment'
import type { pipelineVectors } from '@lawbook/pipeline-vectors'
import {
  type ArmId,
  judgedRouters,
  observePipelines,
  type Pipelines,
  pipelineRows,
  readEvidence,
} from '@lawbook/pipelines'
import { chosenPointwise } from '@lawbook/routers'
import type { Ledger, Row } from '@lawbook/schemas'
import type { skillLibrary } from '@lawbook/skill-library'
import type { skillPipelines } from '@lawbook/skill-pipelines'
import type { ExecutionChoices } from './choices.ts'
import { stateRows } from './states.ts'

type Data = {
  readonly library: typeof skillLibrary
  readonly pipelines: typeof skillPipelines
  readonly vectors: typeof pipelineVectors
}

/** Arms that are kept of every router, and those that are kept of judged ones. */
const shownArms: readonly ArmId[] = ['alone', 'other', 'state', 'placebo-present']
const judgedArms: readonly ArmId[] = [
  'plan',
  'plan-removed',
  'asserted',
  'state-removed',
  'placebo',
  'placebo-removed',
  'asserted-removed',
]

/**
 * Ask every router every step of every pipeline under each condition, and keep what stands in the way of the pairs: single
 * steps and chains are asked with them, since the ranks are shared with other experiments, and belong to those.
 */
export async function observe({ data, choices, progress }: ObserveContext<Data, ExecutionChoices>): Promise<Evidence> {
  const { library, pipelines, vectors } = data
  const routers = chosenPointwise(choices.routers)
  const asking = { data: pipelines, library, routers, resources: vectors, progress }
  const asked = await observePipelines(asking, [...shownArms, ...judgedArms], { closedLoop: true })
  const isPair = (_: unknown, i: number): boolean => pipelines.pipelines[i]!.class !== null
  const cells = (text: unknown, mark: string): string => String(text).split(mark).filter(isPair).join(mark)
  const rows = pipelineRows(pipelines, library).filter(isPair)
  const counts = asked.counts.map(
    (row): Row => ({
      ...row,
      steps: cells(row.steps, ';'),
      together: cells(row.together, ';'),
      beside: cells(row.beside, ''),
    }),
  )
  const evidence = readEvidence({ pipelines: rows, counts })
  const judged = new Set(
    judgedRouters(evidence, routers, choices.eligible).flatMap(({ id, eligible }) => (eligible ? [id] : [])),
  )
  const states = stateRows(pipelines)
  return {
    tables: {
      routers: routers.map(({ id, title, short, kin, source }): Row => ({ id, title, short, kin, source })),
      pipelines: rows,
      states,
      counts: counts.filter(({ router, arm }) => judged.has(String(router)) || shownArms.some((id) => id === arm)),
      ways: asked.ways
        .filter(({ router }) => judged.has(String(router)))
        .map((row): Row => ({ ...row, ways: cells(row.ways, ';') })),
    },
    attrition: [...pipelines.attrition, ...ledgers(pipelines, states)],
    decisions: 0,
  }
}

function ledgers({ pipelines }: Pipelines, states: readonly Row[]): Ledger[] {
  const leaks = states.filter((row) => row.leaks === true).length
  return [
    {
      stage: 'pipelines of two steps',
      planned: pipelines.length,
      used: states.length,
      excluded: [{ reason: 'single steps and chains: for other experiments', n: pipelines.length - states.length }],
      failed: 0,
      missing: 0,
    },
    {
      stage: 'pairs whose state is judged',
      planned: states.length,
      used: states.length - leaks,
      excluded: [{ reason: 'the executed state names the skill of the second step', n: leaks }],
      failed: 0,
      missing: 0,
    },
  ]
}
