import type { AgentPick } from '../auditLibrary.ts'
import { cleaned } from './clean.ts'
import type { PickFile } from './pickFile.ts'
import { counted } from './record.ts'
import type { RowOptions } from './rows.ts'
import type { SkillFinder } from './skillFinder.ts'

/** The turns of a transcript as picks; a line that another session repeats, as resumed ones do, counts once. */
export function turnPicks(
  file: string,
  { turns, further, broken }: Extract<PickFile, { kind: 'turns' }>,
  finder: SkillFinder,
  keys: Set<string>,
  options: RowOptions,
): AgentPick[] {
  const picks: AgentPick[] = []
  const strangers = new Map<string, number>()
  for (const { line, text: asked, key, taken } of turns) {
    const text = cleaned(asked)
    if (text === '' || (key !== null && keys.has(key))) continue
    if (key !== null) keys.add(key)
    const meant = taken === null ? null : 'name' in taken ? finder.named(taken.name) : finder.atPath(taken.path)
    if (taken !== null && meant?.id == null) {
      const name = cleaned('name' in taken ? taken.name : taken.path.split(/[\\/]/).at(-2)!)
      strangers.set(name, (strangers.get(name) ?? 0) + 1)
    } else picks.push({ id: `${cleaned(file)}:${line}`, text, offered: null, picked: meant?.id ?? null })
  }
  for (const note of notesOf(cleaned(file), strangers, further, broken)) options.onNote?.(note)
  return picks
}

function notesOf(file: string, strangers: ReadonlyMap<string, number>, further: number, broken: number): string[] {
  const left = [...strangers.values()].reduce((sum, n) => sum + n, 0)
  const names = [...strangers.keys()].slice(0, 5).join(', ')
  return [
    ...(left === 0
      ? []
      : [`${counted(left, 'pick')} in ${file} of skills that the library does not have, or has twice: ${names}`]),
    ...(further === 0
      ? []
      : [`${counted(further, 'skill')} in ${file} taken up after the first of a turn: not counted`]),
    ...(broken === 0 ? [] : [`${counted(broken, 'line')} of ${file} that are no JSON: left out`]),
  ]
}
