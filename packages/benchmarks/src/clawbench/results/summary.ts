import type { Json } from '@lawbook/base'
import type { Spent, Trial } from '../../result.ts'
import type { TrialEnd } from '../../trial/runTrials.ts'
import {
  flagIn,
  type Header,
  headerOf,
  type Imported,
  numberIn,
  optionalText,
  type Row,
  type RowSaid,
  rowsIn,
  textIn,
  trialsFrom,
} from './imported.ts'

const versions = ['1.2.0']

/**
 * summary.json (schema 1.2.0) as trials, one a row. A row with an error was never scored here, though upstream counts
 * it as failed with score 0. Zero tokens in and out stand for "not counted".
 */
export function readSummary(file: Row, where: string): Imported {
  const header = headerOf(file, where)
  const rows = rowsIn(file, 'task_results', where)
  const version = optionalText(file.schema_version)
  const known = version !== null && versions.includes(version)
  return {
    format: 'summary',
    header,
    trials: trialsFrom(
      rows.map((row, index) => rowSaid(row, `${where} task_results[${index}]`)),
      header,
    ),
    notes: known ? [] : [`its schema_version is ${JSON.stringify(version)}; read as ${versions.join(', ')}`],
  }
}

function rowSaid(row: Row, where: string): RowSaid {
  const kind = textIn(row, 'error_type', where)
  const isScored = kind === 'none'
  const error = optionalText(row.error) ?? ''
  return {
    task: textIn(row, 'task_id', where),
    status: isScored ? 'scored' : kind === 'setup' ? 'setup-error' : kind === 'fail' ? 'verifier-error' : 'agent-error',
    upstream: isScored ? flagIn(row, 'passed', where) : null,
    flat: isScored ? numberIn(row, 'score', 1, where) : null,
    reasons: isScored ? [] : [error === '' ? kind : `${kind}: ${error}`.replace(/\s+/g, ' ').slice(0, 200)],
    spent: spentOf(row, where),
  }
}

/** Upstream has one duration for set-up, agent and verifier together: it stands as the agent's. */
function spentOf(row: Row, where: string): Spent {
  const input = numberIn(row, 'tokens_input', Infinity, where)
  const output = numberIn(row, 'tokens_output', Infinity, where)
  const agent = numberIn(row, 'duration_s', Infinity, where)
  return { seconds: { setup: 0, agent, verifier: 0 }, tokens: input + output === 0 ? null : { input, output } }
}

/**
 * Trials of one agent as summary.json 1.2.0. Passed and score are those of upstream's rule; a trial that was not scored
 * becomes a row with an error, which upstream's own totals count as not passed with score 0. `version`: of the program
 * that ran them.
 */
export function writeSummary(trials: readonly TrialEnd[], header: Header, version: string): Json {
  const rows = trials.map((one) => rowOf(one, header))
  const count = (which: (row: (typeof rows)[number]) => boolean): number => rows.filter(which).length
  const passed = count((row) => row.passed)
  const errored = count((row) => row.error_type !== 'none')
  const sum = rows.reduce((total, row) => total + row.score, 0)
  const other = count((row) => row.error_type === 'fail' || row.error_type === 'setup')
  return {
    schema_version: '1.2.0',
    framework: header.framework,
    model: header.model,
    skills_mode: header.skillsMode,
    claw_bench_version: version,
    runs_per_task: Math.max(0, ...trials.map(({ trial }) => trial.attempt)),
    test_tier: header.testTier,
    scores: {
      overall: percent(sum, rows.length),
      tasks_total: rows.length,
      tasks_passed: passed,
      tasks_failed: count((row) => !row.passed && row.error_type === 'none'),
      tasks_errored: errored,
      tasks_tested: rows.length - errored,
      pass_rate: percent(passed, rows.length),
      pass_rate_tested: percent(passed, rows.length - errored),
    },
    error_breakdown: {
      timeout: 0,
      network: 0,
      api_error: count((row) => row.error_type === 'api_error'),
      other_error: other,
      total_errors: errored,
    },
    task_results: rows,
  }
}

function rowOf({ trial, spent }: TrialEnd, header: Header) {
  const { setup, agent, verifier } = spent.seconds
  return {
    task_id: trial.task,
    passed: trial.passed.upstream === true,
    score: rounded(trial.score.flat ?? 0, 4),
    duration_s: rounded(setup + agent + verifier, 2),
    tokens_input: spent.tokens?.input ?? 0,
    tokens_output: spent.tokens?.output ?? 0,
    error: trial.status === 'scored' ? null : (trial.reasons.at(-1) ?? trial.status),
    error_type: errorType(trial.status),
    skills_mode: header.skillsMode,
  }
}

function errorType(status: Trial['status']): string {
  if (status === 'scored') return 'none'
  if (status === 'setup-error') return 'setup'
  return status === 'agent-error' ? 'api_error' : 'fail'
}

/** In percent with one decimal; null without anything to divide by. */
function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded((part / whole) * 100, 1)
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
