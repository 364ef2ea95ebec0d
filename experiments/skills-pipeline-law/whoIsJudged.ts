import { judgedRouters, type PipelineEvidence } from '@lawbook/pipelines'
import type { Eligibility } from '@lawbook/sweeps'
import type { PipelineChoices } from './choices.ts'
import type { StudyRouter } from './study.ts'

/** A router as the evidence knows it; `alike`: the share of pairs whose two steps get the same ranks in the plan. */
export type AskedRouter = StudyRouter & { readonly title: string; readonly alike: number }
export type KnownRouter = Eligibility<AskedRouter>

/** The shared rule of who is judged, among routers that the plan can tell which step is asked. In the order given. */
export function whoIsJudged(
  evidence: PipelineEvidence,
  routers: readonly AskedRouter[],
  choices: PipelineChoices,
): KnownRouter[] {
  const hears = ({ alike }: AskedRouter): boolean => !(alike > choices.deafAbove)
  const judged = new Map(judgedRouters(evidence, routers.filter(hears), choices.eligible).map((one) => [one.id, one]))
  return judgedRouters(evidence, routers, choices.eligible).map(
    (one) =>
      judged.get(one.id) ?? {
        ...one,
        eligible: false,
        reason: `gives both steps of ${(100 * one.alike).toFixed(0)} % of the pairs the same ranks: the plan cannot tell it which step is asked`,
      },
  )
}

/** One router of every kin that is accurate enough, whether the plan can tell it anything or not. */
export function everyKin(
  evidence: PipelineEvidence,
  routers: readonly AskedRouter[],
  choices: PipelineChoices,
): AskedRouter[] {
  return judgedRouters(evidence, routers, choices.eligible).filter(({ eligible }) => eligible)
}
