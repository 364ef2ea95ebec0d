import { readText, writeTable } from '../../../../../kit/solve.ts'

/** Headings of a Markdown file with the words below each. */
export default async function solve(): Promise<void> {
  const lines = (await readText('handbook.md')).split('\n')
  const rows: { line: number; level: number; title: string; words: number }[] = []
  let fence = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const mark = /^(```|~~~)/.exec(line)?.[1]
    if (mark !== undefined && (fence === '' || fence === mark)) {
      fence = fence === '' ? mark : ''
      continue
    }
    if (fence !== '') continue
    const [, signs, title] = /^(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/.exec(line) ?? []
    const under = /^(={3,}|-{3,})\s*$/.exec(lines[at + 1] ?? '')?.[1]
    const alone = line.trim() !== '' && (at === 0 || lines[at - 1]!.trim() === '')
    if (signs !== undefined) rows.push({ line: at + 1, level: signs.length, title: title!, words: 0 })
    else if (under !== undefined && alone && !/^-+\s*$/.test(line)) {
      rows.push({ line: at + 1, level: under[0] === '=' ? 1 : 2, title: line.trim(), words: 0 })
      at++
    } else {
      const words = line.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
      if (rows.length > 0) rows.at(-1)!.words += words
    }
  }
  await writeTable('outline.csv', ['line', 'level', 'title', 'words'], rows)
}
