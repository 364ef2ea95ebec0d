import { endOf, entryOf, fullLines, momentOf } from '../../checks/logs.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** Every line that fits, in the old order, and no other. */
export default function check(step: Step): string[] {
  const source = fullLines(textOf(step.before, sourcesOf(step, ['.log'])[0]!))
  const wanted = source.filter((line) => fits(line, step.input))
  return judgeProduced(step, ['.log', '.txt'], (name) => {
    const lines = fullLines(textOf(step.after, name)).map((line) => line.trimEnd())
    const extra = lines.find((line) => !wanted.some((one) => one.trimEnd() === line))
    if (extra !== undefined) return [`${name} holds a line that was not asked for: ${extra.slice(0, 80)}`]
    if (lines.length !== wanted.length) return [`${name} has ${lines.length} lines, ${wanted.length} fit`]
    const at = lines.findIndex((line, i) => line !== wanted[i]!.trimEnd())
    return at < 0 ? [] : [`line ${at + 1} of ${name} is not where it was`]
  })
}

function fits(line: string, { level, since, until, pattern }: Step['input']): boolean {
  if (pattern !== undefined && line.search(new RegExp(String(pattern))) < 0) return false
  if (level === undefined && since === undefined && until === undefined) return pattern !== undefined
  const entry = entryOf(line)
  if (entry === null) return false
  if (level !== undefined && entry.level.toLowerCase() !== String(level).toLowerCase()) return false
  if (since !== undefined && !(entry.at >= momentOf(String(since)))) return false
  return until === undefined || entry.at < endOf(String(until))
}
