import type { Contest, Entries } from './contest.ts'

/** Which edit each skill has been through, by its index; -1: none. */
export type Applied = Int16Array

/** No edit at all. */
export const unedited = (skills: number): Applied => new Int16Array(skills).fill(-1)

/** The same with one more edit, in place. */
export function apply(applied: Applied, taken: readonly number[], edit: number): void {
  for (const skill of taken) applied[skill] = edit
}

/**
 * The exact chance that the right skill is chosen among all entries once some edits are in place, a tie shared evenly:
 * entries that no edit took keep the scores of the library as it was. `takenBy` are the skills that each edit takes.
 */
export function chanceOf(
  { own, at, scores }: Contest,
  entries: Entries,
  right: number,
  applied: Applied,
  takenBy: (edit: number) => readonly number[],
): number {
  const answer = applied[right]!
  let mine = answer === -1 ? own : Number.NEGATIVE_INFINITY
  let [best, ties] = [Number.NEGATIVE_INFINITY, 0]
  for (let i = 0; i < entries.edits.length; i++) {
    const [edit, score] = [entries.edits[i]!, entries.scores[i]!]
    if (edit === answer) mine = score
    else if (applied[takenBy(edit)[0]!] !== edit || score < best) continue
    else if (score === best) ties++
    else [best, ties] = [score, 1]
  }
  for (let k = 0; k < at.length; k++) {
    const score = scores[k]!
    if (score < best || score < mine) break
    if (at[k] === right || applied[at[k]!] !== -1) continue
    if (score === best) ties++
    else [best, ties] = [score, 1]
  }
  if (mine === Number.NEGATIVE_INFINITY || best > mine) return 0
  return best === mine ? 1 / (1 + ties) : 1
}
