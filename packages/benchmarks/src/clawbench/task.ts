/** Something about a task that upstream does not say. */
export type Problem = {
  readonly kind:
    | 'no-task-toml'
    | 'toml'
    | 'field'
    | 'unknown-key'
    | 'duplicate-id'
    | 'missing-file'
    | 'link'
    | 'id-pattern'
    | 'id-folder'
    | 'domain-folder'
  /** Whether the task cannot be run because of it. */
  readonly forbids: boolean
  /** A lower-case sentence. */
  readonly sentence: string
}

/** What a task.toml says; fields it leaves out have the defaults of upstream's loader. */
export type ClawFields = {
  readonly id: string
  readonly title: string
  readonly domain: string
  /** L1 to L4; empty when it is none of them. */
  readonly level: string
  readonly track: 'foundation' | 'subject-matter'
  readonly description: string
  /** Seconds that an agent has; 300 by default. */
  readonly timeout: number
  readonly capabilities: readonly string[]
  readonly tags: readonly string[]
  readonly capabilityTypes: readonly string[]
  readonly requiredActions: readonly string[]
  readonly skillsAllowed: boolean
}

/** The parts of a task that may or may not be there. */
export type ClawParts = {
  readonly instruction: boolean
  readonly setup: boolean
  readonly data: boolean
  /** verifier/test_output.py */
  readonly pytest: boolean
  /** verifier/check.ts */
  readonly node: boolean
  /** solution/solve.sh and solution/solve.ts */
  readonly solveSh: boolean
  readonly solveTs: boolean
}

/** One task of a checkout, runnable or not. */
export type ClawTask = ClawFields & {
  /** "<domain folder>/<task folder>", below the folder of tasks. */
  readonly folder: string
  /** How its task.toml is written: keys at the top, or in a `[task]` table; null when it could not be read. */
  readonly shape: 'flat' | 'table' | null
  readonly parts: ClawParts
  readonly problems: readonly Problem[]
}

/** Whether nothing forbids running it. */
export function isRunnable(task: ClawTask): boolean {
  return task.problems.every(({ forbids }) => !forbids)
}
