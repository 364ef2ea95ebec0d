import { byCodeUnit } from '@lawbook/base'
import {
  type Accepted,
  type DependencyClass,
  type Executed,
  type Execution,
  type Files,
  type Pipeline,
  type Tally,
  tally,
  type WrongState,
} from '@lawbook/execution'
import { exposed, similarityMatrix } from '@lawbook/skills'
import { executeAll, type Job } from './batch.ts'
import { judge } from './judge.ts'
import type { RightRun, RightStep } from './rightRuns.ts'
import { type SkillFolder, skillId } from './skillFolders.ts'
import { type Trial, trials } from './trials.ts'

/** So many wrong first skills stand in for all: those whose listings are nearest to the right one's. */
const wrongStates = 2

/** What executing says of a pair beside its right run. */
export type PairRun = Pick<Pipeline, 'own' | 'none' | 'wrong' | 'completions'> & {
  readonly accepted: readonly [Accepted[], Accepted[]]
  /** The dependency class that executing shows. */
  readonly class: DependencyClass
}

/** A first skill other than the right one, executed again for what it leaves. */
type Other = { readonly skill: SkillFolder; readonly after: Files; readonly changed: readonly string[] }

/** What is tried further for one pair. */
type Plan = {
  readonly first: RightStep
  readonly second: RightStep
  /** Skills accepted in each place, the right one first. */
  readonly accepted: readonly [Tried[], Tried[]]
  readonly misleading: readonly Tried[]
}
type Tried = Trial & { readonly skill: SkillFolder }

/**
 * Try every skill in both places of every pair, then the right second skill on the inputs alone and after wrong first
 * skills, and every accepted second skill after every accepted first one. Returns the pairs, the books of the trials and
 * how many checks failed themselves.
 */
export async function pairRuns(
  runs: readonly RightRun[],
  skills: readonly SkillFolder[],
  progress: (done: number, total: number) => void,
): Promise<{ readonly pairs: PairRun[]; readonly books: Tally; readonly checkErrors: number }> {
  const rows = await trials(
    runs.flatMap((run) => run.steps),
    skills,
    progress,
  )
  const nearness = nearnessOf(skills)
  const plans = runs.map(({ steps: [first, second] }, i): Plan => {
    const [one, two] = [rows[2 * i]!, rows[2 * i + 1]!].map((row) =>
      row.map((trial, j) => ({ ...trial, skill: skills[j]! })),
    )
    return planOf(first!, second!, one!, two!, nearness)
  })
  const others = await inGroups(
    plans.map(({ first, accepted, misleading }) =>
      [...misleading, ...accepted[0].slice(1)].map(({ skill }) => ({ skill, files: first.before, task: first.task })),
    ),
    async ({ after, changed }, { skill }): Promise<Other> => ({ skill, after, changed }),
  )
  const done = await inGroups(
    plans.map((plan, i) => secondJobs(plan, others[i]!)),
    async (execution, job) => ({ execution, executed: await executedOf(job.second, execution, job) }),
  )
  const all = rows.flat()
  return {
    pairs: plans.map((plan, i) => pairRun(plan, others[i]!, done[i]!)),
    books: tally(all),
    checkErrors: all.filter(({ verdict }) => verdict === 'error').length,
  }
}

/** Execute groups of jobs all together, and give the results back in their groups. */
async function inGroups<J extends Job, T>(
  groups: readonly (readonly J[])[],
  then: (execution: Execution, job: J) => Promise<T>,
): Promise<T[][]> {
  const results = await executeAll(groups.flat(), then)
  return groups.map((group, i) => {
    const from = groups.slice(0, i).reduce((sum, before) => sum + before.length, 0)
    return results.slice(from, from + group.length)
  })
}

function planOf(
  first: RightStep,
  second: RightStep,
  one: readonly Tried[],
  two: readonly Tried[],
  nearness: (a: SkillFolder, b: SkillFolder) => number,
): Plan {
  const misleading = one
    .filter(({ verdict, changed, state }) => verdict === 'fail' && changed > 0 && state !== first.state)
    .sort(
      (a, b) =>
        nearness(b.skill, first.skill) - nearness(a.skill, first.skill) || byCodeUnit(a.skill.name, b.skill.name),
    )
    .slice(0, wrongStates)
  return { first, second, misleading, accepted: [rightFirst(one, first.skill), rightFirst(two, second.skill)] }
}

