import type { Ledger } from '@lawbook/schemas'
import type { Skill } from '@lawbook/skills'

/**
 * How the second step of a pair hangs on the first, found by executing: `tight`: it cannot be done without what the first
 * leaves; `loose`: it can, with another product; `independent`: its product is the same either way.
 */
export type DependencyClass = 'tight' | 'loose' | 'independent'
export const dependencyClasses: readonly DependencyClass[] = ['tight', 'loose', 'independent']

/** A skill that has an implementation, as routers see it, and the family it belongs to. */
export type ExecutableSkill = { readonly skill: Skill; readonly family: string }

/** A skill that was executed in a step and passed the step's check, and what a router is told of the state it left. */
export type Accepted = { readonly skill: string; readonly state: string }

export type PipelineStep = {
  /** The id of the right skill. */
  readonly skill: string
  /** What the user says. */
  readonly text: string
  /** The same wish in another wording, for calibration; null in chains. */
  readonly other: string | null
  /** What the right skill left when it was executed here, after right steps: the text of the state record. */
  readonly state: string
  /** Every skill whose product passed this step's check, the right one first. */
  readonly accepted: readonly Accepted[]
}

/** What a check said of the second step's product. `error` is a check that failed itself, never a pass. */
export type Judged = 'pass' | 'fail' | 'error' | 'not done'

/**
 * The right second skill, executed under one upstream state. `blind`: was its work right for what it was given; `aware`:
 * is its product what the whole task wanted, that is, right for what the right first step would have given. `not done`:
 * the skill itself refused or failed.
 */
export type Executed = { readonly blind: Judged; readonly aware: Judged }

/** A wrong first skill that was executed, left something and failed the first step's check. */
export type WrongState = { readonly skill: string; readonly state: string; readonly executed: Executed }

export type Pipeline = {
  readonly id: string
  /** Of pairs; null for singles and chains. */
  readonly class: DependencyClass | null
  readonly steps: readonly PipelineStep[]
  /** Of pairs: the second step executed after the right first one, and on the inputs alone. */
  readonly own: Executed | null
  readonly none: Executed | null
  /** Of pairs: the nearest wrong first skills by listing. */
  readonly wrong: readonly WrongState[]
  /**
   * Of pairs: choices (first, second) whose executed product passes the check of the whole task. Over an accepted first skill
   * other than the right one only those second skills were tried that are accepted after the right one's state.
   */
  readonly completions: readonly { readonly first: string; readonly second: string }[]
}

/** Executable skills, the pipelines made of them, and the books of executing them. */
export type Pipelines = {
  readonly skills: readonly ExecutableSkill[]
  readonly pipelines: readonly Pipeline[]
  readonly attrition: readonly Ledger[]
}
