import { fileURLToPath } from 'node:url'
import { hashJson, type Json, memo, readMemo, sha256 } from '@lawbook/base'
import { bundleSkill, type Execution, type Files, stateOf, stateText } from '@lawbook/execution'
import { executeAll } from './batch.ts'
import { judge } from './judge.ts'
import type { RightStep } from './rightRuns.ts'
import type { SkillFolder } from './skillFolders.ts'

const kind = 'skill-trials'
/** Rows are made and kept so many at a time: as many jobs of one skill as its process is used for. */
const rowsAtOnce = 40

/** A skill executed in the place of a step's right one. */
export type Trial = {
  readonly outcome: Execution['outcome']
  /** How many files it left new or changed. */
  readonly changed: number
  /** What the check of the right skill says. */
  readonly verdict: 'pass' | 'fail' | 'error'
  readonly state: string
}

/**
 * Execute every skill in the place of the right one of every step: a row a step, a trial a skill, in the orders given. A
 * step's row is kept in the cache under a hash of this module with all it imports (what executes, judges and tells of a
 * state), Node's major version, all the skills as bundled, the check with all it imports, the workspace, what is asked and
 * the names the right skill wrote; so a new pipeline executes its own steps only.
 */
export async function trials(
  steps: readonly RightStep[],
  skills: readonly SkillFolder[],
  progress: (done: number, total: number) => void,
): Promise<Trial[][]> {
  const keys = await keysOf(steps, skills)
  const kept = await Promise.all(keys.map((key) => readMemo(kind, key)))
  const missing = steps.flatMap((step, i) => (kept[i] === null ? [{ step, i }] : []))
  for (let from = 0; from < missing.length; from += rowsAtOnce) {
    const some = missing.slice(from, from + rowsAtOnce)
    const jobs = some.flatMap(({ step }) =>
      skills.map((skill) => ({ skill, files: step.before, task: step.task, step })),
    )
    const made = await executeAll(
      jobs,
      async (execution, { step }) => await trialOf(execution, step),
      (done) => progress(from * skills.length + done, missing.length * skills.length),
    )
    for (const [at, { i }] of some.entries()) {
      const row = made.slice(at * skills.length, (at + 1) * skills.length)
      kept[i] = await memo(kind, keys[i]!, async () => Buffer.from(JSON.stringify(row)))
    }
  }
  return kept.map((bytes) => JSON.parse(Buffer.from(bytes!).toString()) as Trial[])
}

async function keysOf(steps: readonly RightStep[], skills: readonly SkillFolder[]): Promise<string[]> {
  const code = hashJson({
    trials: (await bundleSkill(fileURLToPath(import.meta.url))).hash,
    node: process.versions.node.split('.')[0]!,
    skills: skills.map(({ bundle }) => bundle.hash),
  })
  return steps.map(({ skill, before, task, execution: { changed } }) =>
    hashJson({
      code,
      check: skill.checkHash,
      files: hashOf(before),
      task: task as unknown as Json,
      written: [...changed],
    }),
  )
}

async function trialOf(execution: Execution, { skill, before, task, execution: right }: RightStep): Promise<Trial> {
  const { outcome, changed, after } = execution
  const { verdict } = await judge(skill, execution, { before, after, ...task }, right.changed)
  return { outcome, changed: changed.length, verdict, state: stateText(stateOf(before, after)) }
}

function hashOf(files: Files): string {
  return hashJson([...files].map(([name, bytes]) => [name, sha256(bytes)]))
}
