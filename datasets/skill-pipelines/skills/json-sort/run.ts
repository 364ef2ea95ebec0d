import { cellAt, listKeys, readJson, replacedAt, valueAt, writeJson } from '../../kit/json.ts'
import { sourceOf } from '../../kit/sources.ts'
import { compareCells } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { listOf, outputName, required } from '../../kit/text.ts'

/** The document with its list of objects in order of keys; items without the key last in both orders. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const by = listOf(required(input.by, 'by'))
  const source = await sourceOf(task, ['.json'])
  const document = await readJson(source)
  const keys = listKeys(document, input.path)
  const items = (valueAt(document, keys) as unknown[]).map((item) => ({
    item,
    cells: by.map((field) => cellAt(item, field)),
  }))
  by.forEach((field, i) => {
    if (items.every(({ cells }) => cells[i] === '')) throw new Error(`no item of ${source} has "${field}"`)
  })
  const sorted = items.sort((a, b) => compared(a.cells, b.cells, input.order === 'descending' ? -1 : 1))
  const list = sorted.map(({ item }) => item)
  await writeJson(outputName(input, 'sorted.json'), replacedAt(document, keys, list))
}

function compared(a: readonly string[], b: readonly string[], sign: number): number {
  for (const [i, x] of a.entries()) {
    const y = b[i]!
    const result = compareCells(x, y) * (x === '' || y === '' ? 1 : sign)
    if (result !== 0) return result
  }
  return 0
}
