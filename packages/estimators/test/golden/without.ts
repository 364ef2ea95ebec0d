const drawing = 'it draws at random: its test compares within the Monte-Carlo error'
const noNumber = 'it computes no number of its own'

/** The exported functions without golden values, and what stands in for them. */
export const without: Readonly<Record<string, string>> = {
  clustersOf: 'it counts rows: by hand in its test',
  defineLaw: noNumber,
  discordantPairs: 'it counts: by hand in its test',
  domainOf: noNumber,
  fitChecklist: noNumber,
  independentRows: noNumber,
  intersection: 'minima of limits: by hand in its test',
  lawById: noNumber,
  levenbergMarquardt: 'the certified values of NIST, see above',
  minimumDetectableEffect: drawing,
  outerTail: 'levels of the protocol, as `nestedIntervals` uses them',
  pairedBootstrap: '`bootstrap`, on the same resamples for both conditions',
  powerBySimulation: drawing,
  reached: noNumber,
  scalabilityPeak: 'what the R package usl printed, to its 7 digits: in its test',
  union: 'maxima of limits: by hand in its test',
  wildClusterBootstrap: drawing,
  withLoss: '`fitLaw` with a loss',
  allOf: 'counting all draws of small sets (test/distribution/trials.test.ts)',
  anyOf: 'counting all draws of small sets (test/distribution/trials.test.ts)',
  bestSize: 'simulated coverage in planted sweeps (test/compare/bestSize.test.ts)',
  median: 'sortedQuantile at one half, which golden percentile intervals use',
  slopeWeights: 'leastSquares on the same points (test/fit/slopeWeights.test.ts)',
  sweepOfShares: 'the variance of a share with one success and one failure added (test/compare/bestSize.test.ts)',
  sweepOfUnits: 'means and covariances worked out by hand (test/compare/bestSize.test.ts)',
}
