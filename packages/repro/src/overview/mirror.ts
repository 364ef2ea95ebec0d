import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '@lawbook/base'
import { type Collected, listFiles } from '../collect.ts'
import type { State } from '../state.ts'
import { keptOverview } from './kept.ts'
import { overviewOf, overviewPapers } from './model.ts'

/**
 * Bring `figures/overview` up to date: a page for every paper whose experiments all have a result, nothing else.
 * Writes only what differs. `state` has to be that of the committed results, from which `verify` draws it again.
 */
export async function mirrorOverview(root: string, state: State): Promise<Collected> {
  const folder = join(root, 'figures', 'overview')
  const pages = await Promise.all(overviewPapers(state).map((paper) => keptOverview(overviewOf(state, paper))))
  const files = new Map(pages.flatMap((page) => [...page]))
  const written: string[] = []
  const removed: string[] = []
  for (const [name, data] of files) {
    const former = await readFile(join(folder, name)).catch(() => null)
    if (former?.equals(data) === true) continue
    await writeAtomic(join(folder, name), data)
    written.push(`overview/${name}`)
  }
  for (const name of await listFiles(folder)) {
    if (files.has(name)) continue
    await rm(join(folder, name))
    removed.push(`overview/${name}`)
  }
  return { written, removed }
}
