import { readTable, readText, writeJson, writeText } from '../../../../../kit/solve.ts'

/** Link first uses per section; list used terms with their sections. */
export default async function solve(): Promise<void> {
  const terms = await readTable('terms.csv', ['term', 'variants', 'definition'])
  const byWord = new Map<string, string>()
  for (const row of terms)
    for (const word of [row.term!, ...row.variants!.split(';')])
      if (word.trim() !== '') byWord.set(word.trim().toLowerCase(), row.term!)
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length)
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const pattern = new RegExp(`\`[^\`]*\`|!?\\[[^\\]]*\\]\\([^)]*\\)|(?<![\\w-])(?:${escaped})(?![\\w-])`, 'gi')
  const sections = new Map<string, string[]>()
  let title = 'Introduction'
  let linked = new Set<string>()
  let fenced = false
  const made = (await readText('handbook.md')).split('\n').map((line) => {
    const fence = /^(```|~~~)/.test(line)
    if (fence) fenced = !fenced
    if (fence || fenced) return line
    const heading = /^(#{1,6}) +(.*)$/.exec(line)
    if (heading?.[1] === '##') {
      title = heading[2]!.trim()
      linked = new Set()
    }
    if (heading !== null) return line
    return line.replace(pattern, (found) => {
      const term = byWord.get(found.toLowerCase())
      if (term === undefined || linked.has(term)) return found
      linked.add(term)
      sections.set(term, [...(sections.get(term) ?? []), title])
      return `[${found}](glossary.md#${term.toLowerCase().replaceAll(' ', '-')})`
    })
  })
  const used = terms
    .filter((row) => sections.has(row.term!))
    .sort((a, b) => (a.term!.toLowerCase() < b.term!.toLowerCase() ? -1 : 1))
  const parts = used.map((row) =>
    [`## ${row.term}`, row.definition!, `Used in: ${sections.get(row.term!)!.join(', ')}.`].join('\n\n'),
  )
  await writeText('handbook_new.md', made.join('\n'))
  await writeText('glossary.md', `${['# Glossary', ...parts].join('\n\n')}\n`)
  const unused = terms.map((row) => row.term!).filter((term) => !sections.has(term))
  await writeJson('unused_terms.json', unused)
}
