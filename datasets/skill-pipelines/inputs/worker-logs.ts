import { type Files, filesOf, type Random } from '../seeded.ts'
import { logLines } from './app-log.ts'

/** worker-1.log to worker-3.log: 60 lines each over the same hours, so that their times interleave. */
export default function make(random: Random): Files {
  const log = (minute: number): string => `${logLines(random, Date.UTC(2026, 2, 1, 8, minute), 60, 1500).join('\n')}\n`
  return filesOf({ 'worker-1.log': log(0), 'worker-2.log': log(2), 'worker-3.log': log(7) })
}
