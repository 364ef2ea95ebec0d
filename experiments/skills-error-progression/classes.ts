import type { Library } from '@lawbook/skills'

/** Which skills belong together, in three ways. */
export const familyKinds = ['domain', 'package', 'similarity'] as const
export type FamilyKind = (typeof familyKinds)[number]

/** The number of each skill's family, a kind at a time; -1 where a skill has none, which is no family of its own. */
export type FamilyNumbers = Readonly<Record<FamilyKind, Int32Array>>

export function familyNumbers(
  library: Library,
  families: Readonly<Record<FamilyKind, ReadonlyMap<string, string>>>,
): FamilyNumbers {
  const numbered = (kind: FamilyKind): Int32Array => {
    const seen = new Map<string, number>()
    return Int32Array.from(library.skills, ({ id }) => {
      const name = families[kind].get(id)
      if (name === undefined) return -1
      if (!seen.has(name)) seen.set(name, seen.size)
      return seen.get(name)!
    })
  }
  return { domain: numbered('domain'), package: numbered('package'), similarity: numbered('similarity') }
}

/** What a wrong pick is: captured by a black hole, else in the right skill's family, else the rest. */
export const errorClasses = ['local', 'drift', 'capture'] as const
export type ErrorClass = (typeof errorClasses)[number]

/** Codes of `wrongPickCodes`: 0 is a black hole, else one bit a kind of family, shifted by one. */
export const codes = 1 + (1 << familyKinds.length)

/**
 * What each skill would be as a wrong pick for one right skill, under all three kinds of families at once: 0 for a
 * black hole, whatever its family; else 1 + the sum of 2^k over the kinds k under which it is in the right skill's
 * family. The right skill's own entry means nothing.
 */
export function wrongPickCodes(target: number, blackHoles: Uint8Array, families: FamilyNumbers): Uint8Array {
  return Uint8Array.from(blackHoles, (hole, j) => {
    if (hole === 1) return 0
    return 1 + familyKinds.reduce((sum, kind, k) => sum + (sameFamily(families[kind], target, j) ? 1 << k : 0), 0)
  })
}

/** Whether two skills are in one family. */
export function sameFamily(family: Int32Array, a: number, b: number): boolean {
  return family[a]! >= 0 && family[a] === family[b]
}

/** Whether a code counts as local under a kind of family. */
export function isLocal(code: number, kind: FamilyKind): boolean {
  return code > 0 && ((code - 1) & (1 << familyKinds.indexOf(kind))) !== 0
}
