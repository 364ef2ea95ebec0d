export type { Agent, Turn, TurnEnd } from './agents/agent.ts'
export { httpAgent } from './agents/http.ts'
export { nothingAgent } from './agents/nothing.ts'
export { oracleAgent } from './agents/oracle.ts'
export { type RecipeCard, recipeAgent } from './agents/recipe.ts'
export type { Bench, BenchTask, Played } from './bench.ts'
export { realBench } from './clawbench/bench.ts'
export { clawCards } from './clawbench/cards.ts'
export { type Gate, gateOf } from './clawbench/gate.ts'
export { type ClawCheckout, loadClawbench } from './clawbench/load.ts'
export { planClawbench } from './clawbench/plan.ts'
export { writeLeaderboard } from './clawbench/results/leaderboard.ts'
export { readClawResult } from './clawbench/results/read.ts'
export { writeSubmit } from './clawbench/results/submit.ts'
export { writeSummary } from './clawbench/results/summary.ts'
export { type ClawTask, isRunnable } from './clawbench/task.ts'
export { type ClawOptions, runClawTrial } from './clawbench/trial.ts'
export type { MarkEntry, MarkVerifier } from './clawmark/entry.ts'
export { loadClawmark, type MarkCheckout } from './clawmark/load.ts'
export { readMarkMessages } from './clawmark/messages.ts'
export { markOracle } from './clawmark/oracle.ts'
export { planClawmark } from './clawmark/plan.ts'
export { markResultOf, readMarkResult } from './clawmark/results.ts'
export * from './clawmark/services.ts'
export type { Checked, Checker, MarkTask, Notice, World } from './clawmark/task.ts'
export { type MarkOptions, runMarkTrial, usualSeconds } from './clawmark/trial.ts'
export { commitOf } from './commit.ts'
export { containment } from './contain.ts'
export { exportHarbor } from './harbor/export.ts'
export { type HarborTask, importHarbor } from './harbor/import.ts'
export { harborTrial, readHarborJob } from './harbor/trials.ts'
export { runVerifier, type Seen, type Test, type Verifier } from './node/verifier.ts'
export { type BenchmarkName, type Pin, pins } from './pins.ts'
export { findPython, type Python } from './python.ts'
export {
  type Check,
  type CheckOutcome,
  metrics,
  type Spent,
  scoreOf,
  strictPass,
  type Trial,
  type TrialStatus,
} from './result.ts'
export { type Tally, tally } from './tally.ts'
export { openLedger, readTrials } from './trial/ledger.ts'
export type { PlannedTrial } from './trial/runTrials.ts'
export { runTrials, type TrialEnd } from './trial/runTrials.ts'
