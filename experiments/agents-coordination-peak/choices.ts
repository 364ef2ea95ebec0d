import { studies } from './studies.ts'

/** Every analysis choice with its default; the declared alternatives stand with the measures. */
export const choices = {
  /** The studies that are read, and what is known of their designs. */
  studies,
  /** The claimed sizes. */
  band: { from: 8, to: 16 },
  /** So many decisive sweeps at least decide something. */
  decisive: 3,
  /** Draws behind the critical points of a confidence set: of real sweeps, and of planted ones. */
  draws: 9999,
  plantedDraws: 1999,
  /** Sequential work: the setting and the assignment of LLM Teams that stand for it. */
  sequential: { setting: 'p = 0.2', agent: 'self-organised' },
  /** The single agent's level above which a team is said not to pay, and the ends of the drawn groups of levels. */
  baseline: 0.45,
  levels: [0, 0.45, 0.7, 0.9, 1],
  /** Fits: rivals are compared beyond these sizes. */
  fitUpTo: { 'silo-bench': 20, 'llm-teams': 3 },
  /**
   * Planted sweeps: a ladder, runs a size, sweeps a replicate; sizes of data that stop short; other numbers of runs.
   */
  planted: {
    sizes: [1, 4, 8, 12, 16, 32, 64],
    short: [1, 2, 4, 6, 8],
    runs: 800,
    sweeps: 3,
    truthDraws: 200,
    fewerRuns: [50, 100, 200, 400, 800],
    fewerSweeps: 50,
  },
  /** Checks behind a planted score, beside the usual number: their noise is chosen and not measured. */
  checks: [4, 8, 16, 32],
  /** Replicates of each planted world. */
  replicates: 50,
  cellReplicates: 150,
}

export type PeakChoices = typeof choices
