import { canonical, leavesOf, sameJson } from './json.ts'

/** What a deep merge of documents must hold at its ends, by dotted path: each end of a later one replaces what is in its way. */
function overlaid(documents: readonly unknown[]): Map<string, unknown> {
  return documents.map(leavesOf).reduce((below, above) => {
    const result = new Map(below)
    for (const [path, value] of above) lay(result, path, value)
    return result
  })
}

/** Reasons against a merged document: lists are replaced as a whole. */
export function reasonsAgainstMerge(made: unknown, documents: readonly unknown[], product: string): string[] {
  const wanted = overlaid(documents.map(listsClosed))
  const held = leavesOf(listsClosed(made))
  const wrong = [...wanted].find(([path, value]) => !held.has(path) || !sameJson(held.get(path), value))
  if (wrong !== undefined) return [`${product} has not the right value at ${wrong[0]}`]
  const extra = [...held.keys()].find((path) => !wanted.has(path))
  return extra === undefined ? [] : [`${product} has ${extra}, which no source has`]
}

function lay(result: Map<string, unknown>, path: string, value: unknown): void {
  const inside = [...result.keys()].filter((other) => path === '' || other.startsWith(`${path}.`))
  const empty = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (empty && inside.length > 0) return
  const above = [...result.keys()].filter((other) => other === '' || path.startsWith(`${other}.`))
  for (const other of [...inside, ...above]) result.delete(other)
  result.set(path, value)
}

/** The document with every list as one word, so that lists are ends. */
function listsClosed(document: unknown): unknown {
  if (Array.isArray(document)) return `list ${JSON.stringify(document.map(canonical))}`
  if (typeof document !== 'object' || document === null) return document
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, listsClosed(value)]))
}
