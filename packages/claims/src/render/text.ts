import type { Diff, DiffClaim } from '@lawbook/schemas'
import { oneLine } from '../words.ts'
import { powerHead, powerText, recomputedText } from './cells.ts'
import { countsText, groupClaims } from './groups.ts'

const head = ['claim', 'printed', 'recomputed', 'verdict', powerHead, 'since accepted']
const widest = 44

/** The diff for a terminal: one table a group, then the gate. No colour, no escape sequence. Ends in a newline. */
export function diffText(diff: Diff): string {
  const groups = groupClaims(diff).map(({ title, claims }) => {
    const heading = title === 'gone' ? title : `${title}: ${countsText(claims)}`
    return `${heading}\n${table([head, ...claims.map(cells)])}`
  })
  const { passed, reasons } = diff.gate
  const gate = passed ? 'gate: passed' : ['gate: failed', ...reasons.map((reason) => `  ${oneLine(reason)}`)].join('\n')
  return `${[...groups, gate].join('\n\n')}\n`
}

function cells(claim: DiffClaim): string[] {
  return [
    claim.id,
    shortened(claim.printed),
    recomputedText(claim),
    claim.verdict,
    powerText(claim),
    claim.changed ?? '',
  ].map(oneLine)
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')}`.trimEnd()).join('\n')
}

function shortened(text: string): string {
  return text.length <= widest ? text : `${text.slice(0, widest - 1)}…`
}
