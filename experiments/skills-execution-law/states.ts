import { fail } from '@lawbook/base'
import { type Pipelines, pipelineRequests } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import { namesSkill, type Skill, tokens } from '@lawbook/skills'

/**
 * One row a pair on what the second step's router is told: how long the executed and the placebo state are (characters), how
 * many distinct words (stems) each shares with the name and description of the right second skill, and whether the executed
 * state gives that skill's name away, which the step's own text does not. Counts only.
 */
export function stateRows(data: Pipelines): Row[] {
  const skillOf = new Map(data.skills.map(({ skill }) => [skill.id, skill]))
  const textOf = new Map(pipelineRequests(data).map(({ id, text }) => [id, text]))
  return data.pipelines
    .filter((pipeline) => pipeline.class !== null)
    .map(({ id, steps }): Row => {
      const step = steps[1]!
      const skill = skillOf.get(step.skill)!
      const shown = (condition: string): string => {
        const request = `${id}/1/${condition}`
        const text = textOf.get(request) ?? fail('LB_DANGLING', `there is no request ${request}`)
        return text.slice(step.text.length).trimStart()
      }
      const [own, placebo] = [shown('state'), shown('placebo')]
      return {
        pipeline: id,
        own: own.length,
        placebo: placebo.length,
        'own words': sharedWords(own, skill),
        'placebo words': sharedWords(placebo, skill),
        leaks: leaks(own, step.text, skill.name),
        'placebo leaks': leaks(placebo, step.text, skill.name),
      }
    })
}

/** A state names a skill that the step itself does not name. */
function leaks(state: string, text: string, name: string): boolean {
  return namesSkill(state, name) && !namesSkill(text, name)
}

function sharedWords(state: string, { name, description }: Skill): number {
  const listed = new Set(tokens(`${name} ${description}`))
  return [...new Set(tokens(state))].filter((word) => listed.has(word)).length
}
