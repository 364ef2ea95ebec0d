import { type FileHandle, mkdir, open, readFile, truncate } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { asLawbookError, canonicalJson, fail, type Json, parseJson, readText } from '@lawbook/base'
import type { Spent, Trial } from '../result.ts'

/** What names an attempt. */
export type AttemptKey = { readonly task: string; readonly agent: string; readonly attempt: number }

/**
 * A folder of results: trials.jsonl (one Trial a line, canonical JSON) and spent.jsonl (what each took), appended to as
 * trials end. A trial counts once its line in trials.jsonl is on the disk.
 */
export type Ledger = {
  /** The last word on every attempt, in the order in which the attempts were first written. */
  trials(): Trial[]
  /** Whether this attempt was scored already; what was never scored is run again. */
  isScored(key: AttemptKey): boolean
  /**
   * Append one trial and wait until it is on the disk. A second scored trial of one attempt throws LB_DUPLICATE_ID; once
   * another run has written to the folder it throws LB_USAGE.
   */
  append(trial: Trial, spent: Spent): Promise<void>
  close(): Promise<void>
  /** What was mended when it was opened: a last line that a crash had cut short. */
  readonly repairs: readonly string[]
}

/** An append-only file of which only whole lines count. */
type Lines = { readonly path: string; readonly handle: FileHandle; bytes: number }

/**
 * Open the ledger in a folder, which is made if it is not there. A last line without its end (a crash while it was
 * written) is cut off and told; a broken line elsewhere throws LB_INPUT, two scored trials of one attempt
 * LB_DUPLICATE_ID, a full or read-only disk LB_DISK.
 */
export async function openLedger(folder: string): Promise<Ledger> {
  const repairs: string[] = []
  const latest = new Map<string, Trial>()
  const paths = { spent: join(folder, 'spent.jsonl'), trials: join(folder, 'trials.jsonl') }
  await mkdir(folder, { recursive: true }).catch((thrown) => full(folder, thrown))
  const whole = { spent: await mend(paths.spent, repairs), trials: await mend(paths.trials, repairs) }
  if (whole.trials > 0) for (const trial of await trialsIn(paths.trials)) add(latest, trial)
  const spentFile = await openLines(paths.spent, whole.spent)
  const trialFile = await openLines(paths.trials, whole.trials)
  let queue: Promise<void> = Promise.resolve()
  const append = async (trial: Trial, spent: Spent): Promise<void> => {
    refuseSecond(latest, trial)
    const { task, agent, attempt } = trial
    await write(spentFile, { task, agent, attempt, ...spent })
    await write(trialFile, trial as unknown as Json)
    add(latest, trial)
  }
  return {
    trials: () => [...latest.values()],
    isScored: (key) => latest.get(nameOf(key))?.status === 'scored',
    append: (trial, spent) => {
      const turn = queue.then(() => append(trial, spent))
      queue = turn.catch(() => {})
      return turn
    },
    close: async () => {
      await queue
      await spentFile.handle.close()
      await trialFile.handle.close()
    },
    repairs,
  }
}

/** The trials of a folder of results; a folder without trials.jsonl throws LB_DATA_MISSING. Nothing is mended. */
export async function readTrials(folder: string): Promise<Trial[]> {
  const latest = new Map<string, Trial>()
  for (const trial of await trialsIn(join(folder, 'trials.jsonl'))) add(latest, trial)
  return [...latest.values()]
}

function nameOf({ task, agent, attempt }: AttemptKey): string {
  return canonicalJson([task, agent, attempt])
}

/** A later line replaces one that was not scored. */
function add(latest: Map<string, Trial>, trial: Trial): void {
  refuseSecond(latest, trial)
  const name = nameOf(trial)
  if (latest.get(name)?.status !== 'scored') latest.set(name, trial)
}

function refuseSecond(latest: ReadonlyMap<string, Trial>, trial: Trial): void {
  const old = latest.get(nameOf(trial))
  if (old?.status === 'scored' && trial.status === 'scored')
    fail(
      'LB_DUPLICATE_ID',
      `attempt ${trial.attempt} of ${trial.agent} at ${trial.task} was scored twice: only one of the two trials can stay`,
    )
}

/** Cut off a last line that was not finished. The bytes of the whole lines; 0 without such a file. */
async function mend(path: string, repairs: string[]): Promise<number> {
  const bytes = await readFile(path).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return Buffer.alloc(0)
    throw asLawbookError(thrown)
  })
  const whole = bytes.lastIndexOf('\n') + 1
  if (whole === bytes.length) return whole
  await truncate(path, whole).catch((thrown) => full(path, thrown))
  repairs.push(`the last line of ${basename(path)} was cut short and is left out: that trial is run again`)
  return whole
}

async function openLines(path: string, bytes: number): Promise<Lines> {
  return { path, handle: await open(path, 'a').catch((thrown) => full(path, thrown)), bytes }
}

/** One line, synced. What could not be written in full is taken back, so that only whole lines are left. */
async function write(lines: Lines, value: Json): Promise<void> {
  const data = Buffer.from(`${canonicalJson(value)}\n`)
  if ((await lines.handle.stat()).size !== lines.bytes)
    fail('LB_USAGE', `another run writes to ${lines.path} as well: wait for its end, or give each a folder of its own`)
  try {
    await lines.handle.appendFile(data)
    await lines.handle.sync()
    lines.bytes += data.length
  } catch (thrown) {
    await lines.handle.truncate(lines.bytes).catch(() => {})
    full(lines.path, thrown)
  }
}

function full(path: string, thrown: unknown): never {
  const error = asLawbookError(thrown)
  return fail(error.code, `cannot write ${path}: ${error.message}`, { ...error.details, path }, thrown)
}

async function trialsIn(path: string): Promise<Trial[]> {
  const text = await readText(path)
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, index) => trialIn(line, `${path} line ${index + 1}`))
}

function trialIn(line: string, where: string): Trial {
  const trial = parseJson(line, where) as Partial<Trial> | null
  const isTrial =
    typeof trial?.task === 'string' &&
    typeof trial.agent === 'string' &&
    Number.isInteger(trial.attempt) &&
    typeof trial.status === 'string' &&
    Array.isArray(trial.checks)
  if (!isTrial) fail('LB_INPUT', `${where} is no trial: task, agent, attempt, status and checks are needed`)
  return trial as Trial
}
