import { readText, writeJson } from '../../../../../kit/solve.ts'

type Value = { text: string; literal: boolean }
const reference = /\$\$|\$\{(\w+)(?::-([^}]*))?\}/g

function parsed(text: string): Map<string, Value> {
  const values = new Map<string, Value>()
  for (const line of text.split(/\r?\n/)) {
    const [, name, raw] = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line) ?? []
    if (name === undefined) continue
    const quoted = /^\s*(["'])(.*)\1/.exec(raw!)
    const bare = raw!.replace(/(^|\s)#.*$/, '').trim()
    values.set(name, { text: quoted?.[2] ?? bare, literal: quoted?.[1] === "'" })
  }
  return values
}

/** Give every variable its final value, and name those that never get one. */
export default async function solve(): Promise<void> {
  const values = new Map([...parsed(await readText('example.env')), ...parsed(await readText('settings.env'))])
  if (values.size === 0) throw new Error('neither example.env nor settings.env sets a variable')
  const references = [...values].flatMap(([name, { text, literal }]) =>
    literal ? [] : [...text.matchAll(reference)].map(([, to, otherwise]) => ({ name, to, otherwise })),
  )
  const needs = (name: string): string[] =>
    references.flatMap((one) => (one.name === name && one.to !== undefined && values.has(one.to) ? [one.to] : []))
  const resolved: Record<string, string> = {}
  for (let left = [...values.keys()]; ; ) {
    const ready = left.filter((name) => needs(name).every((to) => resolved[to] !== undefined))
    if (ready.length === 0) break
    for (const name of ready) {
      const { text, literal } = values.get(name)!
      const put = (whole: string, to?: string, otherwise = ''): string =>
        whole === '$$' ? '$' : resolved[to!] || otherwise
      resolved[name] = literal ? text : text.replace(reference, put)
    }
    left = left.filter((name) => resolved[name] === undefined)
  }
  const unknown = references.filter(({ to, otherwise }) => to && otherwise === undefined && !values.has(to))
  await writeJson('env_report.json', {
    resolved,
    unresolved: [...values.keys()].filter((name) => resolved[name] === undefined).sort(),
    unknown: [...new Set(unknown.map(({ to }) => to!))].sort(),
  })
}
