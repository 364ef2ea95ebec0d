/** Every analysis choice with its default; the declared alternatives stand with the measures. */
export const choices = {
  /** Budgets from here on have room beyond the descriptions of the tools: an alternative (k tokens). */
  roomFrom: 64,
  /** Planted worlds: replicates of each. */
  replicates: 100,
  /** Planted spread: of a task's own change and of a score around its law. */
  plantedTilt: 0.15,
  plantedNoise: 0.1,
  /** The share of runs without record at the last budget of the world `flat-unrecorded`: 55 of 199, as on search. */
  plantedUnrecorded: 55 / 199,
}

export type AxesChoices = typeof choices
