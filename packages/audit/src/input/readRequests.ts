import { basename } from 'node:path'
import { fail } from '@lawbook/base'
import type { AuditLibrary, AuditRequest } from '../auditLibrary.ts'
import { cleaned } from './clean.ts'
import { counted, isRecord, jsonOf, keysOf } from './record.ts'
import { csvRows, jsonRows, type RequestRow, requestOf } from './requestRows.ts'
import { type Read, type Row, type RowOptions, textOf, usable } from './rows.ts'
import { type SkillFinder, skillFinder } from './skillFinder.ts'
import { ownSkill, triggerRequests, triggerRowsOf } from './triggerEvals.ts'

/**
 * What users ask, from a file: JSON lines or a JSON list of `{text, skill | null, acceptable?, id?}`, a CSV table with the
 * columns text and skill, or a trigger evaluation (`findTriggerEvals`). Skills are named by id or by name. A row without
 * an id is called by the file's name and its number, in a trigger evaluation by the skill's id and its number. LB_INPUT
 * names up to five rows that cannot be used, with near misses; `lenient` leaves them out with a note.
 */
export async function readRequests(
  path: string,
  library: AuditLibrary,
  options: RowOptions = {},
): Promise<AuditRequest[]> {
  const text = await textOf(path)
  const finder = skillFinder(library)
  const { rows, prefix } = rowsOf(path, text, library, finder, options)
  return usable(path, withIds(rows, prefix), 'requests', options)
}

type Rows = { readonly rows: readonly Row<Read<RequestRow>>[]; readonly prefix: string }

function rowsOf(path: string, text: string, library: AuditLibrary, finder: SkillFinder, options: RowOptions): Rows {
  const value = jsonOf(text)
  const prefix = cleaned(basename(path))
  const triggers = triggerRowsOf(value)
  if (triggers !== null) {
    const own = ownSkill(path, triggers.skillName, library, finder)
    const rows = triggerRequests(triggers.rows, own, finder)
    negativesNote(rows, own, prefix, options)
    return { rows, prefix: own === null ? prefix : `${own}:trigger` }
  }
  const list = Array.isArray(value) ? value : isOneRow(value) ? [value] : null
  const raw = /^\s*[[{]/.test(text) ? jsonRows(text, list) : csvRows(text)
  if (raw === null || (isRecord(value) && list === null)) return unknownFormat(prefix, text, value)
  const rows = raw.map(({ at, value: row }) => ({ at, value: 'bad' in row ? row : requestOf(row.value, finder) }))
  return { rows, prefix }
}

/** A file of one row, perhaps over several lines. */
const isOneRow = (value: unknown): boolean => isRecord(value) && typeof value.text === 'string'

function unknownFormat(name: string, text: string, value: unknown): never {
  if (text.trim() === '') fail('LB_INPUT', `${name} is empty; give at least one request`)
  const found =
    value === undefined ? `begins "${cleaned(text.split('\n', 1)[0]!).slice(0, 60)}"` : `holds ${keysOf(value)}`
  return fail(
    'LB_INPUT',
    `${name} ${cleaned(found)}; known are JSON lines or a JSON list of {"text", "skill"}, CSV with the columns text and skill, and a list of {"query", "should_trigger"}`,
  )
}

/** An author who writes that a skill should stay silent does not say whether another one should answer. */
function negativesNote(rows: Rows['rows'], own: string | null, name: string, { onNote }: RowOptions): void {
  const negatives = rows.filter(({ value }) => 'value' in value && value.value.skill === null).length
  if (negatives > 0) {
    onNote?.(
      `${counted(negatives, 'row')} of the trigger evaluation of ${own ?? name} should not trigger it and name no other skill: read as meant for none; add expected_skill where another one is right`,
    )
  }
}

/** Rows with ids; an id that was given twice is a bad row. */
function withIds(rows: Rows['rows'], prefix: string): Row<Read<AuditRequest>>[] {
  const taken = new Set<string>()
  return rows.map(({ at, value }, i) => {
    if ('bad' in value) return { at, value }
    const id = value.value.id ?? `${prefix}:${i + 1}`
    if (taken.has(id)) return { at, value: { bad: `the id ${id} is given twice` } }
    taken.add(id)
    return { at, value: { value: { ...value.value, id } } }
  })
}
