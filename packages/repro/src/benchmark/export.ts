import { join } from 'node:path'
import { absentAsNull, type Json, parseJson, readText, writeJson } from '@lawbook/base'
import {
  markResultOf,
  type Spent,
  type Trial,
  type TrialEnd,
  writeLeaderboard,
  writeSubmit,
  writeSummary,
} from '@lawbook/benchmarks'
import manifest from '../../package.json' with { type: 'json' }
import { count } from '../say.ts'
import { folderName } from './results.ts'

/** The result files of upstream that can be written, by benchmark. */
export const exportFormats = { clawbench: ['summary', 'leaderboard', 'submit'], clawmark: ['result'] } as const
export type ExportFormat = (typeof exportFormats)[keyof typeof exportFormats][number]

/** What was written: one file, or a folder of them, and what it cannot hold, in lower-case sentences. */
export type Exported = {
  readonly format: ExportFormat
  readonly path: string
  readonly files: number
  readonly notes: readonly string[]
}

const noPlace = 'strict passes, declared weights, single checks and what a router chose have no place in it'

/** Write the trials of one agent, which lie in `out`, as upstream's own result file beside them. */
export async function exportTrials(
  trials: readonly Trial[],
  { format, out, agent }: { format: ExportFormat; out: string; agent: string },
): Promise<Exported> {
  const { ends, untimed } = await endsOf(trials, out)
  const timed = untimed === 0 ? [] : [`${count(untimed, 'trial')} without a record of the duration: it stands as 0`]
  if (format === 'result') return await exportMark(ends, { out, agent, timed })
  const { file, notes } = clawFile(ends, { format, agent, timed })
  const path = join(out, `${format}.json`)
  await writeJson(path, file)
  return { format, path, files: 1, notes: [noPlace, ...notes] }
}

type Claw = { format: Exclude<ExportFormat, 'result'>; agent: string; timed: readonly string[] }

function clawFile(ends: readonly TrialEnd[], { format, agent, timed }: Claw): { file: Json; notes: readonly string[] } {
  const header = { framework: 'lawbook', model: agent, skillsMode: null, testTier: null }
  const trials = ends.map(({ trial }) => trial)
  if (format === 'leaderboard') {
    const { file, notes } = writeLeaderboard(trials, header)
    return { file, notes: ['attempts at one task are one mean', ...notes] }
  }
  if (format === 'submit') return writeSubmit(trials, header, null)
  const unscored = trials.filter(({ status }) => status !== 'scored').length
  const rows = `${count(unscored, 'trial')} never scored: a row with an error and a score of 0 each`
  const notes = ['tokens that were not counted stand as 0', ...(unscored === 0 ? [] : [rows]), ...timed]
  return { file: writeSummary(ends, header, `lawbook ${manifest.version}`), notes }
}

/** `results/<agent>/<task>/result.json` of every scored trial, as upstream lays them; it knows one attempt at a task. */
async function exportMark(
  ends: readonly TrialEnd[],
  { out, agent, timed }: { out: string; agent: string; timed: readonly string[] },
): Promise<Exported> {
  const path = join(out, 'results')
  const scored = ends.filter(({ trial }) => trial.status === 'scored')
  for (const end of scored) {
    const { task, attempt } = end.trial
    const folder = `${folderName(agent)}${attempt === 1 ? '' : `-attempt-${attempt}`}`
    await writeJson(join(path, folder, task, 'result.json'), markResultOf(end))
  }
  const left = ends.length - scored.length
  const notes = [
    'the agent is only in the name of the folder; what a router chose, its reasons and tokens have no place in it',
    'a check that broke or was never asked stands as not passed, with "error: " before its detail',
    ...(scored.some(({ trial }) => trial.attempt > 1) ? ['every further attempt has a folder of its own'] : []),
    ...(left === 0 ? [] : [`${count(left, 'trial')} not scored and left out`]),
    ...timed,
  ]
  return { format: 'result', path, files: scored.length, notes }
}

type SpentLine = Spent & Pick<Trial, 'task' | 'agent' | 'attempt'>

/** Trials with what each took, which lies beside them in spent.jsonl: the last line of an attempt counts. */
async function endsOf(trials: readonly Trial[], out: string): Promise<{ ends: TrialEnd[]; untimed: number }> {
  const path = join(out, 'spent.jsonl')
  const lines = ((await absentAsNull(readText(path))) ?? '').split('\n').slice(0, -1)
  const spent = new Map(
    lines.map((line, index) => {
      const { seconds, tokens, ...key } = parseJson(line, `${path} line ${index + 1}`) as SpentLine
      return [keyOf(key), { seconds, tokens }]
    }),
  )
  const none: Spent = { seconds: { setup: 0, agent: 0, verifier: 0 }, tokens: null }
  const ends = trials.map((trial) => ({ trial, spent: spent.get(keyOf(trial)) ?? none }))
  return { ends, untimed: trials.filter((trial) => !spent.has(keyOf(trial))).length }
}

const keyOf = ({ task, agent, attempt }: Pick<Trial, 'task' | 'agent' | 'attempt'>): string =>
  JSON.stringify([task, agent, attempt])
