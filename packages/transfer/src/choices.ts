/** Every analysis choice with its default, the same for both benchmarks. Changing one changes the numbers. */
export const transferChoices = {
  /**
   * Who picks: the routers that are judged in skills-law-guided-optimization, one a kin. A sentence encoder has no shipped
   * vectors of edited texts.
   */
  routers: ['bm25', 'tf-idf', 'char-ngrams', 'flexsearch', 'glove-soft', 'naive-bayes'],
  /**
   * Skills that pass the gate at most: the released limit for tasks whose outputs are local files. The released code knows these
   * by 22 prefixes of ids, which our tasks do not have; the limit that it would give them is shown beside.
   */
  gateLimit: 60,
  wideGateLimit: 140,
  /** Picks that may be tried until the required outputs are there. */
  attempts: 3,
  /** Replicates of each planted world. */
  replicates: 150,
}

export type TransferChoices = typeof transferChoices
