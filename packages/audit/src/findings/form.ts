import { byCodeUnit } from '@lawbook/base'
import type { AuditLibrary } from '../auditLibrary.ts'
import { groupsOf } from '../groupsOf.ts'
import type { Finding } from '../report.ts'
import { about, type Book, levels } from './book.ts'
import { sayYamlFault } from './yamlFault.ts'

/** What was found of files, formats and names before anything was measured. */
export function formFindings(library: AuditLibrary, book: Book): Finding[] {
  return [...unreadable(library), ...invalid(library, book), ...sameName(library, book), ...copies(library, book)]
}

/** One finding a file, however much is wrong with it. */
function unreadable({ problems }: AuditLibrary): Finding[] {
  const files = groupsOf(problems, ({ place }) => place.file)
  return [...files].map(([file, found]) => ({
    key: `unreadable:${file ?? 'input'}`,
    rule: 'unreadable',
    level: found.map(({ level }) => level ?? 'warning').sort((a, b) => levels.indexOf(a) - levels.indexOf(b))[0]!,
    skills: [],
    places: [...new Map(found.map(({ place }) => [place.line, place])).values()],
    message: `${file ?? 'the input'}: ${found.map(({ what }) => what).join('; ')}`,
    degree: null,
  }))
}

/** Departures that agents get over. */
const slight = ['byte-order-mark', 'carriage-return', 'name-characters', 'name-not-folder', 'empty-body']

function invalid({ warnings }: AuditLibrary, book: Book): Finding[] {
  return warnings.map(({ id, rule, detail }) => {
    const level = slight.includes(rule) ? 'note' : 'warning'
    const said = rule === 'invalid-yaml' ? sayYamlFault(detail) : `${detail}; correct it`
    const message = `the definition of ${book.label(id)} departs from its format (${rule}): ${said}`
    const finding = about(book, id, { rule: 'invalid-format', level, message, degree: null })
    return { ...finding, key: `${finding.key}:${rule}` }
  })
}

function sameName({ skills }: AuditLibrary, book: Book): Finding[] {
  const names = [...groupsOf(skills, ({ name }) => name)].filter(([name, same]) => name !== '' && same.length > 1)
  return names.map(([name, same]) => ({
    key: `duplicate-name:${name}`,
    rule: 'duplicate-name',
    level: 'error',
    skills: same.map(({ id }) => id).sort(byCodeUnit),
    places: same.map(({ id }) => book.place(id)),
    message: `${same.length} skills are called ${name}: an agent can address only one of them; rename all but one`,
    degree: same.length,
  }))
}

function copies({ copies: found }: AuditLibrary, book: Book): Finding[] {
  return found.map(({ id, of }) => ({
    key: `copy:${book.label(of)}:${id}`,
    rule: 'copy',
    level: 'warning',
    skills: [id, of].sort(byCodeUnit),
    places: [book.place(of)],
    message: `${id} is an exact copy of ${book.label(of)}; remove one of them`,
    degree: null,
  }))
}
