import { join } from 'node:path'
import { absentAsNull, readText, writeAtomic } from '@lawbook/base'
import type { State } from '../state.ts'
import { renewBlocks } from './blocks.ts'
import { experimentBlocks } from './experimentBlocks.ts'
import { rootBlocks } from './rootBlocks.ts'

/** Renew the generated blocks of all READMEs; returns the paths of those that changed. */
export async function updateReadmes(state: State): Promise<string[]> {
  const stale = await staleReadmes(state)
  for (const { path, renewed } of stale) await writeAtomic(join(state.registry.root, path), renewed)
  return stale.map(({ path }) => path)
}

/** READMEs whose generated blocks are not what the results give, with the text they should have. */
export async function staleReadmes(state: State): Promise<{ path: string; current: string; renewed: string }[]> {
  const { root, experiments } = state.registry
  const all = [
    { path: 'README.md', blocks: rootBlocks(state) },
    ...experiments.map(({ id }) => ({ path: `experiments/${id}/README.md`, blocks: experimentBlocks(state, id) })),
  ]
  const stale: { path: string; current: string; renewed: string }[] = []
  for (const { path, blocks } of all) {
    const current = await absentAsNull(readText(join(root, path)))
    if (current === null) continue
    const renewed = await renewBlocks(current, blocks, path)
    if (renewed !== current) stale.push({ path, current, renewed })
  }
  return stale
}
