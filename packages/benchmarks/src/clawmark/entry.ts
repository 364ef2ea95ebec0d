/** Something about a task that upstream does not say. */
export type MarkProblem = {
  readonly kind: 'unreadable' | 'missing-file' | 'link' | 'field' | 'id' | 'category' | 'rubric' | 'timeout'
  /** Whether the task cannot be run because of it. */
  readonly forbids: boolean
  /** A lower-case sentence. */
  readonly sentence: string
}

/** METADATA of a task, without its accounts; fields it leaves out have the defaults of upstream's loader. */
export type MarkMetadata = {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly environments: readonly string[]
  /** Seconds; upstream ignores it and gives every turn 7200. */
  readonly timeout: number
  readonly difficulty: string
  readonly mmLevel: string
  readonly role: string
  readonly tags: readonly string[]
}

/** One item of a rubric. */
export type Planned = { readonly stage: string; readonly id: string; readonly weight: number }

/** One task of a checkout, runnable or not. */
export type MarkEntry = {
  /** "<domain folder>_<task folder>": what METADATA.id should be, and what results go by. */
  readonly id: string
  readonly domain: string
  /** "<domain folder>/<task folder>", below the folder of tasks. */
  readonly folder: string
  /** Absolute. */
  readonly path: string
  readonly parts: {
    /** task.ts: run by Node. */
    readonly node: boolean
    /** task.py: run by our Python driver. */
    readonly python: boolean
    readonly assets: boolean
    readonly solution: boolean
  }
  /** As far as task.py says them without being run: null where it does not, where there is none, or without Python. */
  readonly metadata: MarkMetadata | null
  readonly stages: number | null
  readonly planned: readonly Planned[] | null
  readonly problems: readonly MarkProblem[]
}

/** The verifiers that can judge a multi-stage task: task.ts by Node, task.py by our Python driver. */
export type MarkVerifier = 'node' | 'clawmark-driver'

/** What METADATA says, field by field, with what is wrong in it. A value of another type counts as left out. */
export function readMetadata(raw: Record<string, unknown>): { metadata: MarkMetadata; problems: MarkProblem[] } {
  const problems: MarkProblem[] = []
  const take = <T>(field: string, fits: (value: unknown) => boolean, otherwise: T, isRequired = false): T => {
    const value = raw[field]
    if (value !== undefined && fits(value)) return value as T
    const what = value === undefined ? 'is missing' : `is ${JSON.stringify(value)}, which is of the wrong type`
    if (value !== undefined || isRequired)
      problems.push({ kind: 'field', forbids: false, sentence: `METADATA.${field} ${what}` })
    return otherwise
  }
  const metadata: MarkMetadata = {
    id: take('id', isText, '', true),
    name: take('name', isText, '', true),
    category: take('category', isText, '', true),
    environments: take('environments', isTexts, [], true),
    timeout: take('timeout_seconds', isSeconds, 7200),
    difficulty: take('difficulty', isText, 'medium'),
    mmLevel: take('mm_level', isText, 'L2'),
    role: take('role', isText, ''),
    tags: take('tags', isTexts, []),
  }
  return { metadata, problems }
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
const isSeconds = (value: unknown): boolean => typeof value === 'number' && value > 0
