import type { Edited, LibraryStep } from '@lawbook/audit'
import type { Library, Request } from '@lawbook/skills'

/**
 * The library after every subset of steps, each subset in the order of the steps: 2^k entries, in entry `mask` step j was
 * applied iff bit j is set. Subsets that begin alike share the work.
 */
export function subsetsOf(
  library: Library,
  steps: readonly LibraryStep[],
  calibration: readonly Request[],
): readonly Edited[] {
  let subsets: readonly Edited[] = [{ library, edits: [] }]
  for (const step of steps) subsets = [...subsets, ...subsets.map((done) => after(done, step, calibration))]
  return subsets
}

/** The library after all steps in every order: `ABCD` is the order given. */
export function ordersOf(
  library: Library,
  steps: readonly LibraryStep[],
  calibration: readonly Request[],
): { readonly order: string; readonly edited: Edited }[] {
  const from = (order: string, edited: Edited): { order: string; edited: Edited }[] =>
    order.length === steps.length
      ? [{ order, edited }]
      : steps.flatMap((step, k) =>
          order.includes(letterOf(k)) ? [] : from(order + letterOf(k), after(edited, step, calibration)),
        )
  return from('', { library, edits: [] })
}

/** A step's letter: `A` is the first. */
const letterOf = (place: number): string => String.fromCharCode(65 + place)

function after(done: Edited, step: LibraryStep, calibration: readonly Request[]): Edited {
  const { library, edits } = step.edit(done.library, calibration)
  return { library, edits: [...done.edits, ...edits] }
}

/** The mask of all of `steps` steps. */
export const allOf = (steps: number): number => (1 << steps) - 1

/** A subset as a text, one digit a step, the first step first: `0100` is the second of four alone. */
export function maskText(mask: number, steps: number): string {
  return Array.from({ length: steps }, (_, k) => (mask >> k) & 1).join('')
}
