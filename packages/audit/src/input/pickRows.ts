import type { AgentPick } from '../auditLibrary.ts'
import { cleaned } from './clean.ts'
import { isRecord, keysOf } from './record.ts'
import { idOf, skillOrNull } from './requestRows.ts'
import type { Read } from './rows.ts'
import type { SkillFinder } from './skillFinder.ts'

/** A pick before it has an id of its own; `unknown`: offered skills that the library does not have. */
export type PickRow = Omit<AgentPick, 'id'> & { readonly id: string | null; readonly unknown: number }

/** Whether an object reads as a row of picks. */
export const isPickRow = (row: Readonly<Record<string, unknown>>): boolean =>
  (typeof row.request === 'string' || typeof row.text === 'string') && 'picked' in row

/**
 * A row `{request | text, offered?, picked, expected?, id?}` with skills by id or by name. Offered skills that the library
 * does not have are left out and counted; a picked or expected one makes the row unusable.
 */
export function pickOf(value: unknown, finder: SkillFinder): Read<PickRow> {
  if (!isRecord(value) || !isPickRow(value))
    return { bad: `it is ${cleaned(keysOf(value))}; a row is {"request", "picked"}` }
  const text = cleaned(typeof value.request === 'string' ? value.request : String(value.text))
  if (text === '') return { bad: 'its request is empty' }
  const picked = skillOrNull(value.picked, finder)
  if ('bad' in picked) return { bad: `picked: ${picked.bad}` }
  const expected = value.expected === undefined ? undefined : skillOrNull(value.expected, finder)
  if (expected !== undefined && 'bad' in expected) return { bad: `expected: ${expected.bad}` }
  const { offered, unknown } = offeredOf(value.offered, finder)
  const known = expected === undefined ? {} : { expected: expected.value }
  return { value: { id: idOf(value.id), text, offered, picked: picked.value, ...known, unknown } }
}

function offeredOf(value: unknown, finder: SkillFinder): { offered: readonly string[] | null; unknown: number } {
  if (!Array.isArray(value)) return { offered: null, unknown: 0 }
  const meant = value.map((name) => (typeof name === 'string' ? finder.named(name).id : null))
  const ids = meant.filter((id) => id !== null)
  return { offered: [...new Set(ids)], unknown: meant.length - ids.length }
}