type SecondJob = Job & { readonly second: RightStep }

/** The second step on the inputs alone, after each misleading skill, and in each way over another accepted first skill. */
function secondJobs({ first, second, accepted, misleading }: Plan, others: readonly Other[]): SecondJob[] {
  const job = (files: Files, previous: readonly string[], skill = second.skill): SecondJob => {
    return { skill, files, task: { ...second.task, previous }, second }
  }
  return [
    job(first.before, []),
    ...others.slice(0, misleading.length).map(({ after, changed }) => job(after, changed)),
    ...others
      .slice(misleading.length)
      .flatMap(({ after, changed }) => accepted[1].map(({ skill }) => job(after, changed, skill))),
  ]
}

/** `others` and `done` as `pairRuns` and `secondJobs` order them. */
function pairRun(
  { first, second, accepted, misleading }: Plan,
  others: readonly Other[],
  done: readonly { readonly execution: Execution; readonly executed: Executed }[],
): PairRun {
  const [none, ...rest] = done
  const ways = others
    .slice(misleading.length)
    .flatMap((other) => accepted[1].map(({ skill }) => wayOf(other.skill, skill)))
    .filter((_, i) => rest[misleading.length + i]!.executed.aware === 'pass')
  return {
    own: { blind: 'pass', aware: 'pass' },
    none: none!.executed,
    wrong: misleading.map(({ skill, state }, i): WrongState => {
      return { skill: skillId(skill.name), state, executed: rest[i]!.executed }
    }),
    completions: [...accepted[1].map(({ skill }) => wayOf(first.skill, skill)), ...ways],
    accepted: [accepted[0].map(acceptedOf), accepted[1].map(acceptedOf)],
    class: classOf(second, none!.execution, none!.executed),
  }
}

function wayOf(one: SkillFolder, two: SkillFolder): { first: string; second: string } {
  return { first: skillId(one.name), second: skillId(two.name) }
}

/**
 * The second step's product under some state: `blind` by the check on what the skill was given; `aware` by the same check
 * as if the product stood where the right first step had left its state.
 */
async function executedOf(second: RightStep, execution: Execution, { files, task }: Job): Promise<Executed> {
  if (execution.outcome !== 'done') return { blind: 'not done', aware: 'not done' }
  const written = second.execution.changed
  const blind = await judge(second.skill, execution, { before: files, after: execution.after, ...task }, written)
  const products = execution.changed.map((name) => [name, execution.after.get(name)!] as const)
  const inPlace = new Map([...second.before, ...products].sort(([a], [b]) => (a < b ? -1 : 1)))
  const aware = await judge(second.skill, execution, { before: second.before, after: inPlace, ...second.task }, written)
  return { blind: blind.verdict, aware: aware.verdict }
}

/** What the second step is without the first: the same product, another one, or none. */
function classOf(second: RightStep, none: Execution, { blind, aware }: Executed): DependencyClass {
  if (blind !== 'pass') return 'tight'
  const same = second.execution.changed.every((name) => {
    const [a, b] = [second.execution.after.get(name), none.after.get(name)]
    return b !== undefined && Buffer.from(a!).equals(b)
  })
  return same && aware === 'pass' ? 'independent' : 'loose'
}

/** Those that passed, the right skill first, the others by name. */
function rightFirst(tried: readonly Tried[], right: SkillFolder): Tried[] {
  return tried
    .filter(({ verdict }) => verdict === 'pass')
    .sort((a, b) => Number(b.skill === right) - Number(a.skill === right) || byCodeUnit(a.skill.name, b.skill.name))
}

function acceptedOf({ skill, state }: Tried): Accepted {
  return { skill: skillId(skill.name), state }
}

/** Cosine similarity of two skills' listings (tf-idf). */
function nearnessOf(skills: readonly SkillFolder[]): (a: SkillFolder, b: SkillFolder) => number {
  const matrix = similarityMatrix(skills.map(({ skill }) => exposed(skill)))
  const place = new Map(skills.map((skill, i) => [skill, i]))
  return (a, b) => matrix[place.get(a)! * skills.length + place.get(b)!]!
}
