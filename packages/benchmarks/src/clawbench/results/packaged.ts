import { fail } from '@lawbook/base'
import type { Row } from './imported.ts'

/**
 * Upstream's packager overwrites summary.json by a list of file names when results are submitted: there are no results
 * in it any more. Such a file throws LB_BENCHMARK.
 */
export function refusePackaged(file: Row, where: string): void {
  if ('task_results' in file || !('results_dir' in file) || !Array.isArray(file.files)) return
  const hasLeaderboard = file.files.includes('leaderboard.json')
  fail(
    'LB_BENCHMARK',
    `${where} holds no results: claw-bench overwrote it with a list of ${file.files.length} files when they were packaged; ` +
      (hasLeaderboard ? 'give the leaderboard.json beside it' : 'give the summary.json from before that'),
  )
}
