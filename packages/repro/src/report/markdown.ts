import { countsText, groupClaims } from '@lawbook/claims'
import type { Diff } from '@lawbook/schemas'
import type { ClaimView } from '../read/claimView.ts'
import { claimSections, escapeMarkdown, sectionsMarkdown } from '../show/text.ts'
import { verdictWords } from '../words.ts'
import { fitMarkdown } from './fits.ts'
import { reportPapers } from './papers.ts'

/** The report as Markdown: the same facts as the page, without pictures. */
export function reportMarkdown(diff: Diff, views: readonly ClaimView[]): string {
  const lines = ['# Claimed against reproduced', '']
  for (const { paper, views: own } of reportPapers(views)) {
    lines.push(`## ${escapeMarkdown(paper.title)}`, '', escapeMarkdown(paper.reading), '')
    const byId = new Map(own.map((view) => [view.judged.id, view]))
    for (const { title, claims } of groupClaims({ ...diff, claims: own.map(({ judged }) => judged) })) {
      lines.push(`### ${paper.id}, ${title}: ${countsText(claims)}`, '')
      for (const { id, ref, statement, verdict } of claims) {
        lines.push(`#### ${escapeMarkdown(`${ref} ${id}`)}: ${verdict}`, '', escapeMarkdown(statement), '')
        lines.push(...sectionsMarkdown(claimSections(byId.get(id)!)), '')
      }
    }
    lines.push(...fitMarkdown(own))
  }
  lines.push('## How to read a verdict', '')
  for (const [word, meaning] of Object.entries(verdictWords)) lines.push(`- **${word}**: ${meaning}`)
  return `${lines.join('\n')}\n`
}
