import { jsonOf, nodesOf, sameJson } from '../../checks/json.ts'
import { pairOf } from '../../checks/pair.ts'
import { judgeProduced, type Step } from '../../checks/step.ts'

type Nodes = ReadonlyMap<string, unknown>

/** Every path that is named differs as it is said to, and every difference lies at or below a path that is named. */
export default function check(step: Step): string[] {
  const pair = pairOf(step, ['.json'])
  if (pair === null) return ['there were not two json files to compare']
  return judgeProduced(step, ['.json'], (product) => {
    const [old, now] = pair.map((name): Nodes => nodesOf(jsonOf(step.before, name))) as [Nodes, Nodes]
    const made = jsonOf(step.after, product) as Record<string, unknown>
    if (!['added', 'removed', 'changed'].some((kind) => made[kind] !== undefined))
      return [`${product} names no differences`]
    const [added, removed, changed] = ['added', 'removed', 'changed'].map((kind) => named(made[kind])) as [
      Nodes,
      Nodes,
      Nodes,
    ]
    return [
      ...wrong(added, (path) => now.has(path) && !old.has(path), 'added'),
      ...wrong(removed, (path) => old.has(path) && !now.has(path), 'removed'),
      ...wrong(changed, (path) => changes(old, now, path), 'changed'),
      ...wrongValues(added, now),
      ...wrongValues(removed, old),
      ...[...changed]
        .filter(([path, value]) => !endsRight(value, old.get(path), now.get(path)))
        .map(([p]) => `${p} has other ends`),
      ...missing(now, old, added, changed),
      ...missing(old, now, removed, changed),
      ...[...now.keys()]
        .filter((path) => isEnd(now.get(path), old.get(path)) && changes(old, now, path) && !covered(path, changed))
        .map((path) => `the change at ${path} is missing`),
    ].slice(0, 3)
  })
}

/** Paths with what is said of them (undefined if nothing): from a list of paths, of objects with a path, or an object. */
function named(said: unknown): Nodes {
  const tidy = (path: unknown): string =>
    String(path)
      .replace(/\[(\d+)\]/g, '.$1')
      .replace(/^\$?\.|^\//, '')
  if (!Array.isArray(said)) return new Map(Object.entries(said ?? {}).map(([path, value]) => [tidy(path), value]))
  return new Map(said.map((one) => (typeof one === 'string' ? [tidy(one), undefined] : [tidy(one.path), one.value])))
}

/** Objects that both sides have are no change of themselves: what differs in them is. */
function changes(old: Nodes, now: Nodes, path: string): boolean {
  if (!old.has(path) || !now.has(path) || sameJson(old.get(path), now.get(path))) return false
  return !(kindOf(old.get(path)) === 'object' && kindOf(now.get(path)) === 'object')
}

function isEnd(a: unknown, b: unknown): boolean {
  return kindOf(a) !== kindOf(b) || kindOf(a) === 'end'
}

function kindOf(value: unknown): 'list' | 'object' | 'end' {
  return Array.isArray(value) ? 'list' : typeof value === 'object' && value !== null ? 'object' : 'end'
}

function covered(path: string, by: Nodes): boolean {
  return [...by.keys()].some((above) => above === path || above === '' || path.startsWith(`${above}.`))
}

function wrong(paths: Nodes, fits: (path: string) => boolean, kind: string): string[] {
  return [...paths.keys()].filter((path) => !fits(path)).map((path) => `${path} was not ${kind}`)
}

function wrongValues(paths: Nodes, nodes: Nodes): string[] {
  return [...paths]
    .filter(([path, value]) => value !== undefined && !sameJson(value, nodes.get(path)))
    .map(([path]) => `${path} has another value`)
}

/** `{ from, to }`, `{ old, new }` or `[old, new]`, if the ends are said at all. */
function endsRight(said: unknown, old: unknown, now: unknown): boolean {
  if (typeof said !== 'object' || said === null) return said === undefined || sameJson(said, now)
  const ends = said as Record<string, unknown>
  const [a, b] = Array.isArray(said) ? said : [ends.from ?? ends.old ?? ends.before, ends.to ?? ends.new ?? ends.after]
  return sameJson(a, old) && sameJson(b, now)
}

function missing(has: Nodes, lacks: Nodes, said: Nodes, changed: Nodes): string[] {
  return [...has.keys()]
    .filter((path) => !lacks.has(path) && kindOf(has.get(path)) === 'end')
    .filter((path) => !covered(path, said) && !covered(path, changed))
    .map((path) => `the difference at ${path} is missing`)
}
