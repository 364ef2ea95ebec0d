export type { Agent, Turn, TurnEnd } from './agents/agent.ts'
export { httpAgent } from './agents/http.ts'
export { nothingAgent } from './agents/nothing.ts'
export { oracleAgent } from './agents/oracle.ts'
export type { Bench, BenchTask, Played } from './bench.ts'
export { type Gate, gateOf } from './clawbench/gate.ts'
export { type ClawCheckout, loadClawbench } from './clawbench/load.ts'
export { planClawbench } from './clawbench/plan.ts'
export { type ClawTask, isRunnable } from './clawbench/task.ts'
export { type ClawOptions, runClawTrial } from './clawbench/trial.ts'
export type { MarkEntry, MarkVerifier } from './clawmark/entry.ts'
export { loadClawmark, type MarkCheckout } from './clawmark/load.ts'
export { markOracle } from './clawmark/oracle.ts'
export { planClawmark } from './clawmark/plan.ts'
export * from './clawmark/services.ts'
export type { Checked, Checker, MarkTask, Notice, World } from './clawmark/task.ts'
export { type MarkOptions, runMarkTrial, usualSeconds } from './clawmark/trial.ts'
export { containment } from './contain.ts'
export { runVerifier, type Seen, type Test, type Verifier } from './node/verifier.ts'
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
export { openLedger, readTrials } from './trial/ledger.ts'
export { runTrials, type TrialEnd } from './trial/runTrials.ts'
