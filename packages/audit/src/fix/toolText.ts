import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml'
import { cleaned } from '../input/clean.ts'
import { jsonOf } from '../input/record.ts'
import { type Splice, spliced } from './splice.ts'

/** A tool by what is read of it, and what it is to say. */
export type ToolChange = { readonly name: string; readonly before: string; readonly after: string }

/**
 * A JSON list of tools with other descriptions; everything else stays as it is, to the byte. A tool is the first one in
 * the list with the name and the description of the change that no other change has. Null where one is not there.
 */
export function toolText(text: string, changes: readonly ToolChange[]): string | null {
  const open = [...changes]
  const splices: Splice[] = []
  for (const tool of toolsOf(text)) {
    const node = tool.get('description', true) as unknown
    const at = open.findIndex(({ name, before }) => name === said(tool, 'name') && before === said(tool, 'description'))
    if (at === -1 || !isScalar(node) || node.range == null) continue
    splices.push({ start: node.range[0], end: node.range[1], text: JSON.stringify(open[at]!.after) })
    open.splice(at, 1)
  }
  const result = spliced(text, splices)
  return open.length === 0 && jsonOf(result) !== undefined ? result : null
}

const said = (tool: YAMLMap, key: string): string => {
  const value = tool.get(key)
  return typeof value === 'string' ? cleaned(value) : ''
}

/**
 * The objects that hold a tool's name and description, in the order of the list. JSON is read as YAML for its places.
 */
function toolsOf(text: string): YAMLMap[] {
  const root = parseDocument(text.replaceAll('\t', ' '), { strict: false, logLevel: 'silent' }).contents as unknown
  const list = isMap(root) ? (root.get('tools', true) ?? root.getIn(['result', 'tools'], true)) : root
  if (!isSeq(list)) return []
  return list.items.filter(isMap).map((item) => {
    const nested = item.get('function', true) as unknown
    return isMap(nested) ? nested : item
  })
}
