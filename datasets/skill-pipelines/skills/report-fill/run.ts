import Mustache from 'mustache'
import { filesBelow, partnerOf, sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { numberText, outputName, readText, writeBytes } from '../../kit/text.ts'

/** A Mustache template filled with the values of a JSON file; a place outside a section without a value throws. */
export default async function run(task: Task): Promise<void> {
  const template = await readText(task.input.template ?? (await templateName()))
  const values = valuesOf(await readText(await dataName(task)), task.input.title)
  for (const [kind, name] of Mustache.parse(template)) {
    if (kind === '>') throw new Error(`cannot fill the partial ${name}: partials are not supported`)
    if ((kind === 'name' || kind === '&') && lookedUp(values, name) === undefined)
      throw new Error(`the template asks for ${name}, the data have ${Object.keys(values).join(', ')}`)
  }
  const filled = Mustache.render(template, values, {}, { escape: shown })
  await writeBytes(outputName(task.input, 'report.md'), filled)
}

async function templateName(): Promise<string> {
  const found = (await filesBelow('.')).find((name) => name.endsWith('.mustache'))
  if (found === undefined) throw new Error('found no template: name it in "template"')
  return found
}

async function dataName(task: Task): Promise<string> {
  return task.input.with !== undefined ? partnerOf(task, ['.json']) : (await sourcesOf(task, ['.json']))[0]!
}

/** The object of the file, or its list under the name `items`; a title of the task goes before one of the file. */
function valuesOf(json: string, title: string | undefined): Record<string, unknown> {
  const data: unknown = JSON.parse(json)
  if (typeof data !== 'object' || data === null) throw new Error('the data are neither an object nor a list')
  const values = Array.isArray(data) ? { items: data } : { ...data }
  return title === undefined ? values : { ...values, title }
}

function lookedUp(values: unknown, path: string): unknown {
  return path.split('.').reduce((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], values)
}

/** Numbers with at most six decimals; Markdown needs no escapes. */
function shown(value: unknown): string {
  return typeof value === 'number' ? numberText(value) : String(value)
}
