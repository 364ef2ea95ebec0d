/** Every analysis choice with its default; the declared alternatives stand with the measures. */
export const choices = {
  /** Series of the sequential runs whose first budget starts from another prompt, and the first that counts (k tokens). */
  laterStarts: [
    { benchmark: 'search', model: 'Qwen3-235B', from: 64 },
    { benchmark: 'mcpbench', model: 'Qwen3-235B', from: 64 },
  ],
  /** An alternative: no series starts below this budget, where tool descriptions fill most of the context (k tokens). */
  evenStart: 64,
  /** How many models try a task, in the table of their union. */
  unionSizes: [1, 2, 4, 8, 16, 34],
  /** Step limits at which the share of the final score is tabulated. */
  stepLevels: [10, 20, 30, 50, 70, 100, 150, 250],
  /** Replicates of each planted world. */
  replicates: 150,
}

export type RegimeChoices = typeof choices
