import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'
import { type Element, elementsOf, type Node, nodesOf, svgOf } from '../../checks/svg.ts'

/** Where blanks between words are shown. */
const worded = ['text', 'tspan', 'textPath', 'title', 'desc', 'a']

/** What is drawn is the same, nothing that is not drawn is left, and the file has not grown. */
export default function check(step: Step): string[] {
  const source = sourcesOf(step, ['.svg'])[0]
  if (source === undefined) return ['there is no SVG']
  const original = svgOf(textOf(step.before, source))
  return judgeProduced(step, ['.svg'], (name) => {
    const text = textOf(step.after, name)
    const root = svgOf(text)
    const left = leftIn(nodesOf(text.trim()), '')
    if (left !== null) return [`${name} still holds ${left}`]
    if (step.after.get(name)!.length > step.before.get(source)!.length) return [`${name} is larger than ${source}`]
    const prefixes = prefixesOf(original)
    const same = JSON.stringify(drawn(root, prefixes)) === JSON.stringify(drawn(original, prefixes))
    return same ? [] : [`${name} does not draw what ${source} draws`]
  })
}

/** What should have been dropped from these nodes, or null. */
function leftIn(nodes: readonly Node[], parent: string): string | null {
  for (const node of nodes) {
    if (node.kind === 'comment') return 'a comment'
    if (node.kind === 'text' && node.text.trim() === '' && !worded.includes(parent)) return 'blanks between elements'
    if (node.kind !== 'element') continue
    if (/(^|:)metadata$/.test(node.name)) return 'metadata'
    if (Object.values(node.attributes).some((value) => /\s\s/.test(value))) return `surplus blanks in <${node.name}>`
    const space = node.attributes['xml:space'] === 'preserve'
    const below = space ? null : leftIn(node.children, node.name)
    if (below !== null) return below
  }
  return null
}

/** An element as plain data in which everything that does not show is gone. */
function drawn({ name, attributes, children }: Element, prefixes: ReadonlySet<string>): unknown {
  const own = Object.keys(attributes)
    .filter((key) => !key.startsWith('xmlns:') || prefixes.has(key.slice('xmlns:'.length)))
    .sort()
    .map((key) => [key, plain(key, attributes[key]!)])
  const inner: unknown[] = []
  for (const child of children) {
    const last = inner.at(-1)
    if (child.kind === 'element' && !/(^|:)metadata$/.test(child.name)) inner.push(drawn(child, prefixes))
    if (child.kind !== 'text') continue
    if (typeof last === 'string') inner[inner.length - 1] = last + child.text
    else inner.push(child.text)
  }
  return [
    name,
    own,
    inner.map((part) => (typeof part === 'string' ? shown(name, part) : part)).filter((part) => part !== ''),
  ]
}

function shown(parent: string, text: string): string {
  if (parent === 'style')
    return text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, '')
      .replaceAll(';}', '}')
  const once = text.replace(/\s+/g, ' ')
  return worded.includes(parent) && !['title', 'desc'].includes(parent) ? once : once.trim()
}

/** Numbers by their value in the attributes that are lists of them; blanks count once elsewhere. */
function plain(key: string, value: string): string {
  if (key === 'style') return value.replace(/\s+/g, '').replace(/;$/, '')
  if (!['d', 'points', 'transform', 'viewBox'].includes(key)) return value.replace(/\s+/g, ' ').trim()
  const parts = value.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[A-Za-z]+|[()]/gi) ?? []
  return parts.map((part) => (Number.isNaN(Number(part)) ? part : String(Number(part)))).join(' ')
}

/** The namespaces that elements and attributes outside the metadata use. */
function prefixesOf(root: Element): Set<string> {
  const hidden = new Set(
    elementsOf(root)
      .filter(({ name }) => /(^|:)metadata$/.test(name))
      .flatMap(elementsOf),
  )
  const names = elementsOf(root)
    .filter((element) => !hidden.has(element))
    .flatMap(({ name, attributes }) => [name, ...Object.keys(attributes).filter((key) => !key.startsWith('xmlns'))])
  return new Set(names.filter((name) => name.includes(':')).map((name) => name.slice(0, name.indexOf(':'))))
}
