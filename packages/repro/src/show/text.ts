import { oneLine } from '@lawbook/claims'
import type { ClaimView } from '../read/claimView.ts'
import { fold, powerText, sayInterval, sayNumber, sayUnit } from '../say.ts'

/** A heading and what stands under it, in the order of the screen. The terminal and Markdown print the same facts. */
export type Section = { readonly title: string; readonly lines: readonly string[] }

/** What `show` says of a claim, in sections; none of them is empty. */
export function claimSections(view: ClaimView): Section[] {
  const { claim, judged, measure } = view
  return [
    { title: 'Printed', lines: [`${claim.printed} (${claim.locator.where}; ${claim.source}, trust ${claim.trust})`] },
    { title: 'Recomputed', lines: recomputed(view) },
    { title: 'Verdict', lines: [`${judged.verdict}: ${judged.why}`] },
    { title: 'Rule', lines: [view.rule, ...ruleHistory(view)] },
    { title: 'Power', lines: recognition(view) },
    { title: 'Other choices', lines: choices(view) },
    {
      title: 'Parts',
      lines: (measure?.parts ?? []).map((part) => `${part.label}: ${sayNumber(part.value)} ${sayInterval(part.i90)}`),
    },
    { title: 'Cannot say', lines: view.cannotSay },
    {
      title: 'Would change it',
      lines: [claim.decides, ...(claim.needs === undefined ? [] : [`Needs: ${claim.needs}`])],
    },
    { title: 'Books', lines: books(view) },
    { title: 'Lineage', lines: lineage(view) },
  ].filter(({ lines }) => lines.length > 0)
}

function recomputed({ measure, judged, status }: ClaimView): string[] {
  if (measure === null) {
    const hint = status === 'never-run' ? `; \`repro run ${judged.experiment}\` would` : ''
    return [`nothing here measures it yet${hint}`]
  }
  if (measure.value === null) return [`no value: ${measure.reason ?? 'no reason was given'}`]
  return [
    `${sayNumber(measure.value)}${sayUnit(measure.unit)}, 90 % ${sayInterval(measure.i90)}, 99.5 % ${sayInterval(measure.i995)}, n = ${sayNumber(measure.n)}, evidence ${measure.evidence}`,
    `${measure.method}; resampled: ${measure.resampled}`,
  ]
}

function ruleHistory({ accepted, judged }: ClaimView): string[] {
  const lines: string[] = []
  if (accepted?.firstRule !== undefined) lines.push('The rule was changed after the first result.')
  if (accepted?.firstMethod !== undefined) lines.push('The method was changed after the first result.')
  if (judged.changed !== null) lines.push(`Against the accepted verdict: ${judged.changed}.`)
  return lines
}

function recognition({ power, claim }: ClaimView): string[] {
  if (power === null || (power.power === null && power.recognised === null))
    return claim.rivals.length + claim.holdsIn.length === 0 ? [] : ['no planted world was run under this measure']
  return [
    `${powerText(power)}: the shares of worlds where the claim is false that are denied, and of worlds where it is true that are denied and that are recognised; low is below 80 %`,
    ...power.worlds
      .filter(({ n }) => n > 0)
      .map(
        ({ world, n, agreed, denied, undecided }) =>
          `${world}: agreed ${agreed}, denied ${denied}, undecided ${undecided} of ${n}`,
      ),
  ]
}

function choices({ robustness }: ClaimView): string[] {
  if (robustness.total === 0) return []
  const rows = robustness.rows.map(
    ({ choice, option, value, verdict }) => `${choice} = ${option}: ${sayNumber(value)}, ${verdict}`,
  )
  return [
    `the verdict holds under ${robustness.holds} of ${robustness.total} declared alternatives (not a probability)`,
    ...rows,
  ]
}

function books({ attrition }: ClaimView): string[] {
  return attrition.map(({ stage, planned, used, excluded, failed, missing }) => {
    const reasons = excluded.map(({ reason, n }) => `${sayNumber(n)} ${reason}`)
    const lost = [
      ...reasons,
      ...(failed > 0 ? [`${sayNumber(failed)} failed`] : []),
      ...(missing > 0 ? [`${sayNumber(missing)} missing`] : []),
    ]
    return `${stage}: planned ${sayNumber(planned)}, used ${sayNumber(used)}${lost.length === 0 ? '' : `, left out: ${lost.join(', ')}`}`
  })
}

function lineage({ lineage, status, judged }: ClaimView): string[] {
  const { figures, tables, evidence, data, commit } = lineage
  const file = ({ file, rows, sha256 }: { file: string; rows: number | null; sha256: string }) =>
    `${file}${rows === null ? '' : ` (${sayNumber(rows)} rows)`} ${sha256.slice(0, 12)}`
  const chain = [
    ...figures.map(({ id, tables }) => `figure ${id}${tables.length === 0 ? '' : ` <- ${tables.join(', ')}`}`),
    ...tables.map((ref) => `table ${file(ref)}`),
    ...evidence.map((ref) => `rows ${file(ref)}`),
    ...data.map((ref) => `data ${ref.id}: ${file(ref)}`),
  ]
  return [...chain, `experiment ${judged.experiment} (${status})${commit === null ? '' : ` at commit ${commit}`}`]
}

/** The sections as one terminal screen, folded to a width. */
export function sectionsText(sections: readonly Section[], width: number): string[] {
  const room = Math.max(40, width - 19)
  return sections.flatMap(({ title, lines }) =>
    lines.map((line, i) => `  ${(i === 0 ? title : '').padEnd(15)}  ${fold(line, room, ' '.repeat(19))}`),
  )
}

/** The sections as Markdown, for pasting into a review. Text of others is escaped. */
export function sectionsMarkdown(sections: readonly Section[]): string[] {
  return sections.flatMap(({ title, lines }) => {
    const [first = '', ...rest] = lines.map(escapeMarkdown)
    return [`- **${title}**: ${first}`, ...rest.map((line) => `  - ${line}`)]
  })
}

/** Text as Markdown that shows it literally: on one line, without markup, links or HTML. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#]/g, '\\$&')
}
