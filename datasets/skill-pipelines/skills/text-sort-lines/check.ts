import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** The lines of the source, none lost or added, each pair of neighbours in order. */
export default function check(step: Step): string[] {
  const descending = step.input.order === 'descending'
  return judgeProduced(step, ['.txt'], (name) => {
    const wanted = tally(linesOf(textOf(step.before, sourcesOf(step, ['.txt'])[0]!)))
    const lines = linesOf(textOf(step.after, name))
    const found = tally(lines)
    for (const line of new Set([...wanted.keys(), ...found.keys()])) {
      const times = step.input.style === 'unique' ? Math.min(1, wanted.get(line) ?? 0) : (wanted.get(line) ?? 0)
      if (found.get(line) !== times) return [`"${line}" stands ${found.get(line) ?? 0} times in ${name}, not ${times}`]
    }
    const keys = lines.map((line) => line.toLowerCase())
    const at = keys.findIndex((key, i) => i > 0 && key !== keys[i - 1] && key > keys[i - 1]! === descending)
    return at < 0 ? [] : [`line ${at + 1} of ${name} is out of order`]
  })
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => /\S/.test(line))
}

function tally(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}
