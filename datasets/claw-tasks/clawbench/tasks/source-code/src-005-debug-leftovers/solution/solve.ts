import { readText, writeText } from '../../../../../kit/solve.ts'

const quoted = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g
const leftover = /^\s*(breakpoint\(|import\s+pdb\b|from\s+pdb\b|pdb\.set_trace\(|print\(\s*[fF]?["']{1,3}DEBUG)/
const indent = (line: string): number => line.length - line.trimStart().length

/** Remove debugging statements; a block that is left empty gets a pass. */
export default async function solve(): Promise<void> {
  const source = await readText('module.py')
  const lines = source.split('\n')
  const plain = source.replace(quoted, (text) => text.replace(/[^\n]/g, '_')).split('\n')
  const gone = new Set<number>()
  for (let at = 0; at < lines.length; at++) {
    if (plain[at]!.trimStart().startsWith('_') || !leftover.test(lines.slice(at).join('\n'))) continue
    let depth = 0
    do {
      depth += (plain[at]!.match(/[([{]/g) ?? []).length - (plain[at]!.match(/[)\]}]/g) ?? []).length
      gone.add(at)
    } while (depth > 0 && ++at < lines.length)
  }
  const isCode = (at: number): boolean => !gone.has(at) && !/^\s*(#|$)/.test(lines[at]!)
  const made = lines.flatMap((line, at) => {
    if (!gone.has(at)) return [line]
    if (gone.has(at - 1)) return []
    let above = at - 1
    while (above >= 0 && !isCode(above)) above--
    let below = at + 1
    while (below < lines.length && !isCode(below)) below++
    const opens = above >= 0 && plain[above]!.trimEnd().endsWith(':') && indent(lines[above]!) < indent(line)
    const empty = opens && (below >= lines.length || indent(lines[below]!) <= indent(lines[above]!))
    return empty ? [`${' '.repeat(indent(line))}pass`] : []
  })
  await writeText('module_new.py', made.join('\n'))
}
