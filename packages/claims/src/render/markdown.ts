import type { Diff, DiffClaim } from '@lawbook/schemas'
import { oneLine } from '../words.ts'
import { powerHead, powerText, recomputedText } from './cells.ts'
import { countsText, groupClaims } from './groups.ts'

/** GitHub drops a step summary of more than 1 MiB; this leaves room for what other steps add. */
const mostBytes = 900_000
const head = `| claim | printed | recomputed | verdict | ${powerHead} | since accepted |\n|---|---|---|---|---|---|\n`

/**
 * The diff as Markdown for a step summary: the gate, then one table a paper and group. Claims that moved come first in
 * a table; rows that would exceed the size limit are counted instead.
 */
export function diffMarkdown(diff: Diff): string {
  const parts = sections(diff)
  const kept: string[] = []
  let [bytes, left] = [0, 0]
  for (const { text, row } of parts) {
    const size = Buffer.byteLength(text)
    if (bytes + size <= mostBytes) {
      kept.push(text)
      bytes += size
    } else if (row) left += 1
  }
  const more = left === 0 ? '' : `\n${left} more lines are in \`repro diff --json\`.\n`
  return kept.join('') + more
}

type Part = { readonly text: string; readonly row: boolean }

function sections(diff: Diff): Part[] {
  const { passed, reasons } = diff.gate
  const parts = [plain(`## Lawbook: gate ${passed ? 'passed' : 'failed'}\n\n`)]
  parts.push(...reasons.map((reason) => ({ text: `- ${escaped(reason)}\n`, row: true })))
  for (const paper of [...new Set(diff.claims.map((claim) => claim.paper))]) {
    parts.push(plain(`\n### ${escaped(paper)}\n`))
    for (const { title, claims } of groupClaims({
      ...diff,
      claims: diff.claims.filter((one) => one.paper === paper),
    })) {
      parts.push(plain(`\n**${title}**: ${countsText(claims)}\n\n${head}`))
      const moved = [
        ...claims.filter(({ changed }) => changed !== null),
        ...claims.filter(({ changed }) => changed === null),
      ]
      parts.push(...moved.map((claim) => ({ text: line(claim), row: true })))
    }
  }
  return parts
}

function plain(text: string): Part {
  return { text, row: false }
}

function line(claim: DiffClaim): string {
  const cells = [claim.id, claim.printed, recomputedText(claim), claim.verdict, powerText(claim), claim.changed ?? '']
  return `| ${cells.map(escaped).join(' | ')} |\n`
}

/**
 * Text as text: no HTML, no links, no formatting, no new column. What GitHub would link without any markup (@names,
 * #numbers, bare addresses) is cut by a zero-width space: it looks at the rendered text, where an escape is gone.
 */
function escaped(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\|`*_[\]~$]/g, '\\$&')
    .replace(/@|#(?=\d)|\bwww(?=\.)|[a-z](?=:\/\/)/gi, '$&\u200b')
}
