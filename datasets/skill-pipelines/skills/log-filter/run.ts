import { type LogLine, linesOf, logLineOf } from '../../kit/logs.ts'
import { sourceOf } from '../../kit/sources.ts'
import type { Input, Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** The lines of a log that meet every condition given, as they stand. */
export default async function run(task: Task): Promise<void> {
  const { level, since, until, pattern } = task.input
  if ([level, since, until, pattern].every((one) => one === undefined)) {
    throw new Error('needs a condition: one of level, since, until, pattern')
  }
  const expression = pattern === undefined ? null : new RegExp(pattern)
  const timed = level !== undefined || since !== undefined || until !== undefined
  const kept = linesOf(await readText(await sourceOf(task, ['.log']))).filter((line) => {
    if (expression !== null && !expression.test(line)) return false
    const entry = logLineOf(line)
    return !timed || (entry !== null && fits(entry, task.input))
  })
  if (kept.length === 0) throw new Error('no line of the log meets the condition')
  await writeBytes(outputName(task.input, 'filtered.log'), `${kept.join('\n')}\n`)
}

/** ISO times compare as text; `until` covers all that begins with it. */
function fits({ time, level }: LogLine, input: Input): boolean {
  const [since, until] = [input.since, input.until].map((bound) => bound?.replace(' ', 'T').replace(/Z$/, ''))
  if (input.level !== undefined && level !== input.level.toUpperCase()) return false
  if (since !== undefined && time < since) return false
  return until === undefined || time.slice(0, until.length) <= until
}
