import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, replaceFolder } from '@lawbook/base'
import type { Context } from './command.ts'
import type { Call, LocalData } from './launch.js'
import { localResults, readLocalData } from './localData.ts'
import type { RunEnd } from './tasks.ts'

/** A run that is never judged and never collected: a quick one, one of other routers, one on files of the reader's. */
export type Trial = {
  readonly kind: 'quick' | 'routers' | 'local'
  readonly fidelity: NonNullable<Call['fidelity']>
  readonly localData?: LocalData
}

const kinds = ['quick', 'routers', 'data-dir'] as const

/** The trial that the options of `repro run` ask for; null for a run that is judged. */
export async function trialOf(
  root: string,
  ids: readonly string[],
  options: Context['options'],
): Promise<Trial | null> {
  const given = kinds.filter((name) => options[name] !== undefined && options[name] !== false)
  if (given.length > 1)
    fail(
      'LB_USAGE',
      `repro run takes one of ${kinds.map((name) => `--${name}`).join(', ')}, but got ${given.map((name) => `--${name}`).join(' and ')}; leave all but one out`,
    )
  const allowTaskCode = options['allow-task-code'] === true
  if (allowTaskCode && given[0] !== 'data-dir')
    fail('LB_USAGE', '--allow-task-code is about the code of a checkout; it goes with --data-dir')
  switch (given[0]) {
    case undefined:
      return null
    case 'quick':
      return { kind: 'quick', fidelity: 'quick' }
    case 'routers':
      return { kind: 'routers', fidelity: `routers:${options.routers as string}` }
    case 'data-dir': {
      const localData = await readLocalData(root, ids, { folder: options['data-dir'] as string, allowTaskCode })
      return { kind: 'local', fidelity: 'local', localData }
    }
  }
}

/** Put away what a trial left, and say in one sentence where its results are; null if there is nothing to say. */
export async function endTrial(
  root: string,
  { kind }: Trial,
  done: readonly string[],
  { failures }: Pick<RunEnd, 'failures'>,
): Promise<string | null> {
  // A trial that failed says nothing about the experiment: its record would mark it as failed.
  for (const { experiment } of failures)
    await rm(join(root, 'experiments', experiment, 'results', 'error.json'), { force: true })
  const places = done.map((id) => (kind === 'local' ? localResults(id) : `experiments/${id}/results`))
  if (kind === 'local')
    for (const [i, id] of done.entries())
      await replaceFolder(join(root, places[i]!), (temporary) =>
        cp(join(root, 'experiments', id, 'results'), temporary, { recursive: true }),
      )
  if (kind === 'quick') return 'quick run: no verdict, nothing collected; `repro run` without --quick judges'
  if (done.length === 0) return null
  const what = kind === 'local' ? 'run on files of yours' : 'run of other routers'
  return `${what}: no verdict, nothing collected; its tables and pictures lie in ${places.join(', ')}`
}
