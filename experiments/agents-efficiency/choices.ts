/** Declared before the first result; README.md says why. */
export type EfficiencyChoices = {
  /** The claimed band. */
  readonly band: readonly [number, number]
  /** The share of agents, by success, that counts as the best. */
  readonly best: number
  /** Trials that all have to succeed in "keeps working". */
  readonly trials: number
  /** Draws of tasks, where single runs are given. */
  readonly draws: number
  /** Tasks per dollar at which lines of equal efficiency are drawn. */
  readonly equalEfficiency: readonly number[]
}

export const choices: EfficiencyChoices = {
  band: [0.4, 0.6],
  best: 0.25,
  trials: 4,
  draws: 999,
  equalEfficiency: [0.1, 1, 10],
}
