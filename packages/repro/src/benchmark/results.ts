import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { absentAsNull, fail, readJson, writeJson } from '@lawbook/base'
import { readTrials, type Trial } from '@lawbook/benchmarks'
import type { Checkout } from './checkout.ts'
import type { Wanted } from './options.ts'

/** What a folder of results is about: trials of another checkout or verifier must not be mixed with them. */
type About = {
  readonly benchmark: string
  readonly commit: string | null
  readonly hash: string
  readonly verifier: string
}

const file = 'about.json'

/** Where the results of an agent are kept unless said: git ignores it. */
export function resultsFolder(root: string, { benchmark, agent }: Wanted): string {
  return join(root, 'results-local', 'benchmark', `${benchmark}-${folderName(agent)}`)
}

/** An agent's name as one of a folder. */
export function folderName(agent: string): string {
  return agent.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^-|-$/g, '')
}

/** Make a folder ready for results, or LB_USAGE if it holds those of something else. */
export async function claimFolder(folder: string, checkout: Checkout, { verifier }: Wanted): Promise<void> {
  const { benchmark, commit, hash } = checkout
  const about: About = { benchmark, commit, hash, verifier: verifier ?? 'as each task has it' }
  const found = await aboutOf(folder)
  if (found === null) {
    await mkdir(folder, { recursive: true })
    return await writeJson(join(folder, file), about)
  }
  for (const key of ['benchmark', 'hash', 'verifier'] as const)
    if (found[key] !== about[key])
      fail(
        'LB_USAGE',
        `the results in ${folder} are of another ${key === 'hash' ? 'version of the tasks' : key} (${found[key]}, not ${about[key]}); name another folder with --out`,
      )
}

/**
 * The trials of one of our own agents at the same tasks: from the folder named (LB_USAGE if it holds something else), or
 * without one from the usual place beside the results; null where there are none.
 */
export async function besides(
  agent: 'oracle' | 'nothing',
  { named, out, checkout }: { named: string | null; out: string; checkout: Checkout },
): Promise<readonly Trial[] | null> {
  const folder = named ?? join(dirname(out), `${checkout.benchmark}-${agent}`)
  const about = await aboutOf(folder)
  const isSame = about?.hash === checkout.hash && about.benchmark === checkout.benchmark
  if (named !== null && !isSame)
    fail(
      'LB_USAGE',
      `${named} holds no results of these tasks; run \`repro benchmark ... --agent ${agent}\` at them first`,
    )
  if (!isSame) return null
  const trials = (await readTrials(folder)).filter((trial) => trial.agent === agent)
  return trials.length === 0 ? null : trials
}

async function aboutOf(folder: string): Promise<About | null> {
  return (await absentAsNull(readJson(join(folder, file)))) as About | null
}
