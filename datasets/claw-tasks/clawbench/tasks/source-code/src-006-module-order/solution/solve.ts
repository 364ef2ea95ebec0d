import { filesBelow, readText, writeJson } from '../../../../../kit/solve.ts'

/** Modules that a source imports at its left margin. */
function imports(source: string): string[] {
  const code = source.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, '').replace(/#.*$/gm, '')
  return code.split('\n').flatMap((line) => {
    const from = /^from\s+(\S+)\s+import\s/.exec(line)?.[1]
    if (from !== undefined) return [from]
    const list = /^import\s+(.+)$/.exec(line)?.[1] ?? ''
    return list
      .split(',')
      .map((part) => part.trim().split(/\s+as\s+/)[0]!)
      .filter((name) => name !== '')
  })
}

/** Order modules by what they import; name cycles and what waits for them. */
export default async function solve(): Promise<void> {
  const files = (await filesBelow('src')).filter((name) => name.endsWith('.py'))
  if (files.length === 0) throw new Error('src holds no Python module')
  const needs = new Map<string, string[]>()
  for (const file of files) needs.set(file.slice(0, -3), imports(await readText(`src/${file}`)))
  const external = new Set([...needs.values()].flat().filter((name) => !needs.has(name)))
  const left = new Map([...needs].map(([name, list]) => [name, list.filter((one) => needs.has(one))]))
  const order: string[] = []
  for (;;) {
    const next = [...left.keys()].filter((name) => left.get(name)!.every((one) => order.includes(one))).sort()[0]
    if (next === undefined) break
    order.push(next)
    left.delete(next)
  }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (left.get(from) ?? []).some((one) => one === to || (!seen.has(one) && reaches(one, to, seen.add(one))))
  const stuck = [...left.keys()].sort()
  await writeJson('report.json', {
    order,
    cycle: stuck.filter((name) => reaches(name, name)),
    blocked: stuck.filter((name) => !reaches(name, name)),
    external: [...external].sort(),
  })
}
