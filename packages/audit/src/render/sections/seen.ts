import type { AuditReport, SeenReport } from '../../report.ts'
import { type Block, line, type Section } from '../block.ts'
import { labelsOf } from '../labels.ts'
import { sayList, sayWhole, visible } from '../say.ts'

const words = { full: 'in full', cut: 'cut short', name: 'as a name only', nothing: 'not at all' } as const
type Shown = keyof typeof words

/** What the agent can see of the listing: the first thing to know, because what is not shown cannot be chosen. */
export function seenSection(report: AuditReport, top: number): Section {
  const { seen } = report
  const label = labelsOf(report)
  const by = (shown: Shown): string[] => seen.skills.filter((skill) => skill.shown === shown).map(({ id }) => label(id))
  const counts = (Object.keys(words) as Shown[])
    .map((shown) => ({ shown, n: by(shown).length }))
    .filter(({ shown, n }) => n > 0 || shown === 'full')
    .map(({ shown, n }) => `${sayWhole(n)} ${words[shown]}`)
  const lost: Block[] = (['cut', 'name', 'nothing'] as const).flatMap((shown) => {
    const names = by(shown)
    return names.length === 0 ? [] : [line(`${words[shown]}: ${sayList(names, top)}`)]
  })
  return {
    id: 'seen',
    title: 'What the agent can see',
    blocks: [line(`${budgetOf(seen)}; descriptions: ${counts.join(', ')}`), ...lost],
  }
}

function budgetOf({ profile, budgetChars, usedChars }: SeenReport): string {
  const date = profile.asOf === '' ? '' : ` (${visible(profile.asOf)})`
  const used =
    budgetChars === null
      ? `${sayWhole(usedChars)} characters, no limit`
      : `${sayWhole(usedChars)} of ${sayWhole(budgetChars)} characters`
  return `${visible(profile.title)}${date}: ${used}`
}
