import { applySteps, authorsSteps, type Edited, ourSteps } from '@lawbook/audit'
import type { Library, Request } from '@lawbook/skills'

/** The libraries: as it was, edited by the authors' released rules, edited by ours. */
export const libraries = ['raw', 'authors', 'ours'] as const
export type LibraryId = (typeof libraries)[number]

/** The gate: none, the limit that is judged, or the released limit for tasks whose id has none of its prefixes. */
export const gates = ['', '+gate', '+wide-gate'] as const
export type GateId = (typeof gates)[number]

/** One way of helping an agent: which library, which gate, and whether the closure check is on. */
export type Arm = { readonly id: string; readonly library: LibraryId; readonly gate: GateId; readonly closure: boolean }

export const armId = (library: LibraryId, gate: GateId, closure: boolean): string =>
  `${library}${gate}${closure ? '+closure' : ''}`

/** All eighteen, the plain one first. */
export const arms: readonly Arm[] = libraries.flatMap((library) =>
  gates.flatMap((gate) =>
    [false, true].map((closure): Arm => ({ id: armId(library, gate, closure), library, gate, closure })),
  ),
)

/** The edited libraries of an arm; outcomes are means over them. */
export type Editions = Readonly<Record<LibraryId, readonly Edited[]>>

/**
 * The libraries that arms use. The authors' rules read no request. Ours are edited twice: once they read the requests about
 * one half of the cards, once those about the other, so that every card is read in one edition and not in the other.
 */
export function editedLibraries(library: Library, read: readonly (readonly Request[])[]): Editions {
  return {
    raw: [{ library, edits: [] }],
    authors: [applySteps(library, authorsSteps, [])],
    ours: read.map((requests) => applySteps(library, ourSteps, requests)),
  }
}
