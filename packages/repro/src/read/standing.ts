import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { absentAsNull, byCodeUnit, readJson, readText } from '@lawbook/base'
import {
  type Caption,
  type ErrorRecord,
  type List,
  type RunRecord,
  readResult,
  type StoredResult,
  validate,
} from '@lawbook/schemas'

/** A rendered figure on disk. */
export type DrawnFigure = { readonly id: string; readonly svg: string; readonly caption: Caption }

/** What lies on disk of one experiment: its newest citable result, and what became of its last run. */
export type Standing = {
  readonly id: string
  readonly status: List['experiments'][number]['status']
  readonly stored: StoredResult | null
  readonly figures: readonly DrawnFigure[]
  /** What the last run here cost; null where it never ran here. */
  readonly run: RunRecord | null
  /** Why the last run here failed. */
  readonly error: ErrorRecord | null
}

/**
 * Read what lies on disk of an experiment: a fresh full-fidelity result in `results/`, else the committed copy in
 * `figures/<id>`, so that a fresh clone reads the same. A quick run is shown only where there is nothing else.
 */
export async function readStanding(root: string, id: string): Promise<Standing> {
  const results = join(root, 'experiments', id, 'results')
  const fresh = await absentAsNull(readResult(join(results, 'data')))
  const error = await absentAsNull(document('lawbook/error@1', join(results, 'error.json')))
  const run = await absentAsNull(document('lawbook/run@1', join(results, 'data', 'run.json')))
  const citable = fresh !== null && fresh.result.fidelity === 'full' && error === null
  const committed = citable ? null : await absentAsNull(readResult(join(root, 'figures', id)))
  const stored = citable ? fresh : (committed ?? fresh)
  const drawn = await readFigures(join(results, 'figures'))
  const figures = citable && drawn.length > 0 ? drawn : await readFigures(join(root, 'figures', id))
  const status = error !== null ? 'failed' : citable ? 'current' : committed !== null ? 'committed' : 'never-run'
  return { id, status, stored, figures, run, error }
}

async function readFigures(folder: string): Promise<DrawnFigure[]> {
  const names = await readdir(folder).catch(() => [])
  const captions = names.filter((name) => name.endsWith('.caption.json')).sort(byCodeUnit)
  return await Promise.all(
    captions.map(async (name) => {
      const caption = await document('lawbook/caption@1', join(folder, name))
      return { id: caption.figure, caption, svg: await readText(join(folder, `${caption.figure}.svg`)) }
    }),
  )
}

async function document<Name extends Parameters<typeof validate>[0]>(name: Name, path: string) {
  return validate(name, await readJson(path), path)
}
