import { fieldOf, jsonOf, listPath, nodesOf, sameJson } from '../../checks/json.ts'
import { judgeFirst } from '../../checks/sourced.ts'
import type { Step } from '../../checks/step.ts'

/** The product is what lies at the path, of a list only the items that meet the condition, in their old order. */
export default function check(step: Step): string[] {
  return judgeFirst(step, ['.json'], ['.json'], (source, product) => {
    const document = jsonOf(step.before, source)
    const { path, where } = step.input
    const at = where === undefined ? String(path) : listPath(document, path)
    const nodes = nodesOf(document)
    if (at === null || !nodes.has(at)) return [`there is nothing of the kind at ${path}`]
    const all = nodes.get(at)
    const wanted = where === undefined ? all : (all as unknown[]).filter((item) => fits(item, where as Condition))
    const made = jsonOf(step.after, product)
    // Without a path the document may be kept around the shortened list.
    const list = path === undefined && at !== '' ? (nodesOf(made).get(at) ?? made) : made
    if (sameJson(list, wanted)) return []
    const [n, m] = [list, wanted].map((value) => (Array.isArray(value) ? `${value.length} items` : typeof value))
    return [`${product} holds other values than asked for: ${n} instead of ${m}`]
  })
}

type Condition = { readonly field: string; readonly [comparison: string]: unknown }

function fits(item: unknown, where: Condition): boolean {
  const value = fieldOf(item, where.field)
  const text = String(value)
  const comparison = Object.keys(where).find((key) => key !== 'field')
  const other = where[comparison!] as string | number
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (comparison === 'is') return text === String(other)
  if (comparison === 'not') return text !== String(other)
  if (comparison === 'above') return number > Number(other)
  if (comparison === 'below') return number < Number(other)
  if (comparison === 'contains') return text.toLowerCase().includes(String(other).toLowerCase())
  if (comparison === 'since') return text !== '' && text >= String(other)
  return text !== '' && (text <= String(other) || text.startsWith(String(other)))
}
