import { type Document, isMap, parseDocument } from 'yaml'
import { isObject } from '../../kit/json.ts'
import { sourceAndPartner } from '../../kit/partner.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** The base with the overrides set in it; comments and order of the base stay. */
export default async function run(task: Task): Promise<void> {
  const [source, partner] = await sourceAndPartner(task, ['.yaml', '.yml'])
  const [base, over] = [await readDocument(source), await readDocument(partner)]
  override(base, [], over.toJS())
  await writeBytes(outputName(task.input, 'merged.yaml'), base.toString({ lineWidth: 0 }))
}

async function readDocument(name: string): Promise<Document> {
  const document = parseDocument(await readText(name))
  if (document.errors.length > 0) throw new Error(`${name} is not valid yaml`)
  if (!isMap(document.contents)) throw new Error(`${name} holds no keys to merge`)
  return document as Document
}

/** Where both sides have keys, go on key by key; anything else is replaced as a whole. */
function override(base: Document, path: readonly string[], value: unknown): void {
  if (isObject(value) && (path.length === 0 || isMap(base.getIn(path))))
    for (const key of Object.keys(value)) override(base, [...path, key], value[key])
  else base.setIn(path, value === null || typeof value !== 'object' ? value : base.createNode(value))
}
