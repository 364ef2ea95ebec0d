import { sayCount } from '../../counted.ts'
import { kappaDefined } from '../../picks/agreement.ts'
import type { AuditReport } from '../../report.ts'
import { type Block, line, type Section } from '../block.ts'
import { labelsOf } from '../labels.ts'
import { sayIndex, sayList, sayShare, visible } from '../say.ts'
import { outcomeTable } from './outcomes.ts'

/** What the user's own agent chose: outcomes, who absorbs what, who is never picked, which router agrees best. */
export function picksSection(report: AuditReport, top: number): Section | null {
  const { picks } = report
  if (picks === null) return null
  const label = labelsOf(report)
  const blocks: Block[] = []
  if (picks.outcome !== null) blocks.push(outcomeTable('agent', [{ name: 'your agent', outcome: picks.outcome }]))
  for (const { id, wrong, from } of picks.absorbs.slice(0, Math.ceil(top / 2)))
    blocks.push(
      line(`${label(id)} was picked ${sayCount(wrong, 'time')} for what is meant for ${sayList(from.map(label), 4)}`),
    )
  if (picks.neverPicked.length > 0) blocks.push(line(`never picked: ${sayList(picks.neverPicked.map(label), top)}`))
  const agreement = picks.agreement.map(
    (row) =>
      `${visible(row.router)} ${sayShare(row.agree)}, kappa ${kappaDefined(row) ? sayIndex(row.kappa) : 'not defined'}`,
  )
  if (agreement.length > 0) blocks.push(line(`chooses as your agent does: ${agreement.join('; ')}`))
  blocks.push(...picks.notes.map((note) => line(visible(note))))
  return {
    id: 'picks',
    title: `What your agent picked: ${sayCount(picks.picks, 'decision')} of ${visible(picks.source)}`,
    blocks,
  }
}
