import type { AuditedSkill } from '../auditLibrary.ts'
import { sayCount, sayWhole } from '../counted.ts'
import type { SeenReport } from '../report.ts'

/** The settings that raise the budget of a profile, as its agent documents them (`see/profiles.ts`). */
const settings: Readonly<Record<string, string>> = {
  'claude-code': 'skillListingBudgetFraction or SLASH_COMMAND_TOOL_CHAR_BUDGET',
  openclaw: 'maxSkillsPromptChars',
}

/**
 * What would make every description visible to the agent; nothing where all are, or there is no budget. `excess` is by
 * how much the listing is beyond it (`excessOf`).
 */
export function budgetNotes(skills: readonly AuditedSkill[], seen: SeenReport, excess: number | null): string[] {
  const { budgetChars: budget } = seen
  if (budget === null || excess === null || excess < 0) return []
  if (excess === 0) return ['the listing takes its whole budget, so the plan adds no more characters than it takes out']
  const unlisted = seen.skills.filter(({ shown }) => shown === 'nothing').length
  if (unlisted > 0)
    return [
      `${sayWhole(unlisted)} of ${sayCount(skills.length, 'skill')} ${unlisted === 1 ? 'is' : 'are'} not listed at all: no wording changes that, only fewer skills do`,
    ]
  const whole = skills.reduce((sum, { description }) => sum + description.length, 0)
  const raised = settings[seen.profile.id]
  const or = `or the budget raised to ${sayCount(budget + excess, 'character')}${raised === undefined ? '' : ` (${raised})`}`
  if (excess > whole)
    return [
      `without any description the listing takes ${sayCount(budget + excess - whole, 'character')}, more than its budget of ${sayWhole(budget)}: descriptions are only seen with fewer skills, ${or}`,
    ]
  const each = Math.ceil(excess / skills.length)
  const kept = Math.floor((whole - excess) / skills.length)
  return [
    `to show every description, ${sayCount(excess, 'character')} must go, ${sayWhole(each)} a skill on average, which leaves ${sayWhole(kept)} each, ${or}`,
  ]
}
