import { XMLValidator } from 'fast-xml-parser'

export type Element = {
  readonly kind: 'element'
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
}
export type Leaf = { readonly kind: 'text' | 'comment' | 'declaration'; readonly text: string }
export type Node = Element | Leaf

const token =
  /<!--([\s\S]*?)-->|<!\[CDATA\[([\s\S]*?)\]\]>|(<[?!](?:[^>"']|"[^"]*"|'[^']*')*>)|<\/[^>]*>|<([^\s/>]+)((?:[^>"'/]|"[^"]*"|'[^']*')*)(\/?)>|([^<]+)/g

/** Every node of an XML document, whitespace included, entities resolved. Throws where it is not well-formed. */
export function nodesOf(text: string): Node[] {
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw new Error(valid.err.msg)
  const open: { name: string; attributes: Record<string, string>; children: Node[] }[] = [
    { name: '', attributes: {}, children: [] },
  ]
  const add = (node: Node): void => void open.at(-1)!.children.push(node)
  for (const [all, comment, data, declaration, name, inner, closed, plain] of text.matchAll(token)) {
    if (comment !== undefined) add({ kind: 'comment', text: comment })
    else if (declaration !== undefined) add({ kind: 'declaration', text: declaration })
    else if (data !== undefined || plain !== undefined) add({ kind: 'text', text: data ?? resolved(plain!) })
    else if (name !== undefined) {
      const element = { kind: 'element' as const, name, attributes: attributesOf(inner!), children: [] }
      add(element)
      if (closed === '') open.push(element)
    } else if (all.startsWith('</')) open.pop()
  }
  return open[0]!.children
}

/** The root element of an SVG. */
export function svgOf(text: string): Element {
  const root = nodesOf(text).find((node) => node.kind === 'element')
  if (root === undefined || root.name !== 'svg') throw new Error('it is no SVG')
  return root
}

/** An element and all below it, in order of the document. */
export function elementsOf(root: Element): Element[] {
  return [root, ...root.children.flatMap((child) => (child.kind === 'element' ? elementsOf(child) : []))]
}

/** All text of an element, joined. */
export function wordsOf(root: Element): string {
  return root.children
    .map((child) => (child.kind === 'element' ? wordsOf(child) : child.kind === 'text' ? child.text : ''))
    .join('')
}

/** Whether parts of a drawing stand elsewhere than their coordinates say. */
export function isMoved(root: Element): boolean {
  return elementsOf(root).some(({ attributes }) => 'transform' in attributes)
}

/** The value of a property of an element: its own, by attribute or style, else what it inherits; undefined if nobody sets it. */
export function propertyOf(root: Element, element: Element, key: string): string | undefined {
  const own = ({ attributes }: Element): string | undefined =>
    new RegExp(`(?:^|;)\\s*${key}\\s*:\\s*([^;]+)`).exec(attributes.style ?? '')?.[1]?.trim() ?? attributes[key]
  const path = elementsOf(root).filter((one) => elementsOf(one).includes(element))
  return path.map(own).findLast((value) => value !== undefined)
}

/** Whether a point lies on the sheet; true where the sheet has no size or parts of the drawing are moved about. */
export function onSheet(root: Element): (x: number, y: number) => boolean {
  const box = root.attributes.viewBox
    ?.trim()
    .split(/[\s,]+/)
    .map(Number)
  const { width = '', height = '' } = root.attributes
  const [left, top, wide, high] = box ?? [0, 0, Number.parseFloat(width), Number.parseFloat(height)]
  const known = !isMoved(root) && [left, top, wide, high].every(Number.isFinite)
  return (x, y) => !known || (x >= left! - 1 && x <= left! + wide! + 1 && y >= top! - 1 && y <= top! + high! + 1)
}

function attributesOf(inner: string): Record<string, string> {
  const pairs = [...inner.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  return Object.fromEntries(pairs.map(([, name, double, single]) => [name!, resolved(double ?? single!)]))
}

function resolved(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (all, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? all
    const hex = name[1]!.toLowerCase() === 'x'
    return String.fromCodePoint(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10))
  })
}
