import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail } from '@lawbook/base'
import type { AgentPick, AuditLibrary } from '../auditLibrary.ts'
import { cleaned } from './clean.ts'
import { knownForms, pickFile } from './pickFile.ts'
import { type PickRow, pickOf } from './pickRows.ts'
import { counted } from './record.ts'
import { type Read, type Row, type RowOptions, usable } from './rows.ts'
import { type SkillFinder, skillFinder } from './skillFinder.ts'
import { turnPicks } from './turnPicks.ts'
import { systemCode, walk } from './walk.ts'

/**
 * Decisions that an agent has made, from a file or from all `.jsonl` files below a folder: rows `{request | text, offered?,
 * picked, expected?, id?}` as JSON lines or a JSON list, or session transcripts of Claude Code, OpenClaw or Codex. In a
 * transcript the user's last words before the agent's first reading of a skill are the request; a turn without one is
 * picked null. Nothing leaves the machine. LB_INPUT for a format that is none of these and for rows that cannot be used
 * (`lenient`: left out, with a note); turns that took up a skill which the library does not have are always left out.
 */
export async function readPicks(path: string, library: AuditLibrary, options: RowOptions = {}): Promise<AgentPick[]> {
  const finder = skillFinder(library)
  const folder = await isFolder(path)
  const below = folder ? await walk(path, [''], (name) => name.endsWith('.jsonl')) : null
  const files = below?.paths ?? [basename(path)]
  for (const { place, what } of below?.problems ?? []) options.onNote?.(`${place.file}: ${what}`)
  if (files.length === 0)
    fail('LB_INPUT', `there is no .jsonl file below ${cleaned(path)}; name a file or a folder of some`)
  const picks: AgentPick[] = []
  const unknown: string[] = []
  const keys = new Set<string>()
  const ids = new Set<string>()
  for (const name of files) {
    const content = await pickFile(folder ? join(path, name) : path)
    if (content.kind === 'unknown') unknown.push(`${cleaned(name)} begins with ${cleaned(content.first)}`)
    else if (content.kind === 'rows') picks.push(...rowPicks(name, content.rows, finder, ids, options))
    else picks.push(...turnPicks(name, content, finder, keys, options))
  }
  if (unknown.length === files.length) fail('LB_INPUT', `${unknown.slice(0, 3).join('; ')}; ${knownForms}`)
  if (unknown.length > 0)
    options.onNote?.(
      `${counted(unknown.length, 'file')} left out, in no known format: ${unknown.slice(0, 3).join('; ')}`,
    )
  return picks
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (thrown) {
    return fail(
      'LB_INPUT',
      `${cleaned(path)} cannot be read (${systemCode(thrown)}); name a file or folder that exists`,
    )
  }
}

function rowPicks(
  file: string,
  rows: readonly Row<Read<unknown>>[],
  finder: SkillFinder,
  ids: Set<string>,
  options: RowOptions,
): AgentPick[] {
  const read: Row<Read<PickRow>>[] = rows.map(({ at, value }) => ({
    at,
    value: 'bad' in value ? value : pickOf(value.value, finder),
  }))
  const picks = usable(file, withoutTwice(read, ids), 'picks', options)
  const unknown = picks.reduce((sum, pick) => sum + pick.unknown, 0)
  if (unknown > 0)
    options.onNote?.(
      `${counted(unknown, 'offered skill')} in ${cleaned(file)} not in the library, or not named clearly: left out`,
    )
  return picks.map(({ unknown: _, id, ...pick }, i) => ({ id: id ?? `${cleaned(file)}:${i + 1}`, ...pick }))
}

/** An id that was given twice is a bad row. */
function withoutTwice(rows: readonly Row<Read<PickRow>>[], taken: Set<string>): Row<Read<PickRow>>[] {
  return rows.map(({ at, value }) => {
    if ('bad' in value || value.value.id === null) return { at, value }
    const { id } = value.value
    if (taken.has(id)) return { at, value: { bad: `the id ${id} is given twice` } }
    taken.add(id)
    return { at, value }
  })
}
