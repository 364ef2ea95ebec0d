import { entryOf, fullLines } from '../../checks/logs.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** As many of each line as the sources hold together, no time before the one above, lines of one log in their order. */
export default function check(step: Step): string[] {
  const logs = sourcesOf(step, ['.log']).map((name) => fullLines(textOf(step.before, name)))
  return judgeProduced(step, ['.log', '.txt'], (name) => {
    const lines = fullLines(textOf(step.after, name))
    if (JSON.stringify([...lines].sort()) !== JSON.stringify(logs.flat().sort())) {
      return [`${name} does not hold each line of the ${logs.length} logs once`]
    }
    const times = lines.map((line) => entryOf(line)?.at).filter((at) => at !== undefined)
    const back = times.findIndex((at, i) => i > 0 && at < times[i - 1]!)
    if (back >= 0) return [`${name} goes back in time at its line ${back + 1}`]
    return logs.every((log) => inOrder(log, lines)) ? [] : [`${name} turns lines of one log round`]
  })
}

/** Whether the lines stand in `all` in the order they have; equal times of a log that was itself unordered are free. */
function inOrder(log: readonly string[], all: readonly string[]): boolean {
  const times = log.map((line) => entryOf(line)?.at ?? Number.NEGATIVE_INFINITY)
  const ordered = times.every(
    (at, i) => i === 0 || at === Number.NEGATIVE_INFINITY || at >= Math.max(...times.slice(0, i)),
  )
  if (!ordered) return true
  let from = 0
  for (const line of log) {
    from = all.indexOf(line, from) + 1
    if (from === 0) return false
  }
  return true
}
