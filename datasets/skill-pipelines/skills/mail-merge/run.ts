import { draft, filled, letterTemplate } from '../../kit/letters.ts'
import { sourceOf } from '../../kit/sources.ts'
import { columnOf, readTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** One draft a row that has an address. */
export default async function run(task: Task): Promise<void> {
  const table = await readTable(await sourceOf(task, ['.csv']))
  columnOf(table, 'email')
  const name = task.input.template ?? (await sourceOf({ input: {}, previous: task.previous }, ['.mustache']))
  const template = letterTemplate(await readText(name))
  const subject = task.input.title ?? template.subject ?? 'Letter'
  const people = table.rows.filter((row) => row.email!.includes('@'))
  if (people.length === 0) throw new Error('no row of the table has an address in its column email')
  const folder = outputName(task.input, 'letters').replace(/\/$/, '')
  const digits = Math.max(3, String(people.length).length)
  for (const [i, row] of people.entries()) {
    const letter = draft(row.email!.trim(), filled(subject, row), filled(template.body, row))
    await writeBytes(`${folder}/${String(i + 1).padStart(digits, '0')}.eml`, letter)
  }
}
