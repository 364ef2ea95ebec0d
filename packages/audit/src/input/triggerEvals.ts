import { join, posix, resolve, sep } from 'node:path'
import type { AuditLibrary } from '../auditLibrary.ts'
import { cleaned } from './clean.ts'
import { isRecord, keysOf } from './record.ts'
import { type RequestRow, skillOrNull } from './requestRows.ts'
import type { Read, Row } from './rows.ts'
import type { SkillFinder } from './skillFinder.ts'
import { walk } from './walk.ts'

/**
 * The trigger evaluations below a folder, as absolute paths, sorted: files `trigger_eval.json` (also `trigger_evals.json`,
 * `trigger-eval.json`) in a folder `evals`, as skill authors keep them beside a SKILL.md since 2026.
 */
export async function findTriggerEvals(folder: string): Promise<string[]> {
  const { paths } = await walk(folder, [''], (name) => /^trigger[-_]evals?\.json$/i.test(name))
  return paths
    .filter((path) => posix.basename(posix.dirname(path)) === 'evals')
    .map((path) => join(resolve(folder), ...path.split('/')))
}

/** The rows of a trigger evaluation, a list or `{skill_name?, evals}`; null where a value is none. */
export function triggerRowsOf(value: unknown): { rows: readonly unknown[]; skillName: string | null } | null {
  const rows = Array.isArray(value) ? value : isRecord(value) && Array.isArray(value.evals) ? value.evals : null
  if (rows === null || !rows.some((row) => isRecord(row) && typeof row.should_trigger === 'boolean')) return null
  return { rows, skillName: isRecord(value) && typeof value.skill_name === 'string' ? value.skill_name : null }
}

/**
 * Rows `{query | prompt, should_trigger, expected_skill?}` as requests: what should trigger is meant for the skill that the
 * evaluation belongs to, what should not is meant for `expected_skill`, or else for none. `own` is that skill's id.
 */
export function triggerRequests(
  rows: readonly unknown[],
  own: string | null,
  finder: SkillFinder,
): Row<Read<RequestRow>>[] {
  return rows.map((row, i) => ({ at: `row ${i + 1}`, value: triggerRequest(row, own, finder) }))
}

function triggerRequest(row: unknown, own: string | null, finder: SkillFinder): Read<RequestRow> {
  if (!isRecord(row) || typeof row.should_trigger !== 'boolean')
    return { bad: `it is ${cleaned(keysOf(row))}; a row is {"query", "should_trigger": true | false}` }
  const query = row.query ?? row.prompt
  const text = typeof query === 'string' ? cleaned(query) : ''
  if (text === '') return { bad: 'it has no query' }
  const expected = row.expected_skill ?? null
  if (expected !== null || !row.should_trigger) {
    const skill = skillOrNull(expected, finder)
    return 'bad' in skill ? skill : { value: { id: null, text, skill: skill.value, acceptable: [] } }
  }
  if (own === null) return { bad: 'it should trigger a skill, but no skill of the library lies beside this file' }
  return { value: { id: null, text, skill: own, acceptable: [] } }
}

/** The skill that a trigger evaluation lies beside, the nearest above it, by id; else the one it names; else null. */
export function ownSkill(
  path: string,
  skillName: string | null,
  library: AuditLibrary,
  finder: SkillFinder,
): string | null {
  const absolute = resolve(path)
  const above = library.skills
    .filter(({ place }) => library.folder !== undefined && place.file !== null)
    .map(({ id, place }) => ({ id, folder: join(library.folder!, ...place.file!.split('/').slice(0, -1)) }))
    .filter(({ folder }) => absolute.startsWith(`${folder}${sep}`))
    .sort((a, b) => b.folder.length - a.folder.length)
  return above[0]?.id ?? (skillName === null ? null : finder.named(skillName).id)
}
