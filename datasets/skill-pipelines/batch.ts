import { availableParallelism } from 'node:os'
import { type Execution, type Files, openRunner, type Task } from '@lawbook/execution'
import type { SkillFolder } from './skillFolders.ts'

/** One execution that is wanted: a skill, the workspace it finds, what it is asked. */
export type Job = { readonly skill: SkillFolder; readonly files: Files; readonly task: Task }

/**
 * Execute jobs in sandboxes, those of one skill one after the other in one process, several skills at a time, and keep what
 * `then` makes of each, in the order given. What comes out does not depend on the order in which they run.
 */
export async function executeAll<J extends Job, T>(
  jobs: readonly J[],
  then: (execution: Execution, job: J) => Promise<T>,
  progress: (done: number) => void = () => {},
): Promise<T[]> {
  const groups = new Map<SkillFolder, number[]>()
  for (const [i, { skill }] of jobs.entries()) groups.set(skill, [...(groups.get(skill) ?? []), i])
  const bySkill = [...groups.values()]
  const results: T[] = new Array(jobs.length)
  let done = 0
  const worker = async (): Promise<void> => {
    for (let group = bySkill.shift(); group !== undefined; group = bySkill.shift()) {
      const runner = await openRunner(jobs[group[0]!]!.skill.bundle)
      try {
        for (const i of group) {
          const job = jobs[i]!
          results[i] = await then(await runner.execute(job.files, job.task), job)
          progress(++done)
        }
      } finally {
        await runner.close()
      }
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return results
}
