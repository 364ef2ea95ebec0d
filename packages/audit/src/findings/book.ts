import { countTerms } from '@lawbook/skills'
import type { AuditLibrary } from '../auditLibrary.ts'
import type { Finding, Level, Place } from '../report.ts'

/** What findings need to know of skills: what to call them, and where they are. */
export type Book = {
  /** The name; with the id where several skills have that name or it is empty. */
  readonly label: (id: string) => string
  readonly place: (id: string) => Place
}

/** The most severe first. */
export const levels: readonly Level[] = ['error', 'warning', 'note']

const nowhere: Place = { file: null, line: null }

export function bookOf({ skills }: Pick<AuditLibrary, 'skills'>): Book {
  const counts = countTerms(skills.map(({ name }) => name))
  const labels = new Map(
    skills.map(({ id, name }) => [id, name !== '' && counts.get(name) === 1 ? name : `${name} (${id})`.trim()]),
  )
  const places = new Map(skills.map(({ id, place }) => [id, place]))
  return { label: (id) => labels.get(id) ?? id, place: (id) => places.get(id) ?? nowhere }
}

/** A finding about one skill. */
export function about(
  book: Book,
  id: string,
  finding: Pick<Finding, 'rule' | 'level' | 'message' | 'degree'>,
): Finding {
  return { key: `${finding.rule}:${book.label(id)}`, ...finding, skills: [id], places: [book.place(id)] }
}
