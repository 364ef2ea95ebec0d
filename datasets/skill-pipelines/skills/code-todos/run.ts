import type { Comment } from 'acorn'
import { scriptEndings, scriptsOf } from '../../kit/scripts.ts'
import { writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** A table of the TODO and FIXME remarks in comments: file, line, kind, text. */
export default async function run(task: Task): Promise<void> {
  const scripts = await scriptsOf(task, scriptEndings)
  const rows = scripts.flatMap(({ name, comments }) =>
    comments.flatMap(remarksOf).map((remark) => ({ file: name, ...remark })),
  )
  if (rows.length === 0) throw new Error('found no TODO and no FIXME in any comment')
  await writeTable(outputName(task.input, 'todos.csv'), { columns: ['file', 'line', 'kind', 'text'], rows })
}

/** Line by line, from the mark to the end of the line. */
function remarksOf({ value, loc }: Comment): Record<string, string>[] {
  return value.split('\n').flatMap((line, i) => {
    const [text, kind] = /\b(TODO|FIXME)\b.*$/.exec(line) ?? []
    return text === undefined ? [] : [{ line: String(loc!.start.line + i), kind: kind!, text: text.trim() }]
  })
}
