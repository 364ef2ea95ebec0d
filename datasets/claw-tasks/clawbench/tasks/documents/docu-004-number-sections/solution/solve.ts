import { readText, writeJson, writeText } from '../../../../../kit/solve.ts'

/** Number headings anew and resolve references by title. */
export default async function solve(): Promise<void> {
  const lines = (await readText('handbook.md')).split('\n')
  const numbers = new Map<string, string[]>()
  const plain: boolean[] = []
  let fenced = false
  let [chapter, appendix, section, current] = [0, 0, 0, '']
  const numbered = lines.map((line) => {
    const fence = /^(```|~~~)/.test(line)
    if (fence) fenced = !fenced
    plain.push(!fenced && !fence)
    const [, signs, rest] = (fenced ? null : /^(#{2,3}) +(.*)$/.exec(line)) ?? []
    if (signs === undefined) return line
    const title = rest!.replace(/^(?:\d+(?:\.\d+)*\.?|[A-Z](?:\.\d+)*) +/, '').trim()
    if (signs === '##') {
      current = title.startsWith('Appendix') ? String.fromCharCode(65 + appendix++) : String(++chapter)
      section = 0
    }
    const number = signs === '##' ? current : `${current}.${++section}`
    numbers.set(title, [...(numbers.get(title) ?? []), number])
    return `${signs} ${number} ${title}`
  })
  const unresolved = new Set<string>()
  const made = numbered.map((line, at) =>
    plain[at]
      ? line.replace(/\{ref: *([^}]+?) *\}/g, (all, title: string) => {
          const found = numbers.get(title) ?? []
          if (found.length === 1) return `section ${found[0]}`
          unresolved.add(title)
          return all
        })
      : line,
  )
  if (numbers.size === 0) throw new Error('handbook.md has no heading to number')
  await writeText('handbook_new.md', made.join('\n'))
  await writeJson('unresolved.json', [...unresolved])
}
