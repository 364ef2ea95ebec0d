import { readText, writeText } from '../../../../../kit/solve.ts'

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Sort the import block of a Python module: plain imports, from-imports, relative ones. */
export default async function solve(): Promise<void> {
  const lines = (await readText('module.py')).split('\n')
  const isImport = (line: string): boolean => /^(import|from)\s/.test(line)
  const first = lines.findIndex(isImport)
  if (first < 0) throw new Error('module.py has no import at its top')
  let last = first
  for (let i = first; i < lines.length && (isImport(lines[i]!) || lines[i] === ''); i++)
    if (isImport(lines[i]!)) last = i
  const plain = new Set<string>()
  const from = new Map<string, Set<string>>()
  for (const line of lines.slice(first, last + 1).filter(isImport)) {
    if (/[()#\\]/.test(line)) throw new Error(`an import with brackets or a comment: ${line}`)
    const [, module, names] = /^from\s+(\S+)\s+import\s+(.+)$/.exec(line) ?? []
    if (module === undefined) for (const name of line.slice(7).split(',')) plain.add(name.trim())
    else from.set(module, new Set([...(from.get(module) ?? []), ...names!.split(',').map((name) => name.trim())]))
  }
  const modules = [...from.keys()].sort(order)
  const written = (module: string): string => `from ${module} import ${[...from.get(module)!].sort(order).join(', ')}`
  const groups = [
    [...plain].sort(order).map((name) => `import ${name}`),
    modules.filter((module) => !module.startsWith('.')).map(written),
    modules.filter((module) => module.startsWith('.')).map(written),
  ]
  const block = groups.filter((group) => group.length > 0).map((group) => group.join('\n'))
  await writeText('module_new.py', [...lines.slice(0, first), block.join('\n\n'), ...lines.slice(last + 1)].join('\n'))
}
