import { filesBelow, readText, writeJson } from '../../../../../kit/solve.ts'

const quoted = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g

/** List functions that no code outside functions reaches. */
export default async function solve(): Promise<void> {
  const files = (await filesBelow('src')).filter((name) => name.endsWith('.py'))
  if (files.length === 0) throw new Error('src holds no Python module')
  const bodies = new Map<string, string>()
  const sizes = new Map<string, number>()
  const names = new Map<string, Map<string, string>>()
  const roots: { module: string; text: string }[] = []
  for (const file of files) {
    const module = file.slice(0, -3)
    const code = await readText(`src/${file}`)
    const raw = code.split('\n')
    const plain = code.replace(quoted, (text) => text.replace(/[^\n]/g, ' ')).split('\n')
    const known = new Map<string, string>()
    let inside: string | undefined
    for (const [at, line] of plain.entries()) {
      if (/^\S/.test(line)) inside = /^def\s+(\w+)/.exec(line)?.[1]
      const key = `${module}.${inside}`
      if (inside !== undefined && /^def\s/.test(line)) known.set(inside, key)
      if (inside !== undefined) bodies.set(key, `${bodies.get(key) ?? ''}\n${line.replace(/^def\s+\w+/, '')}`)
      if (inside !== undefined && raw[at]!.trim() !== '') sizes.set(key, (sizes.get(key) ?? 0) + 1)
      const [, from, list] = /^from\s+(\w+)\s+import\s+(.+)$/.exec(line) ?? []
      for (const name of list?.split(',') ?? []) known.set(name.trim(), `${from}.${name.trim()}`)
      const whole = /^import\s+(.+)$/.exec(line)?.[1]?.split(',') ?? []
      for (const name of whole) known.set(`${name.trim()}.`, name.trim())
      if (inside === undefined && !/^(import|from)\s/.test(line)) roots.push({ module, text: line })
    }
    names.set(module, known)
  }
  const alive = new Set<string>()
  const follow = (module: string, text: string): void => {
    for (const [, owner, name] of text.matchAll(/(?<![\w.])(?:(\w+)\.)?(\w+)/g)) {
      const known = names.get(module)!
      const bare = known.get(owner ?? name!)
      const uses = owner === undefined ? [bare] : [known.has(`${owner}.`) ? `${owner}.${name}` : bare]
      for (const key of uses) {
        if (key === undefined || !bodies.has(key) || alive.has(key)) continue
        alive.add(key)
        follow(key.split('.')[0]!, bodies.get(key)!)
      }
    }
  }
  for (const { module, text } of roots) follow(module, text)
  const dead = [...bodies.keys()].filter((key) => !alive.has(key)).sort()
  const lines = dead.reduce((sum, key) => sum + sizes.get(key)!, 0)
  await writeJson('report.json', { functions: bodies.size, dead, dead_lines: lines })
}
