import { holds } from '../../checks/conditions.ts'
import { fieldOf, jsonOf, leavesOf, listPath, nodesOf } from '../../checks/json.ts'
import { outOfOrder } from '../../checks/order.ts'
import { type Table, tableReasons, tableReasonsUnordered } from '../../checks/rows.ts'
import { type Files, judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

type Item = Readonly<Record<string, unknown>>
type Asked = { readonly where?: Item & { readonly field: string }; readonly by?: string | string[]; order?: string }

/**
 * The records that meet the condition, in order if an order is asked for, else as they stood; with neither, all records in
 * the other format. What is nested may be spread over columns or stand as JSON in a cell. From JSON to JSON values keep
 * their type.
 */
export default function check(step: Step): string[] {
  const source = sourcesOf(step, ['.csv', '.json'])[0]
  if (source === undefined) return ['there is no data to work on']
  const { where, by, order } = step.input as Asked
  const same = where !== undefined || by !== undefined
  return judgeProduced(step, [isJson(source) === same ? '.json' : '.csv'], (name) => {
    const met = (item: Item): boolean => where === undefined || holds(cell(item, where.field), where)
    const [wanted, made] = [itemsOf(step.before, source).filter(met), itemsOf(step.after, name)]
    const text = isJson(source) && isJson(name) ? JSON.stringify : plain
    const paths = [...new Set([...wanted, ...made].flatMap((item) => [...leavesOf(item).keys()]))]
    const reasons = by === undefined ? tableReasons : tableReasonsUnordered
    const different = reasons(name, asTable(made, paths, text), asTable(wanted, paths, text))
    const at = different.length > 0 || by === undefined ? -1 : outOfOrder(made, [by].flat(), order, cell)
    return at < 0 ? different : [`record ${at + 1} of ${name} is out of order`]
  })
}

function itemsOf(files: Files, name: string): readonly Item[] {
  if (!isJson(name)) return tableOf(files, name).rows.map(unfolded)
  const document = jsonOf(files, name)
  const at = listPath(document, undefined)
  if (at === null) throw new Error('it holds no list')
  return nodesOf(document).get(at) as Item[]
}

/** A row whose cells that hold JSON are what they say. */
function unfolded(row: Item): Item {
  const value = (text: unknown): unknown => (/^[[{].*[\]}]$/.test(String(text)) ? JSON.parse(String(text)) : text)
  return Object.fromEntries(Object.entries(row).map(([column, text]) => [column, value(text)]))
}

function asTable(items: readonly Item[], columns: readonly string[], text: (value: unknown) => string): Table {
  const rows = items.map((item) => {
    const leaves = leavesOf(item)
    return Object.fromEntries(columns.map((path) => [path, leaves.has(path) ? text(leaves.get(path)) : '']))
  })
  return { columns, rows }
}

/** Nothing, null, an empty list: an empty cell. */
function plain(value: unknown): string {
  return typeof value === 'object' || value === undefined ? '' : String(value)
}

function cell(item: Item, field: string): string {
  const value = fieldOf(item, field)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function isJson(name: string): boolean {
  return name.toLowerCase().endsWith('.json')
}
