import { fail } from '@lawbook/base'
import type { Pipeline, Pipelines } from '@lawbook/execution'
import { afterAccepted, pipelineRequests, requestId } from '@lawbook/execution'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import { type Library, libraryOf, type Resources } from '@lawbook/skills'
import { rankings } from '@lawbook/sweeps'
import { type Arm, type ArmId, arms } from './arms.ts'
import { countWays, type Way, writeWays } from './closedLoop.ts'
import { type AskedStep, countArm } from './countArm.ts'
import { writeCounts } from './counts.ts'

export type Asking = {
  readonly data: Pipelines
  /** The real library; the executable skills are put into it. */
  readonly library: Library
  readonly routers: readonly PointwiseRouter[]
  readonly resources: Resources
  readonly progress?: (done: number, total: number, label: string) => void
}

/** The real skills with the executable ones among them. */
export function pipelineLibrary(library: Library, { skills }: Pipelines): Library {
  return libraryOf([...library.skills, ...skills.map(({ skill }) => skill)])
}

/**
 * Ask every router every request of every condition once, in the library of real and executable skills together, and keep
 * for each arm how many competitors stand in the way. The ranks are shared by all experiments that ask through here.
 *
 * `counts`: a row a (router, arm): `steps` and `together` are the pipelines' texts in the order of the table `pipelines`,
 * divided by `;`, steps within a pipeline by spaces, empty where the arm does not apply; `beside` has a letter a pipeline:
 * `h` where the arm holds a skill beside the pipeline's own in every library, `o` where in none, `-` where it has no such. `ways`: a row a router, the closed
 * loop of every pair, divided by `;`, if `closedLoop` is asked for.
 */
export async function observePipelines(
  { data, library, routers, resources, progress = () => {} }: Asking,
  armIds: readonly ArmId[],
  { closedLoop = false }: { readonly closedLoop?: boolean } = {},
): Promise<{ readonly counts: Row[]; readonly ways: Row[] }> {
  const whole = pipelineLibrary(library, data)
  const requests = pipelineRequests(data)
  const rowOf = new Map(requests.map(({ id }, i) => [id, i]))
  const place = new Map(whole.skills.map(({ id }, j) => [id, j]))
  const skillAt = (id: string): number => place.get(id) ?? fail('LB_DANGLING', `there is no skill ${id} in the library`)
  const idOf = (j: number): string => whole.skills[j]!.id
  const besideOf = (arm: Arm, pipeline: Pipeline): number | null =>
    arm.beside === undefined || arm.conditions(pipeline) === null ? null : skillAt(arm.beside(data.pipelines, pipeline))
  const counts: Row[] = []
  const ways: Row[] = []
  for await (const { router, matrix } of rankings({ routers, library: whole, requests, resources, progress })) {
    const asked = (pipeline: Pipeline, step: number, condition: string): AskedStep => {
      const request = requestId(pipeline.id, step, condition)
      const at = rowOf.get(request) ?? fail('LB_DANGLING', `there is no request ${request}`)
      const row = matrix.ranks.subarray(at * matrix.skills, (at + 1) * matrix.skills)
      return { skill: skillAt(pipeline.steps[step]!.skill), row, request }
    }
    for (const id of armIds) {
      const arm: Arm = arms[id]
      const found = data.pipelines.map((pipeline) => {
        const steps = arm.conditions(pipeline)?.map((condition, k) => asked(pipeline, k, condition))
        return steps === undefined ? null : countArm(steps, idOf, arm.removed, besideOf(arm, pipeline))
      })
      const beside = data.pipelines.map((pipeline) => {
        const skill = besideOf(arm, pipeline)
        const own = pipeline.steps.some((step) => skill !== null && skillAt(step.skill) === skill)
        return skill === null || own ? '-' : arm.removed ? 'o' : 'h'
      })
      const text = (of: 'steps' | 'together'): string =>
        found.map((one) => (one === null ? '' : one[of].map(writeCounts).join(' '))).join(';')
      counts.push({
        router: router.id,
        arm: id,
        steps: text('steps'),
        together: text('together'),
        beside: beside.join(''),
      })
    }
    if (closedLoop) {
      const text = data.pipelines.map((pipeline) => {
        if (pipeline.class === null) return ''
        const own = [skillAt(pipeline.steps[0]!.skill), skillAt(pipeline.steps[1]!.skill)] as const
        const all = pipeline.completions.map(({ first, second }): Way => {
          const condition = first === pipeline.steps[0]!.skill ? 'state' : afterAccepted(first)
          return { first: skillAt(first), second: skillAt(second), after: asked(pipeline, 1, condition) }
        })
        return writeWays(countWays(asked(pipeline, 0, 'alone'), own, all, idOf))
      })
      ways.push({ router: router.id, ways: text.join(';') })
    }
  }
  return { counts, ways }
}

/** The pipelines as evidence rows: what `run` must know of them, no text. */
export function pipelineRows({ pipelines, skills }: Pipelines, library: Library): Row[] {
  const size = library.skills.length + skills.length
  const family = new Map(skills.map((one) => [one.skill.id, one.family]))
  const name = new Map(skills.map((one) => [one.skill.id, one.skill.name]))
  return pipelines.map((pipeline) => ({
    pipeline: pipeline.id,
    class: pipeline.class,
    length: pipeline.steps.length,
    skills: pipeline.steps.map(({ skill }) => name.get(skill)!).join(' '),
    families: pipeline.steps.map(({ skill }) => family.get(skill)!).join(' '),
    competitors: size - new Set(pipeline.steps.map(({ skill }) => skill)).size,
  }))
}
