import type { Paper } from '@lawbook/schemas'
import type { ClaimView } from '../read/claimView.ts'

/** The views by paper, in the order of the claims. */
export function reportPapers(views: readonly ClaimView[]): { paper: Paper; views: ClaimView[] }[] {
  const papers = new Map<string, { paper: Paper; views: ClaimView[] }>()
  for (const view of views) {
    const entry = papers.get(view.paper.id) ?? { paper: view.paper, views: [] }
    entry.views.push(view)
    papers.set(view.paper.id, entry)
  }
  return [...papers.values()]
}
