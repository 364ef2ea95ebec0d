export { kendall, kendallTest } from './association/kendall.ts'
export { fisherInterval, pearson, pearsonTest } from './association/pearson.ts'
export { midRanks } from './association/ranks.ts'
export { spearman, spearmanTest } from './association/spearman.ts'
export { type BestSize, bestSize, type SizeSet } from './compare/bestSize.ts'
export { type Extrapolation, extrapolation } from './compare/extrapolation.ts'
export { forecastBias, type Points } from './compare/forecastBias.ts'
export {
  binomialInformation,
  type Candidate,
  type ComparedFit,
  compareInformation,
  gaussianInformation,
  type InformationCriteria,
  type PointKind,
} from './compare/information.ts'
export { type LawAgainstConstant, lawAgainstConstant } from './compare/lawAgainstConstant.ts'
export { type LeaveOneSizeOut, type LeftOutSize, leaveOneSizeOut } from './compare/leaveOneOut.ts'
export { type LawAt, type LocalValue, localExponent, localSlope } from './compare/localExponent.ts'
export { type PredictionError, predictionError } from './compare/predictionError.ts'
export type { FittedPoints } from './compare/refit.ts'
export { digitsNeeded, roundingEffect } from './compare/rounding.ts'
export { rSquared } from './compare/rSquared.ts'
export { type LargestChange, type Sensitivity, sensitivity } from './compare/sensitivity.ts'
export { type Sweep, sweepOfShares, sweepOfUnits } from './compare/sweepMeans.ts'
export { incompleteBeta } from './distribution/beta.ts'
export { betaQuantile, betaUpperQuantile } from './distribution/betaQuantile.ts'
export { binomialCdf, binomialUpperTail } from './distribution/binomial.ts'
export { chiSquareCdf, chiSquareUpperTail } from './distribution/chiSquare.ts'
export { fisherCdf, fisherQuantile, fisherUpperQuantile, fisherUpperTail } from './distribution/fisher.ts'
export { digamma, logBeta, logBinomial, logGamma } from './distribution/gamma.ts'
export {
  logHypergeometric,
  logHypergeometricLowerTail,
  logHypergeometricUpperTail,
  type Urn,
} from './distribution/hypergeometric.ts'
export { normalCdf, normalDensity, normalQuantile } from './distribution/normal.ts'
export { studentCdf, studentQuantile } from './distribution/student.ts'
export { allOf, anyOf } from './distribution/trials.ts'
export type { Binomial } from './fit/binomialLikelihood.ts'
export { type BinomialFit, binomialRegression } from './fit/binomialRegression.ts'
export * as dual from './fit/dual.ts'
export { type LinearFit, leastSquares } from './fit/leastSquares.ts'
export { levenbergMarquardt } from './fit/levenbergMarquardt.ts'
export { leverages } from './fit/leverages.ts'
export { type Minimum, type Problem, reached } from './fit/problem.ts'
export { type Loss, withLoss } from './fit/robust.ts'
export { slopeWeights } from './fit/slopeWeights.ts'
export { type Equivalence, equivalenceTest } from './hypothesis/equivalence.ts'
export {
  type DiscordantPairs,
  discordantPairs,
  mcnemarAsymptotic,
  mcnemarExact,
  mcnemarMidP,
} from './hypothesis/mcnemar.ts'
export { benjaminiHochberg, holm } from './hypothesis/multiplicity.ts'
export { type PermutationTest, permutationTest } from './hypothesis/permutation.ts'
export {
  type DetectableEffect,
  minimumDetectableEffect,
  type Power,
  powerBySimulation,
  type SimulatedExperiment,
} from './hypothesis/power.ts'
export {
  type Alternative,
  type PairedDifferences,
  type SignFlipTest,
  signFlipInterval,
  signFlipTest,
} from './hypothesis/signFlip.ts'
export { bcaInterval, deleteOneValues } from './interval/bca.ts'
export {
  type Bootstrap,
  bootstrap,
  independentRows,
  pairedBootstrap,
  type WeightedStatistic,
} from './interval/bootstrap.ts'
export { type CoefficientErrors, classicalErrors } from './interval/classicalErrors.ts'
export { clopperPearson } from './interval/clopperPearson.ts'
export { clusterJackknife, type Jackknife } from './interval/clusterJackknife.ts'
export { clusterMean } from './interval/clusterMean.ts'
export { cr2, cr3 } from './interval/clusterRobust.ts'
export { clustersOf, effectiveClusters } from './interval/clusters.ts'
export { hc3 } from './interval/hc3.ts'
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
export { percentileInterval, type Tails } from './interval/percentile.ts'
export { median, sortedQuantile } from './interval/quantile.ts'
export {
  type Estimate,
  type Interval,
  logOneMinus,
  logScale,
  studentInterval,
  type Transform,
} from './interval/student.ts'
export { wildClusterBootstrap } from './interval/wildClusterBootstrap.ts'
export { type WildCluster, wildClusterInterval, wildClusterTest } from './interval/wildClusterRegression.ts'
export type { Multipliers } from './interval/wildMultipliers.ts'
export { wilson } from './interval/wilson.ts'
export { amdahl } from './laws/amdahl.ts'
export { boltzmann } from './laws/boltzmann.ts'
export { capabilityGap } from './laws/capabilityGap.ts'
export { errorPower } from './laws/errorPower.ts'
export { errorPowerFloor } from './laws/errorPowerFloor.ts'
export { exponentiatedPower } from './laws/exponentiatedPower.ts'
export { type Fit, type FitOptions, fitLaw } from './laws/fitLaw.ts'
export { harmonic } from './laws/harmonic.ts'
export { hill } from './laws/hill.ts'
export { lawById, laws } from './laws/index.ts'
export { anywhere, defineLaw, domainOf, type Input, type Law, type Parameter, predict, size } from './laws/law.ts'
export { log } from './laws/log.ts'
export { logistic } from './laws/logistic.ts'
export { logLogistic } from './laws/logLogistic.ts'
export { pipeline } from './laws/pipeline.ts'
export { power } from './laws/power.ts'
export { type ProfileInterval, profileInterval } from './laws/profileInterval.ts'
export { saturating } from './laws/saturating.ts'
export { shiftedPower } from './laws/shiftedPower.ts'
export { signalDetection } from './laws/signalDetection.ts'
export { type Uncertainty, uncertainty } from './laws/uncertainty.ts'
export { scalabilityPeak, universalScalability } from './laws/universalScalability.ts'
export { type FitDescription, fitChecklist, type ParameterIntervals, type Reason } from './report/fitChecklist.ts'
export { participationRatio, participationRatioOfMatrix } from './share/participationRatio.ts'
export { rSquaredShares, shapley } from './share/shapley.ts'
