export { type BeatSets, beatSets } from './beatSets.ts'
export { type CompetitorInfluence, competitorInfluence, competitorVariance } from './competitors.ts'
export { type Eligibility, eligibility, type Threshold } from './eligible.ts'
export { type AccuracyCurve, accuracyCurve, type RequestCurves, requestCurves } from './exactAccuracy.ts'
export { missTable } from './hypergeometric.ts'
export { libraryDrawVariance } from './libraryDraw.ts'
export { type ListwiseAccuracy, monteCarloListwise } from './listwise.ts'
export { type Cell, type DrawnAccuracy, disagreements, monteCarlo } from './monteCarlo.ts'
export { nearestFirst, neighbourOrders, orderedCurve } from './neighbours.ts'
export { type OutcomeOptions, type Outcomes, outcomes } from './outcomes.ts'
export { type PackageSums, packageSums, sampleFrom } from './packageSums.ts'
export {
  type Around,
  exchangeRate,
  type HarmCurve,
  type Mixture,
  type MixtureCurves,
  standingsAmong,
  twoPopulationCurves,
} from './populations.ts'
export { rankings, rowsOf } from './rankings.ts'
export { type RankMatrix, rankMatrix, unmatched } from './ranks.ts'
export { type RefittedAccuracy, refittedAccuracy } from './refit.ts'
export { jackknife, meanCurve, type Sample, type Stratum, sizeOf, stratum } from './sample.ts'
export { type LineShares, lineShares, lineWeights } from './slope.ts'
export { type Standing, standingsFrom } from './standing.ts'
