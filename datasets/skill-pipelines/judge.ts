import { type Execution, type Files, type Judgement, runCheck, type Task } from '@lawbook/execution'
import type { SkillFolder } from './skillFolders.ts'

/**
 * What the check of a skill says of a step. An execution that was not done fails with its message, and one that removed or
 * changed a file it found fails before the check is asked; `written` are the names that the right skill left new or changed
 * when it did the step, the only ones that may change in place.
 */
export async function judge(
  { check }: SkillFolder,
  { outcome, message }: Execution,
  step: { readonly before: Files; readonly after: Files } & Task,
  written: readonly string[],
): Promise<Judgement> {
  if (outcome !== 'done') return { verdict: 'fail', reasons: [`${outcome}: ${message}`] }
  const harm = harmOf(step, written)
  return harm.length > 0 ? { verdict: 'fail', reasons: harm } : await runCheck(check, step)
}

/** Files of the workspace that are gone, or hold something else without being what the step is to leave. */
function harmOf(
  { before, after }: { readonly before: Files; readonly after: Files },
  written: readonly string[],
): string[] {
  return [...before].flatMap(([name, bytes]) => {
    const left = after.get(name)
    if (left === undefined) return [`${name} is gone`]
    const kept = Buffer.compare(bytes, left) === 0 || written.includes(name)
    return kept ? [] : [`${name} was changed, which was not asked`]
  })
}
