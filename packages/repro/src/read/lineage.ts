import { join } from 'node:path'
import { readJson } from '@lawbook/base'
import { type TableRef, validate } from '@lawbook/schemas'
import { execa } from 'execa'
import type { Standing } from './standing.ts'

/** Where a number comes from, read backwards: figure <- tables <- evidence rows <- data <- commit. */
export type Lineage = {
  readonly figures: readonly { readonly id: string; readonly tables: readonly string[]; readonly sha256: string }[]
  readonly tables: readonly TableRef[]
  readonly evidence: readonly TableRef[]
  readonly data: readonly {
    readonly id: string
    readonly file: string
    readonly rows: number | null
    readonly sha256: string
  }[]
  /** The commit that last changed the committed result; null where there is none. */
  readonly commit: string | null
}

/** The lineage of an experiment's result. Data sets count by what their manifest pins, so that a fresh clone agrees. */
export async function readLineage(root: string, standing: Standing, datasets: readonly string[]): Promise<Lineage> {
  const { stored, figures, id } = standing
  return {
    figures: figures.map(({ id, caption }) => ({ id, tables: caption.tables, sha256: caption.sha256.svg })),
    tables: stored?.result.tables ?? [],
    evidence: stored?.result.evidence ?? [],
    data: (await Promise.all(datasets.map((dataset) => pinnedFiles(root, dataset)))).flat(),
    commit: await lastCommit(root, join('figures', id)),
  }
}

async function pinnedFiles(root: string, id: string): Promise<Lineage['data'][number][]> {
  const path = join(root, 'datasets', id, 'dataset.json')
  const manifest = validate('lawbook/dataset@1', await readJson(path), path)
  return manifest.files.map(({ file, rows, sha256 }) => ({ id, file, rows, sha256 }))
}

async function lastCommit(root: string, path: string): Promise<string | null> {
  const { stdout, exitCode } = await execa('git', ['log', '-1', '--format=%h', '--', path], {
    cwd: root,
    reject: false,
  })
  return exitCode === 0 && stdout !== '' ? stdout : null
}
