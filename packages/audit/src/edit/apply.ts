import { fail } from '@lawbook/base'
import { type Library, libraryOf, type Request, type Skill } from '@lawbook/skills'
import type { Edit, Edited, LibraryStep } from './edit.ts'

/** A library after edits, in order. An edit of a skill that is not there as `before` says throws LB_DANGLING. */
export function applyEdits(library: Library, edits: readonly Edit[]): Library {
  const skills = new Map(library.skills.map((skill) => [skill.id, skill]))
  for (const edit of edits) {
    for (const skill of taken(edit)) expectAs(skills, skill, edit)
    for (const { id } of taken(edit)) skills.delete(id)
    for (const skill of given(edit)) skills.set(skill.id, skill)
  }
  return libraryOf([...skills.values()])
}

/** The library before edits that `applyEdits` made: the same edits, backwards. */
export function revertEdits(library: Library, edits: readonly Edit[]): Library {
  const skills = new Map(library.skills.map((skill) => [skill.id, skill]))
  for (const edit of [...edits].reverse()) {
    for (const skill of given(edit)) expectAs(skills, skill, edit)
    for (const { id } of given(edit)) skills.delete(id)
    for (const skill of taken(edit)) skills.set(skill.id, skill)
  }
  return libraryOf([...skills.values()])
}

/** Steps one after the other, each on what the last one left; all their edits together. */
export function applySteps(library: Library, steps: readonly LibraryStep[], calibration: readonly Request[]): Edited {
  let result: Edited = { library, edits: [] }
  for (const step of steps) {
    const { library: next, edits } = step.edit(result.library, calibration)
    result = { library: next, edits: [...result.edits, ...edits] }
  }
  return result
}

/** What an edit takes out of a library, and what it puts in. */
const taken = (edit: Edit): readonly Skill[] => (edit.kind === 'merge' ? [edit.before, edit.intoBefore] : [edit.before])

function given(edit: Edit): readonly Skill[] {
  if (edit.kind === 'remove') return []
  return edit.kind === 'split' ? edit.parts : [edit.after]
}

function expectAs(skills: ReadonlyMap<string, Skill>, skill: Skill, { step }: Edit): void {
  const there = skills.get(skill.id)
  const same = there !== undefined && there.name === skill.name && there.description === skill.description
  if (!same)
    fail(
      'LB_DANGLING',
      `an edit of the step ${step} expects the skill ${skill.id} as it was recorded, but it ${there === undefined ? 'is not in the library' : 'reads otherwise'}; apply edits in their order to the library that they were made for`,
    )
}
