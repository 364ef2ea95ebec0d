import { fail } from '@lawbook/base'
import { type Execution, type Files, type Judgement, stateOf, stateText, type Task } from '@lawbook/execution'
import { executeAll, type Job } from './batch.ts'
import { judge } from './judge.ts'
import { randomOf } from './seeded.ts'
import type { SkillFolder } from './skillFolders.ts'
import type { WrittenPipeline } from './written.ts'

/** A step of a pipeline whose steps so far were done by the right skills. */
export type RightStep = {
  readonly skill: SkillFolder
  readonly before: Files
  readonly task: Task
  readonly execution: Execution
  readonly judgement: Judgement
  /** What a router is told of what it left. */
  readonly state: string
}

/** A pipeline with every step done by its right skill, until one fails. */
export type RightRun = { readonly pipeline: WrittenPipeline; readonly steps: readonly RightStep[] }

/** The files of a pipeline's inputs, seeded by its id. */
export async function inputsOf({ id, inputs }: WrittenPipeline): Promise<Files> {
  const made = await Promise.all(
    inputs.map(async (input) => {
      const module = (await import(`./inputs/${input}.ts`).catch(() =>
        fail('LB_DANGLING', `the pipeline ${id} names the input ${input}; there is no inputs/${input}.ts`),
      )) as { default(random: ReturnType<typeof randomOf>): Files }
      return [...module.default(randomOf(id, input))]
    }),
  )
  return new Map(made.flat().sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Do all pipelines step by step: first steps together, then second ones, and so on. A step that fails ends its pipeline. */
export async function rightRuns(
  pipelines: readonly WrittenPipeline[],
  skillOf: (name: string) => SkillFolder,
): Promise<RightRun[]> {
  const runs = await Promise.all(
    pipelines.map(async (pipeline) => ({ pipeline, start: await inputsOf(pipeline), steps: [] as RightStep[] })),
  )
  const longest = Math.max(...pipelines.map(({ steps }) => steps.length))
  for (let k = 0; k < longest; k++) {
    const going = runs.filter(
      ({ pipeline, steps }) => k < pipeline.steps.length && steps.every(passed) && steps.length === k,
    )
    const jobs = going.map(({ pipeline, start, steps }): Job => {
      const last = steps.at(-1)?.execution
      const { skill, input } = pipeline.steps[k]!
      return { skill: skillOf(skill), files: last?.after ?? start, task: { input, previous: last?.changed ?? [] } }
    })
    const done = await executeAll(jobs, rightStep)
    for (const [i, step] of done.entries()) going[i]!.steps.push(step)
  }
  return runs.map(({ pipeline, steps }) => ({ pipeline, steps }))
}

/** Whether the right skill did the step. */
export function passed({ judgement }: RightStep): boolean {
  return judgement.verdict === 'pass'
}

async function rightStep(execution: Execution, { skill, files, task }: Job): Promise<RightStep> {
  const { after, changed } = execution
  const judgement = await judge(skill, execution, { before: files, after, ...task }, changed)
  return { skill, before: files, task, execution, judgement, state: stateText(stateOf(files, after)) }
}
