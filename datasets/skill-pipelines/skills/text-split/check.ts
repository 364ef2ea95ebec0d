import { type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** Every section stands in a file of its own, from its matching line to the next one, and no file holds anything else. */
export default function check(step: Step): string[] {
  const files = partsOf(step).map((name) => ({ name, text: textOf(step.after, name).trim() }))
  const sources = sourcesOf(step, ['.txt', '.md'])
  if (files.length === 0) return ['no new text files were produced']
  if (sources.length === 0) return ['there was no text to split']
  const wanted = sectionsOf(textOf(step.before, sources[0]!), new RegExp(String(step.input.pattern ?? '^## ')))
  if (wanted === null) return ['no line of the source matches the pattern']
  const reasons: string[] = []
  for (const { name, text } of files) {
    const at = wanted.indexOf(text)
    if (at < 0) reasons.push(`${name} is no section of the source, or one that was already written`)
    else wanted.splice(at, 1)
  }
  return [...reasons, ...wanted.map((text) => `the section "${text.slice(0, 40)}" was not written`)]
}

/** Cut before every line that the pattern matches; blank pieces do not count. Null if no line matches. */
function sectionsOf(source: string, starts: RegExp): string[] | null {
  const lines = source.split('\n')
  const cuts = lines.flatMap((line, i) => (starts.test(line) ? [i] : []))
  const pieces = [0, ...cuts].map((cut, i) =>
    lines
      .slice(cut, cuts[i] ?? lines.length)
      .join('\n')
      .trim(),
  )
  return cuts.length === 0 ? null : pieces.filter((piece) => piece !== '')
}

/** New text files; below the folder (or with the beginning) that `to` gives. */
function partsOf({ before, after, input }: Step): string[] {
  const begin = input.to === undefined ? '' : String(input.to)
  const names = [...after.keys()].filter((name) => /\.(txt|md)$/i.test(name) && name.startsWith(begin))
  return names.filter((name) => !before.has(name) || textOf(before, name) !== textOf(after, name)).sort()
}
