import { filesBelow, readTable, readText, writeJson, writeText } from '../../../../../kit/solve.ts'

type Part = { readonly name: string; readonly text: string }
const token = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*|[A-Za-z_]\w*|[\s\S]/g
const isName = (text: string): boolean => /^[A-Za-z_]/.test(text)
const names = (code: string): string[] =>
  (code.replace(/^from .*$/gm, '').match(token) ?? []).filter((text) => isName(text))

/** A source in parts: a function with what belongs to it and the empty lines after it, or other lines (no name). */
function partsOf(source: string): Part[] {
  const whole = /(?:(?:#|@).*\n)*def (\w+).*\n(?:[ \t]+\S.*\n|\n(?=\n*[ \t]))*\n*/y
  const parts: Part[] = []
  let rest = source
  while (rest !== '') {
    whole.lastIndex = 0
    const found = whole.exec(rest)
    const text = found?.[0] ?? rest.slice(0, rest.indexOf('\n') + 1 || rest.length)
    parts.push({ name: found?.[1] ?? '', text })
    rest = rest.slice(text.length)
  }
  return parts
}

const order = (a: string, b: string): number => {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  return left[0]! - right[0]! || left[1]! - right[1]! || left[2]! - right[2]!
}

function rewritten(code: string, removed: ReadonlyMap<string, string | null>): string {
  const lines = code.replace(/^(from \S+ import )(.+)\n/gm, (_, head: string, list: string) => {
    const left = list
      .split(',')
      .map((name) => removed.get(name.trim()) ?? (removed.has(name.trim()) ? '' : name.trim()))
    const kept = [...new Set(left)].filter((name) => name !== '')
    return kept.length === 0 ? '' : `${head}${kept.join(', ')}\n`
  })
  return lines.replace(token, (text, at: number) => (lines[at - 1] === '.' ? text : (removed.get(text) ?? text)))
}

/** Version, removals, rewritten sources and notes of the next release. */
export default async function solve(): Promise<void> {
  const [major, minor, patch] = (await readText('VERSION')).trim().split('.').map(Number) as [number, number, number]
  const changes = await readTable('changes.csv', ['id', 'kind', 'title', 'breaking'])
  const table = await readTable('deprecated.csv', ['name', 'replacement', 'remove_in'])
  const of = (kind: string) => changes.filter((row) => row.kind === kind).map((row) => `- ${row.title} (#${row.id})`)
  const breaking = changes.some((row) => row.breaking === 'yes')
  const version = breaking
    ? `${major + 1}.0.0`
    : of('feature').length > 0
      ? `${major}.${minor + 1}.0`
      : `${major}.${minor}.${patch + 1}`
  const files = await filesBelow('src')
  if (files.length === 0) throw new Error('src holds no source')
  const sources = new Map<string, Part[]>()
  for (const file of files) sources.set(file, partsOf(await readText(`src/${file}`)))
  const all = [...sources.values()].flat()
  const due = new Map(
    table.filter((row) => order(row.remove_in!, version) <= 0).map((row) => [row.name!, row.replacement!]),
  )
  const blocked = new Set<string>()
  for (let before = -1; before !== blocked.size; ) {
    before = blocked.size
    const stays = all.filter(({ name }) => !due.has(name) || blocked.has(name))
    for (const { name, text } of stays)
      for (const used of names(text)) if (used !== name && due.get(used) === '') blocked.add(used)
  }
  const last = (name: string): string => (due.has(name) && due.get(name) !== '' ? last(due.get(name)!) : name)
  const gone = [...due.keys()].filter((name) => !blocked.has(name)).sort()
  const removed = new Map(gone.map((name) => [name, due.get(name) === '' ? null : last(name)]))
  for (const [file, parts] of sources) {
    const kept = parts.filter(({ name }) => !removed.has(name)).map(({ text }) => text)
    await writeText(`release/src/${file}`, `${rewritten(kept.join(''), removed).trimEnd()}\n`)
  }
  const gonelines = [...removed].map(([name, other]) => (other === null ? `- ${name}` : `- ${name} (use ${other})`))
  const sections = { Features: of('feature'), Fixes: of('fix'), Removed: gonelines }
  const notes = Object.entries(sections).flatMap(([title, lines]) => ['', `## ${title}`, '', ...lines])
  await writeText('release/VERSION', `${version}\n`)
  await writeText('release/NOTES.md', `${[`# ${version}`, ...notes].join('\n')}\n`)
  const later = table.map((row) => row.name!).filter((name) => !due.has(name))
  await writeJson('release/removal.json', {
    removed: Object.fromEntries(removed),
    blocked: [...blocked].sort(),
    later: later.sort(),
  })
}
