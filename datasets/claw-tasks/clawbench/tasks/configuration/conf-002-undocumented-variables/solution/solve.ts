import { readText, writeJson } from '../../../../../kit/solve.ts'

const line = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/
const optional = /^\s*#\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/

/** Report how the variables that are set differ from those that are documented. */
export default async function solve(): Promise<void> {
  const example = (await readText('example.env')).split(/\r?\n/)
  const wanted = example.flatMap((text) => line.exec(text)?.[1] ?? [])
  const documented = new Set([...wanted, ...example.flatMap((text) => optional.exec(text)?.[1] ?? [])])
  const pairs = (await readText('settings.env')).split(/\r?\n/).flatMap((text) => {
    const [, name, value] = line.exec(text) ?? []
    return name === undefined ? [] : [{ name, value: value!.trim().replace(/^(["'])(.*)\1$/, '$2') }]
  })
  if (wanted.length === 0 || pairs.length === 0) throw new Error('example.env or settings.env sets nothing')
  const set = pairs.map(({ name }) => name)
  const sorted = (names: string[]): string[] => [...new Set(names)].sort()
  await writeJson('env_report.json', {
    missing: sorted(wanted.filter((name) => !set.includes(name))),
    undocumented: sorted(set.filter((name) => !documented.has(name))),
    empty: sorted(pairs.filter(({ value }) => value === '').map(({ name }) => name)),
    repeated: sorted(set.filter((name, k) => set.indexOf(name) !== k)),
  })
}
