import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { byCodeUnit, fail, readJson } from '@lawbook/base'
import { harborTrial, readClawResult, readHarborJob, type Trial, tally } from '@lawbook/benchmarks'
import { type Messages, readMarkFiles } from './markFiles.ts'
import type { WantedFile } from './options.ts'
import { type Counts, notScoredOf, type Summary } from './summary.ts'

/** What a published file holds. */
type Published = {
  readonly format: string
  readonly trials: readonly Trial[]
  readonly notes: readonly string[]
  readonly messages: Messages | null
}

/** `lawbook/benchmark@1` of published results. No code of tasks runs; LB_USAGE where they are of several agents. */
export async function importedSummary({ benchmark, path, agent }: WantedFile, shown: string): Promise<Summary> {
  const published = await readPublished(benchmark, path)
  const trials = ofOneAgent(published.trials, agent, path)
  const domains = [...new Set(trials.map(({ domain }) => domain))].sort(byCodeUnit)
  const unsaid = trials.filter(({ status, score }) => status === 'scored' && score.flat === null).length
  const without = `${unsaid} of the scored trials have no score of their own, so that no mean is given`
  return {
    benchmark,
    tasks: { own: false, commit: null, hash: null, planned: null, problems: [] },
    run: {
      ...{ agent: trials[0]?.agent || null, librarySize: null, attempts: null, kept: null },
      ...{ containment: null, python: null, results: shown, exported: null },
    },
    counts: {
      overall: countsOf(trials),
      domains: domains.map((domain) => ({
        domain: domain === '' ? null : domain,
        ...countsOf(trials.filter((trial) => trial.domain === domain)),
      })),
      notScored: notScoredOf(trials),
    },
    ...{ gate: null, floor: null },
    read: {
      format: published.format,
      tasks: new Set(trials.map(({ task }) => task)).size,
      notes: unsaid === 0 ? published.notes : [...published.notes, without],
      messages: published.messages,
    },
  }
}

async function readPublished(benchmark: WantedFile['benchmark'], path: string): Promise<Published> {
  const found = await stat(path).catch(() => null)
  if (found === null) fail('LB_DATA_MISSING', `there is no file ${path}`, { path })
  if (benchmark === 'clawmark') return { format: 'result', ...(await readMarkFiles(path)) }
  if (benchmark === 'harbor') return { format: 'harbor', messages: null, ...(await harborFiles(path)) }
  if (found.isDirectory())
    fail('LB_INPUT', `${path} is a folder; name the summary.json, leaderboard.json or submitted file in it`)
  const { format, trials, notes } = readClawResult(await readJson(path), path)
  return { format, trials: trials.map(({ trial }) => trial), notes, messages: null }
}

async function harborFiles(path: string): Promise<Pick<Published, 'trials' | 'notes'>> {
  if (!(await stat(path)).isDirectory()) return { trials: [harborTrial(await readJson(path), path)], notes: [] }
  const trials = await readHarborJob(path)
  const entries = await readdir(path, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const notes: string[] = []
  for (const name of folders.sort(byCodeUnit))
    if ((await stat(join(path, name, 'result.json')).catch(() => null)) === null)
      notes.push(`${name} has no result.json: nothing is known of it`)
  return { trials, notes }
}

/** Trials of two agents are not one result. */
function ofOneAgent(trials: readonly Trial[], agent: string | null, path: string): readonly Trial[] {
  const agents = [...new Set(trials.map((trial) => trial.agent))].sort(byCodeUnit)
  const all = agents.join(', ')
  if (agent === null && agents.length > 1)
    fail('LB_USAGE', `${path} holds trials of ${agents.length} agents; choose one with --agent: ${all}`)
  if (agent !== null && !agents.includes(agent))
    fail('LB_USAGE', `${path} holds no trials of the agent "${agent}"; allowed: ${all}`)
  return agent === null ? trials : trials.filter((trial) => trial.agent === agent)
}

/** Counts of trials, with null for what is not said of every scored one: a count over some would be too small. */
function countsOf(trials: readonly Trial[]): Counts {
  const counts = tally(trials, trials.length)
  const scored = trials.filter(({ status }) => status === 'scored')
  const isSaid = (says: (trial: Trial) => boolean): boolean => scored.every(says)
  const hasChecks = isSaid(({ checks }) => checks.length > 0)
  return {
    ...counts,
    strictPasses: isSaid(({ passed }) => passed.strict !== null) ? counts.strictPasses : null,
    meanFlat: isSaid(({ score }) => score.flat !== null) ? counts.meanFlat : null,
    meanDeclared: isSaid(({ score }) => score.declared !== null) ? counts.meanDeclared : null,
    checks: hasChecks ? counts.checks : null,
    checksPassed: hasChecks ? counts.checksPassed : null,
  }
}
