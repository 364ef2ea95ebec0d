import { jsonOf, leavesOf, listPath, nodesOf } from '../../checks/json.ts'
import { near } from '../../checks/numbers.ts'
import { judgeFirst } from '../../checks/sourced.ts'
import { type Step, tableOf } from '../../checks/step.ts'

/** Row by row the table says the same ends as the list's items, whether inner values are spread over columns or written as JSON. */
export default function check(step: Step): string[] {
  return judgeFirst(step, ['.json'], ['.csv'], (source, product) => {
    const document = jsonOf(step.before, source)
    const at = listPath(document, step.input.path)
    if (at === null) return [`there is no list at ${step.input.path ?? 'any path'}`]
    const list = nodesOf(document).get(at) as unknown[]
    const { rows } = tableOf(step.after, product)
    if (rows.length !== list.length) return [`${product} has ${rows.length} rows for ${list.length} items`]
    return rows.flatMap((row, i) => against(row, list[i]).map((why) => `row ${i + 1} of ${product} ${why}`)).slice(0, 3)
  })
}

function against(row: Readonly<Record<string, string>>, item: unknown): string[] {
  const said = new Map(
    Object.entries(row).flatMap(([column, cell]) => unfolded(column, cell, nodesOf(item).get(column))),
  )
  const wanted = new Map([...leavesOf(item)].map(([path, value]) => [path, text(value)]))
  const paths = [...new Set([...said.keys(), ...wanted.keys()])]
  return paths
    .filter((path) => !same(said.get(path) ?? '', wanted.get(path) ?? ''))
    .map((path) => `says "${said.get(path) ?? ''}" instead of "${wanted.get(path) ?? ''}" at ${path}`)
}

/** A cell that stands for an inner object or list is read as JSON. */
function unfolded(column: string, cell: string, value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null || cell === '') return [[column, cell]]
  return [...leavesOf(JSON.parse(cell))].map(([path, inner]) => [
    path === '' ? column : `${column}.${path}`,
    text(inner),
  ])
}

function text(value: unknown): string {
  return typeof value === 'object' ? '' : String(value)
}

function same(a: string, b: string): boolean {
  return a === b || (a.trim() !== '' && b.trim() !== '' && near(Number(a), Number(b), 1e-12))
}
