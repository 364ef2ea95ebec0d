import { fail } from '@lawbook/base'
import type { Evidence, ObserveContext } from '@lawbook/experiment'
import type { pipelineVectors } from '@lawbook/pipeline-vectors'
import { observePipelines, pipelineRows } from '@lawbook/pipelines'
import { chosenPointwise } from '@lawbook/routers'
import type { skillLibrary } from '@lawbook/skill-library'
import type { skillPipelines } from '@lawbook/skill-pipelines'
import type { CouplingChoices } from './choices.ts'
import { askedArms } from './grounds.ts'
import { slopeRows } from './slopes.ts'

type Data = {
  readonly library: typeof skillLibrary
  readonly pipelines: typeof skillPipelines
  readonly vectors: typeof pipelineVectors
}

/**
 * Ask every router the second steps of all pairs from their text alone, in the other wording, with the executed state and
 * with the state of another pair, on every ground, and take over what slope the routing law gave it on other requests. Kept
 * are the steps of pairs one by one: single steps, chains and joint choices belong to other experiments.
 */
export async function observe({
  data,
  uses,
  choices,
  progress,
}: ObserveContext<Data, CouplingChoices>): Promise<Evidence> {
  const { library, pipelines, vectors } = data
  const routing = uses.routing ?? fail('LB_DATA_MISSING', 'the result of skills-routing-law is missing; run it first')
  const routers = chosenPointwise(choices.routers)
  const asking = { data: pipelines, library, routers, resources: vectors, progress }
  const asked = await observePipelines(asking, askedArms)
  const isPair = (_: unknown, i: number): boolean => pipelines.pipelines[i]!.class !== null
  const cells = (text: unknown, mark: string): string => String(text).split(mark).filter(isPair).join(mark)
  const pairs = pipelines.pipelines.filter(isPair).length
  return {
    tables: {
      pipelines: pipelineRows(pipelines, library).filter(isPair),
      routers: routers.map(({ id, title, short, kin, source }) => ({ id, title, short, kin, source })),
      slopes: slopeRows(
        routing,
        routers.map(({ id }) => id),
      ),
      counts: asked.counts.map(({ router, arm, steps, beside }) => ({
        router: router!,
        arm: arm!,
        steps: cells(steps, ';'),
        // An empty cell a pair: joint choices are not kept.
        together: ';'.repeat(pairs - 1),
        beside: cells(beside, ''),
      })),
    },
    attrition: [
      ...pipelines.attrition,
      {
        stage: 'pipelines that a second step can be rescued in',
        planned: pipelines.pipelines.length,
        used: pairs,
        excluded: [{ reason: 'no pair: a single step or a chain', n: pipelines.pipelines.length - pairs }],
        failed: 0,
        missing: 0,
      },
    ],
    decisions: 0,
  }
}
