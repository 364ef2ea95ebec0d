import { applySteps, authorsSteps, type Edited, ourSteps } from '@lawbook/audit'
import type { Library, Request } from '@lawbook/skills'

/** The libraries: as it was, edited by the authors' released rules, edited by ours. */
export const libraries = ['raw', 'authors', 'ours'] as const
export type LibraryId = (typeof libraries)[number]

/** One way of helping an agent: which library, and whether the gate and the closure check are on. */
export type Arm = {
  readonly id: string
  readonly library: LibraryId
  readonly gate: boolean
  readonly closure: boolean
}

export const armId = (library: LibraryId, gate: boolean, closure: boolean): string =>
  `${library}${gate ? '+gate' : ''}${closure ? '+closure' : ''}`

/** All twelve, the plain one first. */
export const arms: readonly Arm[] = libraries.flatMap((library) =>
  [false, true].flatMap((gate) =>
    [false, true].map((closure): Arm => ({ id: armId(library, gate, closure), library, gate, closure })),
  ),
)

/** The libraries that arms use. Ours reads requests; the authors' rules read none. */
export function editedLibraries(library: Library, read: readonly Request[]): Readonly<Record<LibraryId, Edited>> {
  return {
    raw: { library, edits: [] },
    authors: applySteps(library, authorsSteps, []),
    ours: applySteps(library, ourSteps, read),
  }
}
