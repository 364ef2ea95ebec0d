import type { LibraryReport, Place } from '../report.ts'
import { clean, cleaned } from './clean.ts'
import { type Problem, problem } from './problem.ts'
import { isRecord, keysOf } from './record.ts'
import { escaped, type Part } from './skillFile.ts'

/** The tools of a list as skills; `format` by how most of them are written. */
export type ToolList = {
  readonly parts: readonly Part[]
  readonly problems: readonly Problem[]
  readonly format: Extract<LibraryReport['format'], 'mcp-tools' | 'openai-tools'>
}

/**
 * A list of tools as JSON, or null where the value is no such list. Read are: the result of MCP's `tools/list`
 * (`{tools: [{name, description, inputSchema}]}`, also inside `{result}`; specification of 2025-06-18), the same as a bare
 * list, also with Anthropic's `input_schema`; and OpenAI's `{type: 'function', function: {name, description, parameters}}`
 * and its flat form of the Responses API (`{type: 'function', name, description, parameters}`), as of 2025. The names
 * and descriptions of the parameters are the body; `group` is the package of the tools.
 */
export function toolListOf(value: unknown, file: string, text: string, group: string): ToolList | null {
  const items = itemsOf(value)
  if (items === null || (items.length > 0 && !items.some((item) => definitionOf(item) !== null))) return null
  const parts: Part[] = []
  const problems: Problem[] = [...furtherPages(value, file)]
  const lineOf = lineFinder(text)
  let functions = 0
  for (const [i, item] of items.entries()) {
    const tool = definitionOf(item)
    if (tool === null) {
      problems.push(problem(file, `entry ${i + 1} is no tool: ${cleaned(keysOf(item))}`))
      continue
    }
    if (tool.openai) functions++
    const { part, removed } = partOf(tool, { file: cleaned(file), line: lineOf(tool.name) }, group)
    problems.push(...escaped(file, removed.name, removed.description))
    if (part.skill.description === '') problems.push(problem(file, `the tool ${part.skill.name} has no description`))
    parts.push(part)
  }
  return { parts, problems, format: functions * 2 > parts.length ? 'openai-tools' : 'mcp-tools' }
}

function itemsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return null
  if (Array.isArray(value.tools)) return value.tools
  return isRecord(value.result) && Array.isArray(value.result.tools) ? value.result.tools : null
}

type Definition = {
  readonly name: string
  readonly description: string
  readonly parameters: unknown
  readonly openai: boolean
}

function definitionOf(item: unknown): Definition | null {
  if (!isRecord(item)) return null
  const nested = item.type === 'function' && isRecord(item.function)
  const tool = nested ? (item.function as Readonly<Record<string, unknown>>) : item
  if (typeof tool.name !== 'string' || clean(tool.name).text === '') return null
  return {
    name: tool.name,
    description: typeof tool.description === 'string' ? tool.description : '',
    parameters: tool.inputSchema ?? tool.input_schema ?? tool.parameters,
    openai: nested || item.type === 'function',
  }
}

function partOf(tool: Definition, place: Place, group: string): { part: Part; removed: Removed } {
  const [name, description] = [clean(tool.name), clean(tool.description)]
  const skill = {
    id: name.text,
    name: name.text,
    description: description.text,
    body: parametersOf(tool.parameters, 0).join('\n'),
    package: group,
    licence: '',
    tags: [],
    place,
    raw: '',
  }
  return { part: { skill, warnings: [] }, removed: { name: name.removed, description: description.removed } }
}

type Removed = { readonly name: number; readonly description: number }

function furtherPages(value: unknown, file: string): Problem[] {
  const list = isRecord(value) && isRecord(value.result) ? value.result : value
  return isRecord(list) && typeof list.nextCursor === 'string'
    ? [problem(file, 'the list has a nextCursor: the tools of its further pages are not in this file')]
    : []
}

const deepest = 4

/** One line a parameter of a JSON schema, `name: description`, down to four levels. */
function parametersOf(schema: unknown, depth: number): string[] {
  if (!isRecord(schema) || depth === deepest) return []
  const properties = isRecord(schema.properties) ? Object.entries(schema.properties) : []
  const own = properties.flatMap(([name, property]) => {
    const description = isRecord(property) && typeof property.description === 'string' ? property.description : ''
    return [cleaned(`${name}: ${description}`), ...parametersOf(property, depth + 1)]
  })
  return [...own, ...parametersOf(schema.items, depth + 1)]
}

/** The 1-based line where each tool's name is given; asked in the order of the list. Null where it is written otherwise. */
function lineFinder(text: string): (name: string) => number | null {
  let [at, line] = [0, 1]
  return (name) => {
    const found = indexOfName(text, name, at)
    if (found === -1) return null
    for (let i = at; i < found; i++) if (text.charCodeAt(i) === 10) line++
    at = found
    return line
  }
}

function indexOfName(text: string, name: string, from: number): number {
  const quoted = JSON.stringify(name)
  for (let at = text.indexOf(quoted, from); at !== -1; at = text.indexOf(quoted, at + 1)) {
    if (/"name"\s*:\s*$/.test(text.slice(Math.max(0, at - 40), at))) return at
  }
  return -1
}
