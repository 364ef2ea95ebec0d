import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** As fast-xml-parser keeps a document in order: one key a node, attributes beside it under ":@". */
type XmlNode = Record<string, unknown>

const shape = { preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', processEntities: false } as const
const parser = new XMLParser({
  ...shape,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
})
const builder = new XMLBuilder({ ...shape, suppressEmptyNode: true, suppressBooleanAttributes: false })
const worded = new Set(['text', 'tspan', 'textPath', 'title', 'desc', 'a'])

/** A drawing without what is not drawn. */
export default async function run(task: Task): Promise<void> {
  const source = await sourceOf(task, ['.svg'])
  const text = await readText(source)
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw new Error(`${source} is not well-formed: ${valid.err.msg}`)
  if (text.includes('<!ENTITY')) throw new Error(`${source} defines entities of its own, which would be lost`)
  const small = builder.build(tidied(parser.parse(text) as XmlNode[], '', false))
  await writeBytes(outputName(task.input, 'minified.svg'), `${small.trim()}\n`)
}

/** The children of an element; `kept` where xml:space says that blanks matter. */
function tidied(nodes: readonly XmlNode[], parent: string, kept: boolean): XmlNode[] {
  return nodes.flatMap((node): XmlNode[] => {
    const name = Object.keys(node).find((key) => key !== ':@')!
    if (name === 'metadata' || name === 'svg:metadata') return []
    if (name === '#text') return words(String(node[name]), parent, kept)
    const attributes = (node[':@'] ?? {}) as Readonly<Record<string, string>>
    const space = attributes['xml:space']
    const children = tidied(node[name] as XmlNode[], name, space === undefined ? kept : space === 'preserve')
    return [{ [name]: children, ':@': squeezed(attributes) }]
  })
}

function words(text: string, parent: string, kept: boolean): XmlNode[] {
  const style = parent === 'style'
  if (!kept && text.trim() === '' && !worded.has(parent)) return []
  const short = style ? css(text) : kept ? text : text.replace(/\s+/g, ' ')
  return [{ '#text': short }]
}

function css(text: string): string {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ')
  return plain.replace(/ ?([{};:,]) ?/g, '$1').trim()
}

function squeezed(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const short = (value: string): string => value.replace(/\s+/g, ' ').trim().replaceAll('"', '&quot;')
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, short(value)]))
}
