import { join } from 'node:path'
import { asLawbookError } from '@lawbook/base'
import { listFiles } from '../collect.ts'
import { overviewOf, overviewPapers } from '../overview/model.ts'
import type { State } from '../state.ts'
import type { Agreement } from './compare.ts'
import { compareFiles, type Difference } from './experiment.ts'

/**
 * Draw the page of every paper anew from the committed results, without what is kept of earlier drawings, and hold it
 * against the committed one in `figures/overview`.
 */
export async function overviewDifferences(root: string, state: State, agreement: Agreement): Promise<Difference[]> {
  const committed = join(root, 'figures', 'overview')
  const drawn = new Map<string, Buffer>()
  for (const paper of overviewPapers(state)) {
    try {
      const { drawOverview } = await import('../overview/draw.ts')
      for (const [name, data] of await drawOverview(overviewOf(state, paper))) drawn.set(name, data)
    } catch (thrown) {
      const { code, message } = asLawbookError(thrown)
      return [{ file: 'figures/overview', what: `could not be drawn: ${message} (${code})` }]
    }
  }
  return await compareFiles('overview', committed, await listFiles(committed), drawn, agreement)
}
