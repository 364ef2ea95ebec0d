import { sayCount, sayWhole } from '../../counted.ts'
import type { AuditReport, SeenReport } from '../../report.ts'
import { line, type Section } from '../block.ts'
import { labelsOf } from '../labels.ts'
import { sayList, visible } from '../say.ts'
import { sayTrees } from '../trees.ts'

const words = { full: 'in full', cut: 'cut short', name: 'as a name only', nothing: 'not at all' } as const
type Shown = keyof typeof words
const losses = ['cut', 'name', 'nothing'] as const

/** What the agent can see of the listing: the first thing to know, because what is not shown cannot be chosen. */
export function seenSection(report: AuditReport, top: number): Section {
  const { seen, library } = report
  const label = labelsOf(report)
  const by = (shown: Shown): string[] => seen.skills.filter((skill) => skill.shown === shown).map(({ id }) => label(id))
  const lost = losses.flatMap((shown) => {
    const names = by(shown)
    return names.length === 0 ? [] : [line(`${words[shown]}, ${sayWhole(names.length)}: ${sayList(names, top)}`)]
  })
  const trees = sayTrees(library)
  return {
    id: 'seen',
    title: 'What the agent can see',
    blocks: [
      line(`${budgetOf(seen)}; ${sayCount(by('full').length, 'description')} in full`),
      ...lost,
      ...(lost.length > 0 ? [line(todo(seen))] : []),
      ...(trees === null ? [] : [line(trees)]),
    ],
  }
}

function budgetOf({ profile, budgetChars, usedChars, skills }: SeenReport): string {
  const date = profile.asOf === '' ? '' : ` (${visible(profile.asOf)})`
  const agent = `${visible(profile.title)}${date}`
  if (budgetChars === null) return `${agent}: ${sayWhole(usedChars)} characters`
  if (usedChars <= budgetChars) return `${agent}: ${sayWhole(usedChars)} of ${sayWhole(budgetChars)} characters`
  const what = skills.every(({ chars }) => chars === 0) ? 'the names alone take' : 'the listing takes'
  return `${agent}: ${what} ${sayWhole(usedChars)} characters where ${sayWhole(budgetChars)} fit`
}

/** What brings the rest of the listing back; how many characters must go stands beside the plan. */
function todo({ budgetChars, usedChars }: SeenReport): string {
  const cure =
    budgetChars === null
      ? 'shorten these descriptions'
      : `${usedChars > budgetChars ? '' : 'shorten descriptions, '}remove skills, or raise the budget of your agent and say so here with --profile <file>`
  return `the agent cannot choose by what it does not see: ${cure}`
}
