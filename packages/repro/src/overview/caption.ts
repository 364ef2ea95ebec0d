import { isCompact } from './columns.ts'
import type { Overview } from './model.ts'

/** The words beside the page of a paper, without what the picture decides. Counts stay group by group. */
export function captionWords(overview: Overview) {
  const { title, groups, experiments } = overview
  const counted = groups.map(({ title: group, counts }) => `${group.toLowerCase()}: ${counts}`).join('; ')
  const claims = groups.flatMap(({ rows }) =>
    rows.map(({ ref, verdict, estimate }) => `${ref} ${verdict}${estimate === null ? '' : ` at ${estimate}`}`),
  )
  const change = isCompact(overview)
    ? '; what would change it stands in the report and in `repro show`'
    : ', and what would change it'
  return {
    title: `State of the evidence: ${title}`,
    text: `Every registered claim of “${title}” as it stands: what it says, what it allows (shaded) beside what was recomputed on a scale of its own, the verdict, its evidence, the power and recognition of its rule in planted worlds${change}. Strips are not comparable with one another, and claims judged on different grounds are never added up. Recomputed by ${experiments.join(', ')}.`,
    alt: `${counted}. Claim by claim, with 90 % intervals: ${claims.join('; ')}.`,
    n: groups.map(({ title: group, rows }) => `${rows.length} ${group.toLowerCase()}`).join(', '),
    interval: 'the intervals of each measure, as its experiment computes them',
    level: '90 % (thick) and 99.5 % (thin)',
    resampled: 'for each claim what its measure resamples',
  }
}
