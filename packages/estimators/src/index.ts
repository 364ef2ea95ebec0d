export { forecastBias, type Points } from './compare/forecastBias.ts'
export { rSquared } from './compare/rSquared.ts'
export { incompleteBeta } from './distribution/beta.ts'
export { logBinomial, logGamma } from './distribution/gamma.ts'
export { normalCdf, normalQuantile } from './distribution/normal.ts'
export { studentCdf, studentQuantile } from './distribution/student.ts'
export { type LinearFit, leastSquares } from './fit/leastSquares.ts'
export { levenbergMarquardt } from './fit/levenbergMarquardt.ts'
export type { Minimum, Problem } from './fit/problem.ts'
export { clusterBootstrap } from './interval/clusterBootstrap.ts'
export { clusterJackknife, type Jackknife } from './interval/clusterJackknife.ts'
export { clusterMean } from './interval/clusterMean.ts'
export { effectiveClusters } from './interval/clusters.ts'
export { largestDeviation } from './interval/largestDeviation.ts'
export {
  innerTail,
  intersection,
  type Nested,
  nestedIntervals,
  outerTail,
  type Sided,
  union,
} from './interval/nested.ts'
export {
  type Estimate,
  type Interval,
  logOneMinus,
  logScale,
  studentInterval,
  type Transform,
} from './interval/student.ts'
export { wildClusterBootstrap } from './interval/wildClusterBootstrap.ts'
export { wilson } from './interval/wilson.ts'
export { type Fit, fitLaw } from './laws/fitLaw.ts'
export { hill } from './laws/hill.ts'
export { lawById, laws } from './laws/index.ts'
export { defineLaw, type Law, type Parameter, predict } from './laws/law.ts'
export { log } from './laws/log.ts'
export { power } from './laws/power.ts'
export { signalDetection } from './laws/signalDetection.ts'
