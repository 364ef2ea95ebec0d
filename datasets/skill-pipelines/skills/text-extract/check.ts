import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** Every match stands on a line of its own, none twice, nothing else; in any order. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.txt'], (name) => {
    const sources = sourcesOf(step, ['.txt', '.md', '.log']).map((source) => textOf(step.before, source))
    const wanted = new Set(sources.flatMap((text) => matchesIn(text, String(step.input.pattern))))
    const lines = linesOf(textOf(step.after, name))
    if (wanted.size === 0) return ['the pattern matches nothing in the source']
    const twice = lines.find((line, i) => lines.indexOf(line) < i)
    const missing = [...wanted].find((match) => !lines.includes(match))
    const surplus = lines.find((line) => !wanted.has(line))
    return [
      ...(missing === undefined ? [] : [`the match "${missing}" is missing in ${name}`]),
      ...(surplus === undefined ? [] : [`"${surplus}" in ${name} is no match`]),
      ...(twice === undefined ? [] : [`"${twice}" stands more than once in ${name}`]),
    ]
  })
}

function matchesIn(text: string, pattern: string): string[] {
  const [finder, found] = [new RegExp(pattern, 'gm'), [] as string[]]
  for (let match = finder.exec(text); match !== null; match = finder.exec(text)) {
    found.push((match[1] ?? match[0]).split('\n').join(' ').trim())
    if (match[0] === '') finder.lastIndex += 1
  }
  return found.filter((one) => one !== '')
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '')
}
