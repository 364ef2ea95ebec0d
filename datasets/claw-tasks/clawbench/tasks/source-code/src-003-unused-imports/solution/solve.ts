import { readText, writeTable } from '../../../../../kit/solve.ts'

const quotedOrComment = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g

/** Names an import line binds, each with the module it comes from. */
function bound(line: string): { module: string; name: string }[] {
  const [, from, names] = /^from\s+(\S+)\s+import\s+(.+)$/.exec(line) ?? []
  if (from === '__future__' || names?.trim() === '*') return []
  return (names ?? line.replace(/^import\s+/, '')).split(',').map((part) => {
    const [thing, alias] = part.trim().split(/\s+as\s+/)
    return { module: from ?? thing!, name: alias ?? (from === undefined ? thing!.split('.')[0]! : thing!) }
  })
}

/** List imported names that are no word of the code. */
export default async function solve(): Promise<void> {
  const source = await readText('module.py')
  const listed = /^__all__\s*=\s*[[(]([^\])]*)[\])]/m.exec(source)?.[1] ?? ''
  const exported = [...listed.matchAll(/["'](\w+)["']/g)].map((found) => found[1]!)
  const lines = source.replace(quotedOrComment, (text) => text.replace(/[^\n]/g, ' ')).split('\n')
  const isImport = (line: string): boolean => /^\s*(import|from)\s/.test(line)
  const code = lines.filter((line) => !isImport(line)).join('\n')
  const used = new Set([...exported, ...[...code.matchAll(/(?<![\w.])[A-Za-z_]\w*/g)].map(([word]) => word)])
  const rows = lines.flatMap((line, at) => {
    if (!isImport(line)) return []
    const unused = bound(line.trim()).filter(({ name }) => !used.has(name))
    return unused.sort((a, b) => (a.name < b.name ? -1 : 1)).map((one) => ({ line: at + 1, ...one }))
  })
  await writeTable('findings.csv', ['line', 'module', 'name'], rows)
}
