import { isObject, readJson, writeJson } from '../../kit/json.ts'
import { merged } from '../../kit/merge.ts'
import { sourceAndPartner } from '../../kit/partner.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** Objects of several files laid over each other, deeply; the later file wins. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const names = input.with === undefined ? await sourcesOf(task, ['.json']) : await sourceAndPartner(task, ['.json'])
  if (names.length < 2) throw new Error(`there is only ${names[0]}: name a second file in "with" or several in "from"`)
  const documents = await Promise.all(names.map(readJson))
  const other = documents.findIndex((document) => !isObject(document))
  if (other >= 0) throw new Error(`${names[other]} is not an object, so it cannot be merged`)
  await writeJson(outputName(input, 'merged.json'), documents.reduce(merged))
}
