/** Every analysis choice with its default; the declared alternatives stand with the measures. */
export const choices = {
  /** The jobs that decide on cooperative work: the largest parallel share, the assignment that favours the claim. */
  share: 0.9,
  assignment: 'pre-assigned',
  /** Cells with fewer successful runs than this take their spread from the pair. */
  fewestRuns: 3,
  /** Draws of the noise of the runs, under each truth. */
  nullDraws: 999,
  /** Redrawn sets of pairs, for the best size. */
  peakDraws: 199,
  /** The laws are fitted up to this size and tried beyond. */
  trainUpTo: 3,
  /** Planted worlds: replicates of each, and runs in a cell of each kind. */
  replicates: 200,
  plantedRuns: 5,
  plantedRepetitions: 3,
  /** Draws of run noise in each planted world. */
  plantedDraws: 99,
  /**
   * Spread between repetitions of independent jobs, as standard deviation over mean: what its page prints (1.5 to 27 s
   * on means of 27 to 100 s), the smallest with the smallest mean and the largest with the largest.
   */
  jobNoise: { low: 1.5 / 27, high: 27 / 100 },
}

export type SpeedupChoices = typeof choices
