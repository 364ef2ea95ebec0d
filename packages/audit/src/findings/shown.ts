import type { AuditLibrary } from '../auditLibrary.ts'
import { sayWhole } from '../counted.ts'
import type { Finding, SeenReport } from '../report.ts'
import { about, type Book } from './book.ts'

/** Descriptions that the agent does not see, or not whole. Their degree is how many characters are lost. */
export function shownFindings({ skills }: AuditLibrary, seen: SeenReport, book: Book): Finding[] {
  const lengths = new Map(skills.map(({ id, description }) => [id, description.length]))
  const limit = seen.budgetChars === null ? 'its list' : `its list of ${sayWhole(seen.budgetChars)} characters`
  const agent = seen.profile.title
  return seen.skills.flatMap(({ id, shown, chars }) => {
    const whole = lengths.get(id) ?? chars
    const degree = whole - chars
    const name = book.label(id)
    if (shown === 'full') return []
    if (shown === 'cut') {
      const message = `${name} is shown with the first ${sayWhole(chars)} of ${sayWhole(whole)} characters of its description (${agent}); shorten it, or put first what tells it from other skills`
      return [about(book, id, { rule: 'cut-short', level: 'warning', message, degree })]
    }
    const message =
      shown === 'name'
        ? `${name} is shown by name only: descriptions do not fit ${limit} (${agent}); shorten descriptions, remove skills, or raise the limit`
        : `${name} is not shown at all: it does not fit ${limit} (${agent}); shorten descriptions, remove skills, or raise the limit`
    return [about(book, id, { rule: 'not-shown', level: shown === 'name' ? 'warning' : 'error', message, degree })]
  })
}
