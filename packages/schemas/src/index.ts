export { checkLedger, checkMeasure } from './check.ts'
export type { Claim, ClaimsFile, Paper, PapersFile } from './claim.ts'
export type { ClaimKind, Comparability, EvidenceKind, Interval, Verdict } from './common.ts'
export { verdicts } from './common.ts'
export type { BuildManifest, DatasetManifest, SourcesFile, Tarball } from './dataset.ts'
export type {
  Caption,
  ErrorRecord,
  Estimate,
  FitRecord,
  Ledger,
  Measure,
  Result,
  RunRecord,
  TableRef,
} from './result.ts'
export { readResult, readTables, type StoredResult } from './results.ts'
export { type Cell, csvToTable, type Row, tableToCsv } from './table.ts'
export { type DocumentName, type Documents, documents, validate } from './validate.ts'
export type { Diff, DiffClaim, List, Lock, LockEntry } from './verdict.ts'
