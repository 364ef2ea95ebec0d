/** The two ways in which skills are grouped: a taxonomy that is given, and clusters of similar texts. */
export const groupingIds = ['package', 'similarity'] as const
export type GroupingId = (typeof groupingIds)[number]

export const groupingNames = { package: 'packages', similarity: 'similarity clusters' } as const

/**
 * Names of the arms of one grouping. `entries`: the unit among as many units as there would be skills, where there are
 * that many. `relisted`: two levels where units list the drawn skills alone.
 */
export const structureArms = (grouping: GroupingId) => ({
  twoLevel: `two-level-${grouping}`,
  unitPick: `unit-pick-${grouping}`,
  entries: `entries-${grouping}`,
  relisted: `relisted-${grouping}`,
})

/** Flat routing in the libraries of the relisted arms, fitted on the drawn skills alone. */
export const refitted = 'refitted'
