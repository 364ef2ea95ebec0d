import { readText, writeJson, writeText } from '../../../../../kit/solve.ts'

type Entry = { readonly key: string; readonly type: string; readonly fields: Record<string, string> }
const needed: Readonly<Record<string, readonly string[]>> = {
  article: ['author', 'journal', 'title', 'year'],
  book: ['author', 'publisher', 'title', 'year'],
}

function entriesOf(bib: string): Entry[] {
  return [...bib.matchAll(/@(\w+)\{\s*([^,\s]+)\s*,([\s\S]*?)\n\}/g)].map(([, type, key, body]) => {
    const pairs = [...body!.matchAll(/^\s*(\w+)\s*=\s*(.*?),?\s*$/gm)].map(([, name, value]) => [
      name!.toLowerCase(),
      value!.replace(/[{}"]/g, '').trim(),
    ])
    return { key: key!, type: type!.toLowerCase(), fields: Object.fromEntries(pairs) as Record<string, string> }
  })
}

const plain = (text = ''): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
const doi = ({ fields }: Entry): string => (fields.doi ?? '').toLowerCase().replace('https://doi.org/', '')
const same = (a: Entry, b: Entry): boolean =>
  (doi(a) !== '' && doi(a) === doi(b)) ||
  (plain(a.fields.title) === plain(b.fields.title) && a.fields.year !== undefined && a.fields.year === b.fields.year)

/** Merge entries of one source, redirect citations, report conflicts and gaps. */
export default async function solve(): Promise<void> {
  const entries = entriesOf(await readText('refs.bib'))
  if (entries.length === 0) throw new Error('refs.bib has no entry')
  const group = entries.map((_, at) => at)
  for (const [i, a] of entries.entries())
    for (const [j, b] of entries.entries()) {
      if (i >= j || !same(a, b)) continue
      const [low, high] = [Math.min(group[i]!, group[j]!), Math.max(group[i]!, group[j]!)]
      for (const at of group.keys()) if (group[at] === high) group[at] = low
    }
  const merged: Record<string, string> = {}
  const conflicts: Record<string, string[]> = {}
  const incomplete: Record<string, string[]> = {}
  for (const [at, kept] of entries.entries()) {
    if (group[at] !== at) continue
    const others = entries.filter((_, other) => other !== at && group[other] === at)
    const names = Object.keys(kept.fields).filter((name) => name !== 'doi')
    const odd = names.filter((name) =>
      others.some(({ fields }) => (fields[name] ?? kept.fields[name]) !== kept.fields[name]),
    )
    if (odd.length > 0) conflicts[kept.key] = odd.sort()
    for (const { key } of others) merged[key] = kept.key
    const wanted = needed[kept.type] ?? ['title', 'year']
    const gaps = wanted.filter((name) => ![kept, ...others].some(({ fields }) => fields[name]))
    if (gaps.length > 0) incomplete[kept.key] = gaps
  }
  const cite = (inside: string): string => {
    const seen = new Set<string>()
    const items = inside.split(';').flatMap((item) => {
      const [, key, rest] = /^\s*@([^\s,;]+)(.*)$/.exec(item)! as unknown as [string, string, string]
      const name = merged[key] ?? key
      if (seen.has(name)) return []
      seen.add(name)
      return [`@${name}${rest}`]
    })
    return `[${items.join('; ')}]`
  }
  const pieces = (await readText('paper.md')).split(/(^```[\s\S]*?^```$)/m)
  const made = pieces.map((piece) =>
    piece.startsWith('```') ? piece : piece.replace(/\[(@[^\]]+)\]/g, (_, inside: string) => cite(inside)),
  )
  await writeText('paper_new.md', made.join(''))
  await writeJson('references.json', { merged, conflicts, incomplete })
}
