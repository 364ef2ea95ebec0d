import { readText, writeJson, writeText } from '../../../../../kit/solve.ts'

type Entry = { readonly type: string; readonly fields: Readonly<Record<string, string>> }

function entriesOf(bib: string): Map<string, Entry> {
  const made = new Map<string, Entry>()
  for (const [, type, key, body] of bib.matchAll(/@(\w+)\{\s*([^,\s]+)\s*,([\s\S]*?)\n\}/g)) {
    const pairs = [...body!.matchAll(/^\s*(\w+)\s*=\s*(.*?),?\s*$/gm)].map(([, name, value]) => [
      name!.toLowerCase(),
      value!.replace(/[{}"]/g, '').trim(),
    ])
    made.set(key!, { type: type!.toLowerCase(), fields: Object.fromEntries(pairs) })
  }
  if (made.size === 0) throw new Error('refs.bib has no entry')
  return made
}

/** Numbers sorted, three or more in a row as a range. */
function ranges(numbers: number[]): string[] {
  const runs: number[][] = []
  for (const one of numbers) {
    if (runs.at(-1)?.at(-1) === one - 1) runs.at(-1)!.push(one)
    else runs.push([one])
  }
  return runs.flatMap((run) => (run.length >= 3 ? [`${run[0]}-${run.at(-1)}`] : run.map(String)))
}

/** Number the citations of a paper and rebuild its list of references. */
export default async function solve(): Promise<void> {
  const entries = entriesOf(await readText('refs.bib'))
  const order: string[] = []
  const missing = new Set<string>()
  const cite = (inside: string): string => {
    const items = inside.split(';').map((item) => {
      const [, key, place] = /^\s*@([^\s,;]+)(?:,\s*(.*?))?\s*$/.exec(item)! as unknown as [string, string, string?]
      if (!entries.has(key)) missing.add(key)
      else if (!order.includes(key)) order.push(key)
      return { number: order.indexOf(key) + 1, place }
    })
    const known = items.filter(({ number }) => number > 0).sort((a, b) => a.number - b.number)
    const placed = items.some(({ place }) => place !== undefined)
    const written = placed
      ? known.map(({ number, place }) => (place === undefined ? `${number}` : `${number}, ${place}`))
      : ranges([...new Set(known.map(({ number }) => number))])
    if (known.length < items.length) written.push('?')
    return `[${written.join(placed ? '; ' : ', ')}]`
  }
  const pieces = (await readText('paper.md')).split(/(^```[\s\S]*?^```$)/m)
  const text = pieces
    .map((piece) =>
      piece.startsWith('```') ? piece : piece.replace(/\[(@[^\]]+)\]/g, (_, inside: string) => cite(inside)),
    )
    .join('')
  const list = order.map((key, at) => {
    const { type, fields } = entries.get(key)!
    const where = type === 'book' ? fields.publisher : fields.journal
    return `[${at + 1}] ${fields.author?.replaceAll(' and ', '; ')} (${fields.year}). ${fields.title}. ${where}.`
  })
  const made = text.replace(/^(## References\n)[\s\S]*?(?=^#{1,6} |$(?![\s\S]))/m, (_, head: string) =>
    [head, ...list.map((line) => `${line}\n`), ''].join('\n'),
  )
  await writeText('paper_new.md', made)
  const uncited = [...entries.keys()].filter((key) => !order.includes(key))
  await writeJson('references.json', { order, missing: [...missing], uncited })
}
