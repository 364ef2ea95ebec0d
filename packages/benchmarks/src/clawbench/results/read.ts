import { fail } from '@lawbook/base'
import type { Imported, Row } from './imported.ts'
import { readLeaderboard } from './leaderboard.ts'
import { refusePackaged } from './packaged.ts'
import { readSubmit } from './submit.ts'
import { readSummary } from './summary.ts'

/**
 * Any result file of claw-bench, recognised by its members: summary.json, leaderboard.json or the payload that is
 * submitted. A summary that the packager has overwritten, and anything else, throws LB_BENCHMARK; a broken field
 * LB_INPUT.
 */
export function readClawResult(value: unknown, where: string): Imported {
  const file: Row = typeof value === 'object' && value !== null ? { ...value } : {}
  refusePackaged(file, where)
  if ('task_results' in file) return readSummary(file, where)
  if ('taskDetails' in file) return readLeaderboard(file, where)
  if ('taskResults' in file) return readSubmit(file, where)
  return fail(
    'LB_BENCHMARK',
    `${where} is no result file of claw-bench: one with task_results, taskDetails or taskResults is needed`,
  )
}
