import { sourceOf } from '../../kit/sources.ts'
import { columnOf, numberOf, readTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

/** A table as a Markdown table, all columns or those of `keep` in that order; columns of numbers stand to the right. */
export default async function run(task: Task): Promise<void> {
  const table = await readTable(await sourceOf(task, ['.csv']))
  const columns = task.input.keep?.map((name) => columnOf(table, name)) ?? table.columns
  const rulings = columns.map((column) => {
    const cells = table.rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
    return cells.length > 0 && cells.every((cell) => numberOf(cell) !== null) ? '---:' : '---'
  })
  const rows = table.rows.map((row) => columns.map((column) => row[column] ?? ''))
  const lines = [lineOf(columns), `| ${rulings.join(' | ')} |`, ...rows.map(lineOf)]
  await writeBytes(outputName(task.input, 'table.md'), `${lines.join('\n')}\n`)
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells
    .map((cell) =>
      cell
        .trim()
        .replaceAll('|', '\\|')
        .replace(/\s*\n\s*/g, '<br>'),
    )
    .join(' | ')} |`
}
