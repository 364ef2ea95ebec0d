import { fail } from '@lawbook/base'
import type { Request } from '@lawbook/skills'
import { placeboOf } from './placebo.ts'
import type { Pipeline, PipelineStep, Pipelines } from './records.ts'

/**
 * What a router is shown at a step, always with the step's own text:
 * - `alone`: nothing else; `other`: the other wording, nothing else
 * - `plan`: the texts of all steps, in order; the step's own text stands first, which is how a router that knows no
 *   numbers is told which step it is at; `permuted`: the same with the plan's lines in another order
 * - `state`: the record of what the step before left when it was executed
 * - `placebo`: the record that the first step of another pair left; `asserted`: the text of the step before with the
 *   word that it is done, nothing executed; `wrong-0`, `wrong-1`: the record that a wrong first skill left
 */
export type Condition = 'alone' | 'other' | 'plan' | 'permuted' | 'state' | 'placebo' | 'asserted' | `wrong-${number}`

/** The id of the request of a step under a condition. */
export function requestId(pipeline: string, step: number, condition: string): string {
  return `${pipeline}/${step}/${condition}`
}

/** The condition of a second step after an accepted first skill other than the right one. */
export function afterAccepted(skill: string): string {
  return `after ${skill}`
}

/** Every request that any arm asks, each once, in the order of the pipelines. */
export function pipelineRequests({ pipelines, skills }: Pipelines): Request[] {
  const family = new Map(skills.map((one) => [one.skill.id, one.family]))
  return pipelines.flatMap((pipeline) =>
    pipeline.steps.flatMap((step, k) =>
      [...textsOf(pipelines, pipeline, k)].map(
        ([condition, text]): Request => ({
          id: requestId(pipeline.id, k, condition),
          skill: step.skill,
          wording: 'direct',
          domain:
            family.get(step.skill) ??
            fail('LB_DANGLING', `pipeline ${pipeline.id} names the skill ${step.skill}, which is not executable`),
          abstract: false,
          text,
        }),
      ),
    ),
  )
}

/** The texts of one step by condition. */
function textsOf(all: readonly Pipeline[], pipeline: Pipeline, k: number): Map<string, string> {
  const { steps } = pipeline
  const step = steps[k]!
  const texts = new Map<string, string>([['alone', step.text]])
  if (step.other !== null) texts.set('other', step.other)
  if (steps.length === 1) return texts
  texts.set('plan', planText(step, steps))
  if (pipeline.class === null) texts.set('permuted', planText(step, permuted(steps)))
  if (k === 0) return texts
  const before = steps[k - 1]!
  texts.set('state', withState(step, before.state))
  if (pipeline.class === null) return texts
  texts.set('placebo', withState(step, placeboOf(all, pipeline).steps[0]!.state))
  texts.set('asserted', withState(step, `The step before is done: ${before.text}`))
  pipeline.wrong.forEach(({ state }, i) => void texts.set(`wrong-${i}`, withState(step, state)))
  for (const { skill, state } of before.accepted.slice(1)) texts.set(afterAccepted(skill), withState(step, state))
  return texts
}

function planText(step: PipelineStep, plan: readonly PipelineStep[]): string {
  return `${step.text}\n\nThe whole plan:\n${plan.map(({ text }, i) => `${i + 1}. ${text}`).join('\n')}`
}

function withState(step: PipelineStep, state: string): string {
  return `${step.text}\n\n${state}`
}

/**
 * Another order of the plan's lines: those in odd places, then those in even ones (1, 3, 5, 2, 4). From five lines on no two
 * that stood next to each other still do; with three or four, the two in the middle of the new order do.
 */
function permuted(steps: readonly PipelineStep[]): PipelineStep[] {
  return [...steps.filter((_, i) => i % 2 === 0), ...steps.filter((_, i) => i % 2 === 1)]
}
