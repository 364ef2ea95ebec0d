import type { AuditLibrary } from '../auditLibrary.ts'
import { ownWords } from '../confuse/ownWords.ts'
import { sayWhole } from '../counted.ts'
import type { Finding } from '../report.ts'
import { withoutPointers } from '../steps/withoutPointers.ts'
import { about, type Book } from './book.ts'

const fewest = 2
/** An aside of a few words ("rather than ...") is no pointer elsewhere. */
const shortest = 40

/** What the words of a listing alone show. */
export function wordingFindings(library: AuditLibrary, book: Book): Finding[] {
  return [...noOwnWords(library, book), ...pointsElsewhere(library, book)]
}

/**
 * Fewer than two words of its own; a single skill has nothing to be told from. On the calibration half of the skill
 * requests (570 skills, four routers) skills with none are found .05 of the time, with one .13, with two or three .25,
 * with more .33; in libraries of 40 to 150 drawn from it those with fewer than two .08 to .28, with more than three .45
 * to .52.
 */
function noOwnWords(library: AuditLibrary, book: Book): Finding[] {
  const { most, counts } = ownWords(library)
  const others = most === 1 ? 'in another listing too' : `in more than ${sayWhole(most)} listings`
  return counts
    .filter(({ all, own }) => all === 0 || (own < fewest && library.skills.length > 1))
    .map(({ id, all, own }) => {
      const name = book.label(id)
      const message =
        all < fewest
          ? `${name} has ${all === 0 ? 'no word' : 'only one word'} in name and description that a router could read; describe what it does`
          : `${own === 0 ? 'all' : 'all but one'} of the ${sayWhole(all)} words of ${name} are ${others}; name the things that only it works on`
      return about(book, id, { rule: 'no-own-words', level: 'warning', message, degree: fewest - own })
    })
}

/** At least 40 characters of clauses about others; the degree is how many characters are spent on them. */
function pointsElsewhere({ skills }: AuditLibrary, book: Book): Finding[] {
  return skills.flatMap(({ id, description }) => {
    const spent = description.length - withoutPointers(description).length
    if (spent < shortest) return []
    const message = `${book.label(id)} spends ${sayWhole(spent)} characters on what it is not for, and routers that compare words or vectors read them as what it is for; say instead what only it does, and keep the rest for the body`
    return [about(book, id, { rule: 'points-elsewhere', level: 'note', message, degree: spent })]
  })
}
