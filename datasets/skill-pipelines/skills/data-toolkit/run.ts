import { cellAt } from '../../kit/json.ts'
import { ordered } from '../../kit/order.ts'
import { isJson, type Records, readRecords, typed, writeRecords } from '../../kit/records.ts'
import { sourceOf } from '../../kit/sources.ts'
import { meets } from '../../kit/tables.ts'
import type { Input, Task } from '../../kit/task.ts'
import { listOf, outputName } from '../../kit/text.ts'

/** What the task seems to want: records filtered, records in order, or else in the other format. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const source = await sourceOf(task, ['.csv', '.json'])
  const converting = input.where === undefined && input.by === undefined
  const target = outputName(input, isJson(source) === converting ? 'result.csv' : 'result.json')
  const records = worked(await readRecords(source), input)
  await writeRecords(target, isJson(target) && !isJson(source) ? typed(records) : records)
}

function worked({ columns, items }: Records, { where, by, order }: Input): Records {
  const fields = listOf(by)
  const stray = [...fields, ...(where === undefined ? [] : [where.field])].find(
    (field) => !columns.includes(field) && items.every((item) => cellAt(item, field) === ''),
  )
  if (stray !== undefined) throw new Error(`no record has "${stray}"; there is ${columns.join(', ')}`)
  const kept = where === undefined ? items : items.filter((item) => meets(cellAt(item, where.field), where))
  return { columns, items: ordered(kept, fields, order, cellAt) }
}
