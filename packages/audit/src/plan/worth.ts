import type { Candidate } from './candidates.ts'

/** What is worth a reader's time: at least so many characters, such a share of a description, so many requests. */
const [leastChars, leastShare, leastRequests] = [20, 0.1, 0.5]

/** From so many characters on clauses about other skills are a fault: the finding `points-elsewhere` begins there too. */
const leastFault = 40

/** Whether an edit shortens a description by a worthwhile amount: by 20 characters at least, and a tenth of it. */
export const savesEnough = (before: string, after: string): boolean =>
  before.length - after.length >= Math.max(leastChars, leastShare * before.length)

/** Whether a gain, in share of `n` requests, makes at least half of one more right: less is one router changing its mind. */
export const helps = ({ value, n }: { readonly value: number; readonly n: number }): boolean =>
  value * n >= leastRequests - 1e-9

/**
 * Whether an edit has a place in a plan. Never with a negative gain, in share of `n` requests that did not choose it.
 * Else if it helps (`helps`), if it takes out a fault (skills that do the same work, 40 characters or more about other
 * skills), or if characters are `scarce` and a trim saves some.
 */
export function earnsPlace(
  { kind, chars }: Pick<Candidate, 'kind' | 'chars'>,
  gain: { readonly value: number; readonly n: number },
  scarce: boolean,
): boolean {
  if (gain.value < 0) return false
  if (helps(gain)) return true
  if (kind === 'narrow') return chars <= -leastFault
  return chars < 0 && (kind === 'merge' || (kind === 'trim' && scarce))
}
