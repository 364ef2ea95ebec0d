import type { AuditRequest } from '../auditLibrary.ts'
import { cleaned } from './clean.ts'
import { csvOf } from './csv.ts'
import { isRecord, keysOf } from './record.ts'
import { jsonLinesOf, type Read, type Row } from './rows.ts'
import type { SkillFinder } from './skillFinder.ts'

/** A request before it has an id of its own. */
export type RequestRow = Omit<AuditRequest, 'id'> & { readonly id: string | null }

/** A row `{text, skill, acceptable?, id?}`; `skill` and `acceptable` name skills by id or name, null is no skill. */
export function requestOf(value: unknown, finder: SkillFinder): Read<RequestRow> {
  if (!isRecord(value)) return { bad: `it is ${keysOf(value)}; a row is {"text", "skill"}` }
  const text = typeof value.text === 'string' ? cleaned(value.text) : ''
  if (text === '') return { bad: `it has no text (${cleaned(keysOf(value))})` }
  const skill = skillOrNull(value.skill, finder)
  if ('bad' in skill) return skill
  const acceptable: string[] = []
  for (const name of listOf(value.acceptable)) {
    const meant = typeof name === 'string' ? finder.named(name) : { id: null, why: 'acceptable is a list of skills' }
    if (meant.id === null) return { bad: meant.why }
    if (meant.id !== skill.value && !acceptable.includes(meant.id)) acceptable.push(meant.id)
  }
  return { value: { id: idOf(value.id), text, skill: skill.value, acceptable } }
}

/** A skill as a row names it; null is none, and nothing at all is not null. */
export function skillOrNull(value: unknown, finder: SkillFinder): Read<string | null> {
  if (value === null) return { value: null }
  if (typeof value !== 'string' || value.trim() === '')
    return { bad: 'it does not say which skill is meant; give an id, a name, or null for none' }
  const meant = finder.named(value)
  return meant.id === null ? { bad: meant.why } : { value: meant.id }
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [false]

/** An id that a row gives itself, or null. */
export const idOf = (value: unknown): string | null =>
  typeof value === 'string' && cleaned(value) !== '' ? cleaned(value) : typeof value === 'number' ? String(value) : null

/** JSON lines, or a JSON list, of rows. */
export const jsonRows = (text: string, list: readonly unknown[] | null): Row<Read<unknown>>[] =>
  list === null ? jsonLinesOf(text) : list.map((value, i) => ({ at: `row ${i + 1}`, value: { value } }))

/**
 * The rows of a CSV table with the columns `text` and `skill`, and perhaps `id` and `acceptable` (skills with `|`
 * between); an empty skill is none. Null where the header is another one.
 */
export function csvRows(text: string): Row<Read<unknown>>[] | null {
  const { columns, rows } = csvOf(text)
  if (!columns.includes('text') || !columns.includes('skill')) return null
  return rows.map(({ line, cells }) => {
    const acceptable = (cells.acceptable ?? '').split('|').filter((name) => name.trim() !== '')
    const skill = cells.skill!.trim() === '' ? null : cells.skill!
    return { at: `line ${line}`, value: { value: { ...cells, skill, acceptable } } }
  })
}
