import { parseJson } from '@lawbook/base'
import { type Caption, validate } from '@lawbook/schemas'
import type { DrawnFigure } from '../read/standing.ts'
import type { State } from '../state.ts'
import { keptOverview } from './kept.ts'
import { overviewOf, overviewPapers } from './model.ts'

/** The page of each paper that has one, by paper, drawn from the results that a report reads. */
export async function reportOverviews(state: State): Promise<Map<string, DrawnFigure>> {
  const pages = new Map<string, DrawnFigure>()
  for (const paper of overviewPapers(state)) {
    const overview = overviewOf(state, paper)
    const { figure } = overview
    const files = await keptOverview(overview)
    const read = (name: string): string => files.get(`${figure}.${name}`)!.toString()
    const caption: Caption = validate('lawbook/caption@1', parseJson(read('caption.json'), figure), figure)
    pages.set(paper.id, { id: figure, caption, svg: read('svg') })
  }
  return pages
}
